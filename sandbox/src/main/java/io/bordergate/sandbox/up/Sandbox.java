package io.bordergate.sandbox.up;

import io.bordergate.contract.BorderTopics;
import io.bordergate.dashboard.DashboardApp;
import io.bordergate.dashboard.DashboardConfig;
import io.bordergate.event.SitePublished;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.runtime.AppConfig;
import io.bordergate.runtime.StreamsApp;
import io.bordergate.sandbox.Brokers;
import io.bordergate.sandbox.CommittedTable;
import io.bordergate.sandbox.FateLedger;
import io.bordergate.sandbox.GateException;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Platform;
import io.bordergate.sandbox.RunFile;
import io.bordergate.sandbox.TopicPlan;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.simulator.Simulation;
import io.bordergate.topology.TopologySettings.ClockSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** All parts of the product in one process, started in order and stopped in the other. Not thread-safe. */
final class Sandbox implements AutoCloseable {
    /** Enough for one machine, and more than one, so that nothing rests on a single partition. */
    static final int TRUCK_PARTITIONS = 4;

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final GateHome home;
    private final Platform platform;
    private final StreamsApp streams;
    private final DashboardApp dashboard;
    private final Simulation simulation;
    private final String siteId;
    private final FeedCarrier carrier;
    private final Thread carrierThread;
    private final CommittedTable<YardOccupancyChanged> yards;

    /**
     * What to start.
     *
     * @param siteText the site file
     * @param siteId its id
     * @param scenario name of the scenario that the simulation plays
     * @param speed simulated seconds a second
     * @param ports where the parts listen
     * @param headless without the page
     */
    record Plan(String siteText, String siteId, String scenario, double speed, PortPlan ports, boolean headless) {}

    private Sandbox(GateHome home, Plan plan, Simulation simulation, Platform platform) throws IOException {
        this.home = home;
        this.platform = platform;
        this.simulation = simulation;
        this.siteId = plan.siteId();
        publishSite(plan.siteText());
        streams = new StreamsApp(appConfig(plan));
        streams.run();
        dashboard = plan.headless() ? null : DashboardApp.start(dashboardConfig(plan));
        yards = new CommittedTable<>(
                BorderTopics.YARD_OCCUPANCY, YardOccupancyChanged.class, platform.bootstrapServers(), platform.serde());
        FeedPosition from = feedPosition(plan.scenario());
        carrier = new FeedCarrier(
                platform, simulation.reportsFrom(from.nextReport()), from, plan.speed(), TRUCK_PARTITIONS);
        carrierThread = new Thread(carrier, "feeds");
    }

    /** Starts everything and returns when it works. */
    static Sandbox start(GateHome home, Plan plan, Simulation simulation, Consumer<String> steps) throws IOException {
        var place = new Platform.Place(
                home.brokerData(),
                home.registryData(),
                home.logs().resolve("registry.log"),
                plan.ports().broker(),
                plan.ports().registry());
        var platform = Platform.start(home.registryDistribution(), place, TopicPlan.sandbox(TRUCK_PARTITIONS), steps);
        try {
            steps.accept("streams");
            var sandbox = new Sandbox(home, plan, simulation, platform);
            sandbox.awaitReady();
            sandbox.carrierThread.start();
            RunFile.ofThisProcess(platform.bootstrapServers(), platform.registryUrl(), TRUCK_PARTITIONS)
                    .write(home);
            return sandbox;
        } catch (RuntimeException | IOException e) {
            platform.close();
            throw e;
        }
    }

    String bootstrapServers() {
        return platform.bootstrapServers();
    }

    String registryUrl() {
        return platform.registryUrl();
    }

    FeedCarrier carrier() {
        return carrier;
    }

    /** Makes the site file known; all parts take it up while they run. */
    void publishSite(String geoJson) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", platform.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                AvroSerdes.serializer(SitePublished.class, platform.serde()))) {
            var unused = producer.send(
                    new ProducerRecord<>(BorderTopics.SITE.name(), siteId, new SitePublished(siteId, geoJson)));
            producer.flush();
        }
    }

    /** The occupancy as published, by yard. */
    Map<String, YardOccupancyChanged> occupancy() {
        return yards.readToEnd();
    }

    /** Stops the feeds and waits until every record has met its fate; then compares with the truth. */
    List<Agreement> drain(Consumer<String> steps) {
        stopFeeds();
        FeedPosition sent = carrier.position();
        try (var ledger = new FateLedger(platform.bootstrapServers(), platform.serde())) {
            ledger.await(
                    BorderTopics.TRUCK_POSITION,
                    sent.positions(),
                    streams::hasFailed,
                    done -> steps.accept("draining: " + done + " of " + sent.positions() + " fixes"));
            ledger.await(
                    BorderTopics.DECLARATION_MILESTONE,
                    sent.milestones(),
                    streams::hasFailed,
                    done -> steps.accept("draining: " + done + " of " + sent.milestones() + " milestones"));
            ledger.await(BorderTopics.CLOCK, sent.ticks(), streams::hasFailed, done -> steps.accept("draining: clock"));
        }
        return settledAgreement();
    }

    @Override
    public void close() {
        stopFeeds();
        RunFile.delete(home);
        yards.close();
        if (dashboard != null) {
            dashboard.close();
        }
        streams.close();
        platform.close();
    }

    /** The last hop, from the stays to the yards, has its own transaction: give it a moment. */
    private List<Agreement> settledAgreement() {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        List<Agreement> found;
        int quiet = 0;
        Map<String, YardOccupancyChanged> before = Map.of();
        do {
            Map<String, YardOccupancyChanged> live = Map.copyOf(yards.poll(Duration.ofMillis(300)));
            quiet = live.equals(before) ? quiet + 1 : 0;
            before = live;
            found = Agreement.at(carrier.time(), simulation.groundTruth(), live);
        } while ((quiet < 5 || !found.stream().allMatch(Agreement::holds)) && System.nanoTime() < deadline);
        return found;
    }

    private void stopFeeds() {
        carrier.stop();
        try {
            carrierThread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (carrier.failure() != null) {
            throw new GateException(
                    "the feeds could not be carried: " + carrier.failure().getMessage(), carrier.failure());
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!streams.isReady()) {
            if (streams.hasFailed() || System.nanoTime() > deadline) {
                throw new GateException("the streams are not ready: see " + home.logs());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GateException("interrupted while starting", e);
        }
    }

    private FeedPosition feedPosition(String scenario) {
        try (var admin = Brokers.admin(platform.bootstrapServers())) {
            return FeedPosition.find(admin, scenario);
        }
    }

    private AppConfig appConfig(Plan plan) {
        return new AppConfig(
                platform.bootstrapServers(),
                platform.registryUrl(),
                "border-gate",
                home.state().resolve("data").resolve("streams"),
                plan.siteId(),
                ClockSource.TICKS,
                Duration.ofMillis(200),
                1,
                50_000,
                Duration.ofDays(2),
                "127.0.0.1",
                plan.ports().health(),
                // One process: there is nobody to keep a standby.
                Map.of("num.standby.replicas", "0"));
    }

    private DashboardConfig dashboardConfig(Plan plan) {
        return new DashboardConfig(
                platform.bootstrapServers(),
                platform.registryUrl(),
                plan.siteId(),
                "127.0.0.1",
                plan.ports().page());
    }
}
