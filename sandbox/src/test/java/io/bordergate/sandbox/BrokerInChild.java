package io.bordergate.sandbox;

import java.io.OutputStream;
import java.nio.file.Path;

/** A broker in a process of its own, so that a test can kill it: arguments are its folder and its port. */
final class BrokerInChild {

    private BrokerInChild() {}

    public static void main(String[] args) throws Exception {
        try (var broker = EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
            System.out.println("started " + broker.port());
            // Ends when the test does, if the test has not ended it before.
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
