package io.bordergate.sandbox.bench;

import io.bordergate.domain.site.Site;
import io.bordergate.runtime.AppConfig;
import io.bordergate.runtime.GateStreams;
import io.bordergate.runtime.StreamsSettings;
import io.bordergate.sandbox.Brokers;
import io.bordergate.sandbox.Folders;
import io.bordergate.sandbox.Platform;
import io.bordergate.topology.TopologySettings.ClockSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** Rounds of the three topologies on the same preloaded fixes, all exactly-once with the same settings. */
final class ThroughputBench {
    static final String SHIPPED = "shipped topology";
    static final String PASS_THROUGH = "pass-through";
    static final String TEXTBOOK = "textbook get and put";

    private static final Duration COMMIT = Duration.ofMillis(500);

    private final Platform platform;
    private final Site site;
    private final Path folder;
    private final FixLoad load;
    private final int threads;
    private int run;

    ThroughputBench(Platform platform, Site site, Path folder, FixLoad load, int threads) {
        this.platform = platform;
        this.site = site;
        this.folder = folder;
        this.load = load;
        this.threads = threads;
    }

    /** Fixes per second of each topology in each round. */
    Map<String, List<Double>> rounds(int rounds, BiConsumer<String, Double> told) {
        Map<String, List<Double>> found = new LinkedHashMap<>();
        try (var admin = Brokers.admin(platform.bootstrapServers())) {
            Brokers.answer(admin.createTopics(List.of(new NewTopic(Peers.OUTPUT, Optional.of(1), Optional.empty())))
                    .all());
            // The machine compiles what is hot while the first of each runs: that is not what is asked.
            for (String what : List.of(PASS_THROUGH, SHIPPED)) {
                told.accept("warm-up, " + what, measure(what, admin));
            }
            for (int round = 0; round < rounds; round++) {
                for (String what : List.of(PASS_THROUGH, SHIPPED, TEXTBOOK)) {
                    double speed = measure(what, admin);
                    found.computeIfAbsent(what, name -> new ArrayList<>()).add(speed);
                    told.accept(what, speed);
                }
            }
        }
        return found;
    }

    private double measure(String what, Admin admin) {
        AppConfig config = config("bench-" + ++run);
        double speed = switch (what) {
            case SHIPPED -> shipped(config, admin);
            case PASS_THROUGH -> peer(config, admin, Peers::passThrough);
            default -> peer(config, admin, Peers::textbook);
        };
        Folders.delete(config.stateDir());
        return speed;
    }

    private double shipped(AppConfig config, Admin admin) {
        try (var streams = new GateStreams(config, site, new SimpleMeterRegistry())) {
            streams.start();
            return new Drain(admin, config.applicationId()).fixesPerSecond(load.fixes());
        }
    }

    private double peer(AppConfig config, Admin admin, Function<Properties, Topology> topology) {
        Properties properties = StreamsSettings.of(config);
        try (var streams = new KafkaStreams(topology.apply(properties), properties)) {
            streams.start();
            return new Drain(admin, config.applicationId()).fixesPerSecond(load.fixes());
        }
    }

    private AppConfig config(String id) {
        return new AppConfig(
                platform.bootstrapServers(),
                platform.registryUrl(),
                id,
                folder.resolve(id),
                site.siteId(),
                ClockSource.TICKS,
                COMMIT,
                threads,
                200_000,
                Duration.ofDays(2),
                "127.0.0.1",
                0,
                Map.of("num.standby.replicas", "0"));
    }
}
