package io.bordergate.sandbox.replay;

import io.bordergate.domain.site.Site;
import io.bordergate.sandbox.FreshPlatform;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Progress;
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
        try (var fresh = FreshPlatform.start(home, "replay", partitions, progress);
                var running = new Instances(instances, fresh.platform(), site, fresh.folder())) {
            var summary = new Replay(fresh.platform(), running, partitions, progress).run(inputs, new ResultFiles(out));
            progress.end();
            progress.step("stopping");
            return summary;
        } finally {
            progress.end();
        }
    }
}
