package io.bordergate.sandbox.replay;

import io.bordergate.domain.site.Site;
import io.bordergate.runtime.AppConfig;
import io.bordergate.runtime.GateStreams;
import io.bordergate.sandbox.Platform;
import io.bordergate.topology.TopologySettings.ClockSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The product's topology, as shipped, in one or several instances on recorded time. */
final class Instances implements AutoCloseable {
    /** Recorded input may go back and forth in time, so no truck is ever forgotten. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    /** Also the name of its consumer group. */
    static final String APPLICATION_ID = "border-gate";

    private static final Duration COMMIT = Duration.ofMillis(500);
    private static final int TRACKS_IN_MEMORY = 200_000;

    private final List<GateStreams> instances = new ArrayList<>();

    Instances(int count, Platform platform, Site site, Path folder) {
        for (int i = 0; i < count; i++) {
            var config = new AppConfig(
                    platform.bootstrapServers(),
                    platform.registryUrl(),
                    APPLICATION_ID,
                    folder.resolve("streams-" + i),
                    site.siteId(),
                    ClockSource.TICKS,
                    COMMIT,
                    1,
                    TRACKS_IN_MEMORY / count,
                    NEVER,
                    "127.0.0.1",
                    0,
                    // A thread that has only its clocks left to do does not wait for input that will not come.
                    Map.of("num.standby.replicas", "0", "poll.ms", "10"));
            instances.add(new GateStreams(config, site, new SimpleMeterRegistry()));
        }
        instances.forEach(GateStreams::start);
    }

    boolean haveFailed() {
        return instances.stream().anyMatch(GateStreams::hasFailed);
    }

    @Override
    public void close() {
        instances.parallelStream().forEach(GateStreams::close);
    }
}
