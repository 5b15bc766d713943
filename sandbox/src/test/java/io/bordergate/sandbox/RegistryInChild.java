package io.bordergate.sandbox;

import java.io.OutputStream;
import java.nio.file.Path;

/** A process that owns a registry, so that a test can kill the owner: argument is the folder of both. */
final class RegistryInChild {

    private RegistryInChild() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (var registry = RegistryProcess.launch(
                GateHome.find().registryDistribution(), folder.resolve("data"), folder.resolve("log"), 0)) {
            System.out.println("registry " + registry.pid());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
