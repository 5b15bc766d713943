package io.bordergate.sandbox.replay;

import io.bordergate.domain.site.Site;
import io.bordergate.sandbox.Folders;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Platform;
import io.bordergate.sandbox.Progress;
import io.bordergate.sandbox.TopicPlan;
import java.io.IOException;
import java.nio.file.Path;

/** A replay from nothing to its results: a platform of its own, the application, one input; nothing of it is left. Immutable. */
public final class ReplayRun {
    private final GateHome home;
    private final Site site;
    private final int partitions;
    private final int instances;
    private final Progress progress;

    public ReplayRun(GateHome home, Site site, int partitions, int instances, Progress progress) {
        this.home = home;
        this.site = site;
        this.partitions = partitions;
        this.instances = instances;
        this.progress = progress;
    }

    /** Writes the results to a folder. */
    public Summary run(InputFiles.Paths inputs, Path out) throws IOException {
        Path folder = home.state()
                .resolve("replay")
                .resolve(Long.toString(ProcessHandle.current().pid()));
        Folders.delete(folder);
        try {
            return run(inputs, out, folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private Summary run(InputFiles.Paths inputs, Path out, Path folder) throws IOException {
        var place = new Platform.Place(
                folder.resolve("broker"),
                folder.resolve("registry"),
                home.logs().resolve("replay-registry.log"),
                0,
                0);
        try (var platform = Platform.start(
                        home.registryDistribution(),
                        place,
                        TopicPlan.sandbox(partitions),
                        step -> progress.step("starting: " + step));
                var running = new Instances(instances, platform, site, folder)) {
            var summary = new Replay(platform, running, partitions, progress).run(inputs, new ResultFiles(out));
            progress.end();
            progress.step("stopping");
            return summary;
        } finally {
            progress.end();
        }
    }
}
