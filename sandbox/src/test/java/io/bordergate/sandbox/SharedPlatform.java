package io.bordergate.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One broker and one registry for all tests of a run that can share them; both end with the process. */
record SharedPlatform(EmbeddedBroker broker, RegistryProcess registry) {

    private static final class Holder {
        static final SharedPlatform PLATFORM = start();
    }

    static SharedPlatform get() {
        return Holder.PLATFORM;
    }

    private static SharedPlatform start() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "platform-");
            var registry = RegistryProcess.launch(
                    GateHome.find().registryDistribution(), folder.resolve("registry"), folder.resolve("log"), 0);
            var broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
            registry.awaitReady();
            return new SharedPlatform(broker, registry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
