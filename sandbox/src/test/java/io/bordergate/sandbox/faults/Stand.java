package io.bordergate.sandbox.faults;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.SitePublished;
import io.bordergate.sandbox.GateException;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.RegistryProcess;
import io.bordergate.sandbox.TopicPlan;
import io.bordergate.sandbox.TopicProvisioner;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.serde.SchemaRegistryClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The place of one test: fresh topics on the cluster that all tests of a run share, a site, instances of the product, a load, and
 * a folder under target/faults in which all of it is kept. Not thread-safe.
 */
final class Stand implements AutoCloseable {
    static final int PARTITIONS = 6;
    private static final Duration AHEAD = Duration.ofMinutes(30);
    private static final Path TARGET = GateHome.find().top().resolve("sandbox/target/faults");
    private static final Path SITE = GateHome.find().top().resolve("deploy/site/lang-son.geojson");

    private final String test;
    private final Shared shared;
    private final Path folder;
    private final FaultLog log;
    /** Half an hour ahead, so that the load may hold records stamped ahead, as far as a broker allows it. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(AHEAD);

    private final Load load;
    private final List<AppProcess> apps = new ArrayList<>();
    private final Map<String, String> settings;

    /** Brokers and registry of all tests of a run; they end with the process. */
    private record Shared(Cluster cluster, RegistryProcess registry) {
        private static Shared running;

        static synchronized Shared get() throws IOException {
            if (running == null) {
                Path folder = Files.createDirectories(
                        TARGET.resolve("cluster-" + ProcessHandle.current().pid()));
                var registry = RegistryProcess.launch(
                        GateHome.find().registryDistribution(), folder.resolve("registry"), folder.resolve("log"), 0);
                var cluster = Cluster.start(folder);
                registry.awaitReady();
                running = new Shared(cluster, registry);
                Runtime.getRuntime().addShutdownHook(new Thread(running::close, "end-of-cluster"));
            }
            return running;
        }

        private void close() {
            cluster.close();
            registry.close();
        }
    }

    private Stand(String test, Map<String, String> settings) throws IOException {
        this.test = test;
        this.settings = settings;
        this.shared = Shared.get();
        this.folder = emptied(TARGET.resolve(test));
        this.log = new FaultLog(folder.resolve("faults.log"));
        log.note("seed " + Tier.seed() + ", " + (Tier.chosen().isLong() ? "long" : "quick") + " tier, now " + now);
        provision();
        this.load = new Load(cluster().bootstrapServers(), serde(), PARTITIONS, now);
    }

    /** @param settings of the streams application, as environment variables, beside the usual ones */
    static Stand open(String test, Map<String, String> settings) throws IOException {
        return new Stand(test, settings);
    }

    static Stand open(String test) throws IOException {
        return open(test, Map.of());
    }

    Cluster cluster() {
        return shared.cluster();
    }

    Load load() {
        return load;
    }

    Path folder() {
        return folder;
    }

    Committed committed() {
        return new Committed(cluster().bootstrapServers(), serde());
    }

    /** A day that ended an hour ago, its site published, and all sent that was received before its first fix. */
    List<String> publishDay(int trucks, int fixesPerTruck) throws IOException {
        var day = RandomDay.generate(
                Tier.seed(), SITE, trucks, fixesPerTruck, now.minus(AHEAD).minus(Duration.ofHours(1)));
        Files.writeString(siteFile(), day.site());
        var event = SitePublished.newBuilder()
                .setSiteId("lang-son")
                .setGeoJson(day.site())
                .build();
        try (var values = AvroSerdes.serializer(SitePublished.class, serde())) {
            load.sendRaw(
                    BorderTopics.SITE.name(),
                    null,
                    null,
                    "lang-son".getBytes(StandardCharsets.UTF_8),
                    values.serialize(BorderTopics.SITE.name(), event));
        }
        int first = 0;
        while (RandomDay.isPaper(day.lines().get(first))) {
            first++;
        }
        load.sendAll(day.lines().subList(0, first));
        log.note(day.lines().size() + " lines of " + trucks + " trucks, " + first + " of them sent");
        return day.lines().subList(first, day.lines().size());
    }

    /** So many instances, all of them ready. */
    List<AppProcess> startApps(int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            var app = new AppProcess("app-" + (apps.size() + 1), folder, environment());
            app.start();
            apps.add(app);
        }
        apps.forEach(AppProcess::awaitReady);
        log.note(count + " instances ready");
        return apps;
    }

    List<AppProcess> apps() {
        return apps;
    }

    GapWatch watch() {
        return new GapWatch(cluster().bootstrapServers(), serde());
    }

    void note(String what) {
        log.note(what);
    }

    Verdict newVerdict() {
        return new Verdict(test, Tier.seed(), Tier.chosen().isLong());
    }

    String applicationId() {
        return "border-gate-" + test;
    }

    Path siteFile() {
        return folder.resolve("site.geojson");
    }

    /** What counts as now where the load is read; nothing in it is stamped later. */
    Instant now() {
        return now;
    }

    Map<String, Object> serde() {
        return Map.of("schema.registry.url", shared.registry().url(), "auto.register.schemas", "false");
    }

    @Override
    public void close() {
        load.close();
        try {
            for (AppProcess app : apps) {
                if (app.isAlive()) {
                    app.kill();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void provision() {
        cluster().awaitAllInSync();
        cluster().deleteTopics();
        // What one broker has made known, another may not have heard yet.
        Waiting.until("topics", Tier.limit(60), () -> {
            try {
                new TopicProvisioner(cluster().admin(), TopicPlan.sandbox(PARTITIONS)).createTopics();
                return true;
            } catch (GateException e) {
                return false;
            }
        });
        TopicProvisioner.registerSchemas(SchemaRegistryClient.shared(serde()));
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("BORDER_BOOTSTRAP_SERVERS", cluster().bootstrapServers());
        environment.put("BORDER_REGISTRY_URL", shared.registry().url());
        environment.put("BORDER_APPLICATION_ID", applicationId());
        environment.put("BORDER_CLOCK", "ticks");
        // Three brokers and three instances share a small machine: fewer, and so larger, transactions to break.
        environment.put("BORDER_COMMIT_INTERVAL", "PT1S");
        environment.put("BORDER_FORGET_AFTER", "P36500D");
        environment.putAll(settings);
        return environment;
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** All topics that the product writes. */
    static List<Topic> outputs() {
        return BorderTopics.all().stream()
                .filter(topic -> !inputs().contains(topic) && !topic.equals(BorderTopics.SITE))
                .toList();
    }

    /** All topics that the streams read. */
    static List<Topic> inputs() {
        return List.of(
                BorderTopics.TRUCK_POSITION,
                BorderTopics.DECLARATION_MILESTONE,
                BorderTopics.GATE_STATUS,
                BorderTopics.CLOCK);
    }
}
