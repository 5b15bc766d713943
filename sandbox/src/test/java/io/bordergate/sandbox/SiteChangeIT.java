package io.bordergate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.GateLoadChanged;
import io.bordergate.event.SitePublished;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.runtime.AppConfig;
import io.bordergate.runtime.StreamsApp;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.simulator.Report.PositionReport;
import io.bordergate.topology.TopologySettings.ClockSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate is added by publishing the site file anew while the application runs, which keeps what it knows. */
class SiteChangeIT {
    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");
    private static final String HERE = "VN:12C12345";
    private static final String THERE = "VN:12C54321";

    @TempDir
    Path folder;

    private Platform platform;
    private KafkaProducer<byte[], byte[]> producer;
    private FeedRecords records;
    private ClockTicks ticks;
    private CommittedTable<YardOccupancyChanged> yards;
    private CommittedTable<GateLoadChanged> loads;

    @BeforeEach
    void start() {
        var place = new Platform.Place(
                folder.resolve("broker"), folder.resolve("registry"), folder.resolve("registry.log"), 0, 0);
        platform = Platform.start(GateHome.find().registryDistribution(), place, TopicPlan.sandbox(2), step -> {});
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        records = new FeedRecords(platform.serde());
        ticks = new ClockTicks(platform.serde(), 2);
        yards = new CommittedTable<>(
                BorderTopics.YARD_OCCUPANCY, YardOccupancyChanged.class, platform.bootstrapServers(), platform.serde());
        loads = new CommittedTable<>(
                BorderTopics.GATE_LOAD, GateLoadChanged.class, platform.bootstrapServers(), platform.serde());
    }

    @AfterEach
    void stop() {
        loads.close();
        yards.close();
        producer.close();
        platform.close();
    }

    @Test
    void takesUpAGateThatIsAddedWhileItRuns() throws Exception {
        publish(site(gate("north", 22.0)));
        try (var app = new StreamsApp(config())) {
            app.run();
            await("the first site is in use", app::isReady);
            report(NOON);
            await("a truck is in the yard of the first gate", () -> trucks("north-yard") == 1);
            assertThat(loads.readToEnd()).doesNotContainKey("south");

            publish("{\"type\": \"FeatureCollection\", \"siteId\": \"test\", \"features\": []}");
            publish(site(gate("north", 22.0) + "," + gate("south", 21.0)));
            await("the second site is in use", () -> !app.isReady());
            await("the streams run again", app::isReady);
            report(NOON.plus(Duration.ofMinutes(5)));

            await("a truck is in the yard of the second gate", () -> trucks("south-yard") == 1);
            assertThat(trucks("north-yard")).as("what was known is kept").isEqualTo(1);
            report(NOON.plus(Duration.ofMinutes(6)));
            await("the second gate has its figures", () -> loads.readToEnd().containsKey("south"));
        }
    }

    private int trucks(String yard) {
        YardOccupancyChanged occupancy = yards.readToEnd().get(yard);
        return occupancy == null ? 0 : occupancy.getConfirmedTrucks();
    }

    /** Both trucks are where they are, and the time has come so far. */
    private void report(Instant at) {
        send(records.of(fix(HERE, at, 22.0005)));
        send(records.of(fix(THERE, at, 21.0005)));
        ticks.at(at.plusSeconds(60)).forEach(this::send);
        producer.flush();
    }

    private static PositionReport fix(String truck, Instant at, double latitude) {
        return new PositionReport(0, at, at, truck, truck, latitude, 106.7005, null, null, null, false);
    }

    private void publish(String geoJson) {
        try (var values = AvroSerdes.serializer(SitePublished.class, platform.serde())) {
            String topic = BorderTopics.SITE.name();
            byte[] value = values.serialize(topic, new SitePublished("test", geoJson));
            send(new ProducerRecord<>(topic, "test".getBytes(StandardCharsets.UTF_8), value));
            producer.flush();
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record);
    }

    private static String site(String features) {
        return "{\"type\": \"FeatureCollection\", \"siteId\": \"test\", \"features\": [" + features + "]}";
    }

    /** A gate and a yard in it, 100 m or so each way. */
    private static String gate(String id, double latitude) {
        return feature(id, "gate", id, latitude) + "," + feature(id + "-yard", "yard", id, latitude);
    }

    private static String feature(String id, String kind, String gate, double latitude) {
        double north = latitude + 0.001;
        return """
                {"type": "Feature", "id": "%s",
                 "properties": {"kind": "%s", "gate": "%s", "name": "%s", "capacity": 10},
                 "geometry": {"type": "Polygon", "coordinates":
                   [[[106.7, %f], [106.701, %f], [106.701, %f], [106.7, %f], [106.7, %f]]]}}""".formatted(id, kind, gate, id, latitude, latitude, north, north, latitude);
    }

    private AppConfig config() {
        return new AppConfig(
                platform.bootstrapServers(),
                platform.registryUrl(),
                "site-change",
                folder.resolve("streams"),
                "test",
                ClockSource.TICKS,
                Duration.ofMillis(100),
                1,
                1_000,
                Duration.ofDays(2),
                "127.0.0.1",
                0,
                Map.of("num.standby.replicas", "0"));
    }

    private static void await(String what, BooleanSupplier holds) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting until " + what).isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
