package io.bordergate.sandbox;

import java.io.IOException;
import java.nio.file.Path;

/** A platform for one run, on free ports and in a folder of its own; nothing of it is left. */
public final class FreshPlatform implements AutoCloseable {
    private final Path folder;
    private final Platform platform;

    private FreshPlatform(Path folder, Platform platform) {
        this.folder = folder;
        this.platform = platform;
    }

    /**
     * Starts it from nothing and returns when it serves.
     *
     * @param purpose names its folder and its log
     */
    public static FreshPlatform start(GateHome home, String purpose, int partitions, Progress progress)
            throws IOException {
        Path folder = home.state()
                .resolve(purpose)
                .resolve(Long.toString(ProcessHandle.current().pid()));
        Folders.delete(folder);
        var place = new Platform.Place(
                folder.resolve("broker"),
                folder.resolve("registry"),
                home.logs().resolve(purpose + "-registry.log"),
                0,
                0);
        try {
            return new FreshPlatform(
                    folder,
                    Platform.start(
                            home.registryDistribution(),
                            place,
                            TopicPlan.sandbox(partitions),
                            step -> progress.step("starting: " + step)));
        } catch (RuntimeException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    public Platform platform() {
        return platform;
    }

    /** Whoever runs on it may keep its state here. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        platform.close();
        Folders.delete(folder);
    }
}
