package io.bordergate.sandbox.board;

import io.bordergate.sandbox.ChildJvm;
import io.bordergate.sandbox.GateCli;
import io.bordergate.sandbox.GateException;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** All of the product in a process of its own, started by the command line. Not thread-safe. */
final class ProductInChild implements AutoCloseable {
    private final ChildJvm process;
    private final String page;
    private final String broker;
    private final String registry;

    private ProductInChild(ChildJvm process) throws IOException {
        this.process = process;
        page = address("board");
        broker = address("broker");
        registry = address("registry");
    }

    /** As it is told on the line of this name. */
    private String address(String name) throws IOException {
        return process.awaitLine(name + " ").substring(name.length()).strip();
    }

    /** As {@code gate up}; returns when it says that it works. */
    static ProductInChild start(Path state, String scenario, double speed) throws IOException {
        int port = firstOfFourFree();
        var process = ChildJvm.start(
                List.of("-Xmx1g", "-Dgate.home=" + GateHome.find().top(), "-Dgate.state=" + state),
                GateCli.class,
                "up",
                "--scenario",
                scenario,
                "--speed",
                Double.toString(speed),
                "--port",
                Integer.toString(port),
                "--for",
                "30m");
        return new ProductInChild(process);
    }

    String page() {
        return page;
    }

    /** What a consumer of committed records needs. */
    Map<String, Object> consumer() {
        return Map.of("bootstrap.servers", broker, "isolation.level", "read_committed");
    }

    Map<String, Object> serde() {
        return Map.of("schema.registry.url", registry, "auto.register.schemas", "false");
    }

    /** Below the ports that a system gives to connections by itself, which it does while the parts start. */
    private static int firstOfFourFree() {
        while (true) {
            int first = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try {
                for (int port = first; port < first + 4; port++) {
                    Ports.requireFree(port, "the test", "none");
                }
                return first;
            } catch (GateException e) {
                // Another one, then.
            }
        }
    }

    /** As kill -9, for it would work off first all that it was given. What it has started ends with it. */
    @Override
    public void close() {
        try {
            process.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the product was stopped", e);
        }
    }
}
