package io.bordergate.topology;

import static io.bordergate.contract.BorderTopics.CLOCK;
import static io.bordergate.contract.BorderTopics.INPUT_FATE;
import static io.bordergate.contract.BorderTopics.TRUCK_POSITION;
import static io.bordergate.contract.BorderTopics.TRUCK_STAY;
import static io.bordergate.contract.BorderTopics.YARD_OCCUPANCY;
import static io.bordergate.fixtures.Times.at;
import static io.bordergate.fixtures.Times.clock;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.bordergate.contract.Topic;
import io.bordergate.domain.site.OperatingBox;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.ZoneKind;
import io.bordergate.event.ClockTicked;
import io.bordergate.event.Datum;
import io.bordergate.event.InputFateCounted;
import io.bordergate.event.StayCertainty;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.fixtures.FakeRegistry;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import io.bordergate.metrics.GateMetrics;
import io.bordergate.runtime.AppConfig;
import io.bordergate.runtime.StreamsSettings;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.state.ObjectStore;
import io.bordergate.topology.TopologySettings.ClockSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology on a bench, with real bytes and real stores, spoken to in the words of the gate. Not thread-safe. */
final class GateBench implements AutoCloseable {
    static final Spot YARD = Spot.at(50, 50);
    static final Spot ROAD = Spot.at(-500, 50);
    static final Spot GATE = Spot.at(50, 1_050);
    static final Spot PARK = Spot.at(3_050, 50);
    static final Site SITE = Sites.site()
            .square("yard", 0, 0, 100, Sites.limits().silence("PT20M", "PT1H"))
            .square("park", ZoneKind.BUFFER, 3_000, 0, 100, Sites.limits().silence("PT20M", "PT2H"))
            .square("gate", ZoneKind.GATE, 0, 1_000, 100, Sites.limits())
            .operatingBox(new OperatingBox(106.0, 21.3, 107.5, 22.5))
            .maxSpeed(200)
            .maxAccuracy(100)
            .build();

    private final MockClock meterClock = new MockClock();
    final MeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, meterClock);
    private final FakeRegistry registry;
    private final TopologyTestDriver driver;
    private final Map<String, InputFateCounted> fates = new TreeMap<>();

    /** On recorded time: what is received is taken when a tick has come to it. */
    GateBench(FakeRegistry registry, Path folder) {
        this(registry, folder, ClockSource.TICKS);
    }

    /** As in live operation: what is received is taken at once. */
    static GateBench live(FakeRegistry registry, Path folder) {
        return new GateBench(registry, folder, ClockSource.WALL);
    }

    private GateBench(FakeRegistry registry, Path folder, ClockSource clock) {
        Path stateDir = keptStateDir(folder);
        meterClock.add(Duration.ofMillis(at("23:00") - meterClock.wallTime()));
        this.registry = registry;
        Properties properties = StreamsSettings.of(config(registry, stateDir));
        // The driver has no broker to restore from: with transactions it refuses any state that it finds.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        var settings =
                new TopologySettings(clock, 1, 1, 100, Duration.ofDays(2), registry.serde(), new GateMetrics(meters));
        driver = new TopologyTestDriver(
                new BorderGateTopology(SITE, settings, properties).build(),
                properties,
                Instant.ofEpochMilli(at("09:00")));
    }

    /** The driver deletes its state directory when it closes: a link hides the stores from that. */
    private static Path keptStateDir(Path folder) {
        try {
            Path stores = Files.createDirectories(folder.resolve("stores"));
            Path task = Files.createDirectories(folder.resolve("state/border-gate/0_0"));
            Files.createSymbolicLink(task.resolve("rocksdb"), stores);
            return folder.resolve("state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AppConfig config(FakeRegistry registry, Path stateDir) {
        var file = new Properties();
        file.put("border.bootstrap.servers", "127.0.0.1:9092");
        file.put("border.registry.url", registry.url());
        file.put("border.state.dir", stateDir.toString());
        return AppConfig.from(file, Map.of());
    }

    /** A fix, received when it is taken. */
    GateBench fix(String truck, String time, Spot spot) {
        return late(truck, time, spot, time);
    }

    GateBench late(String truck, String time, Spot spot, String received) {
        return put(
                TRUCK_POSITION,
                truck.getBytes(UTF_8),
                position(time, spot.latitude(), spot.longitude(), Datum.WGS84),
                received);
    }

    /** A fix at noon so many days later. */
    GateBench laterDay(int days, String truck, Spot spot) {
        long noon = at("12:00") + Duration.ofDays(days).toMillis();
        byte[] value = position(noon, spot.latitude(), spot.longitude(), Datum.WGS84);
        return put(TRUCK_POSITION, truck.getBytes(UTF_8), value, noon);
    }

    GateBench tick(String time) {
        return tickAndStop(time).goOn();
    }

    /** Only the first part of what is due then is done. */
    GateBench tickAndStop(String time) {
        var tick =
                ClockTicked.newBuilder().setTime(Instant.ofEpochMilli(at(time))).build();
        return put(CLOCK, "0".getBytes(UTF_8), bytes(CLOCK, ClockTicked.class, tick), time);
    }

    /** What is due at once is done a part at a time: on a slow machine in many, with some wall time between. */
    private GateBench goOn() {
        for (int part = 0; part < 50; part++) {
            driver.advanceWallClockTime(Duration.ofMillis(10));
        }
        return this;
    }

    /** A tick at noon so many days later. */
    GateBench tickLater(int days) {
        Instant noon = Instant.ofEpochMilli(at("12:00")).plus(Duration.ofDays(days));
        put(CLOCK, "0".getBytes(UTF_8), bytes(CLOCK, ClockTicked.class, new ClockTicked(noon)), noon.toEpochMilli());
        return goOn();
    }

    /** Any bytes at all. */
    GateBench put(Topic topic, byte[] key, byte[] value, String received) {
        return put(topic, key, value, at(received));
    }

    GateBench put(Topic topic, byte[] key, byte[] value, long received) {
        return put(topic.name(), key, value, received);
    }

    /** Into a topic between two stages. */
    GateBench putInside(String topic, byte[] key, byte[] value, String received) {
        return put("border-gate-" + topic, key, value, at(received));
    }

    private GateBench put(String topic, byte[] key, byte[] value, long received) {
        return put(topic, key, value, received, new RecordHeaders().add("feed", "traccar".getBytes(UTF_8)));
    }

    /** With headers of the writer's own. */
    GateBench put(String topic, byte[] key, byte[] value, long received, Headers headers) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers, Instant.ofEpochMilli(received)));
        return this;
    }

    byte[] position(String time, double latitude, double longitude, Datum datum) {
        return position(at(time), latitude, longitude, datum);
    }

    private byte[] position(long time, double latitude, double longitude, Datum datum) {
        return position(Instant.ofEpochMilli(time), latitude, longitude, datum, null, null);
    }

    /** A fix whose device says how fast it is and how sure it is of its place. */
    byte[] position(Instant time, Spot spot, Float speedKmh, Float accuracyMetres) {
        return position(time, spot.latitude(), spot.longitude(), Datum.WGS84, speedKmh, accuracyMetres);
    }

    private byte[] position(
            Instant time, double latitude, double longitude, Datum datum, Float speedKmh, Float accuracyMetres) {
        return bytes(
                TRUCK_POSITION,
                TruckPositionReported.class,
                TruckPositionReported.newBuilder()
                        .setEventTime(time)
                        .setLatitude(latitude)
                        .setLongitude(longitude)
                        .setDatum(datum)
                        .setSpeedKmh(speedKmh)
                        .setAccuracyMetres(accuracyMetres)
                        .build());
    }

    <T extends SpecificRecord> byte[] bytes(Topic topic, Class<T> type, T event) {
        try (var serializer = AvroSerdes.serializer(type, registry.serde())) {
            return serializer.serialize(topic.name(), event);
        }
    }

    /** Stays sent since this was last asked. */
    String stays() {
        return read(TRUCK_STAY, TruckStayChanged.class).stream()
                .map(stay -> stay.getTruckId() + " " + stay.getZoneId() + " " + stay.getKind() + " "
                        + clock(stay.getEnteredAt().toEpochMilli()) + "-"
                        + (stay.getLeftAt() == null
                                ? ""
                                : clock(stay.getLeftAt().toEpochMilli())) + " "
                        + stay.getClosedBy() + (stay.getCertainty() == StayCertainty.UNCERTAIN ? "?" : "") + " r"
                        + stay.getRevision())
                .collect(Collectors.joining(" | "));
    }

    /** Occupancy sent since this was last asked: {@code "yard 1+0/10 at 10:05"}. */
    String occupancy() {
        return read(YARD_OCCUPANCY, YardOccupancyChanged.class).stream()
                .map(yard -> yard.getYardId() + " " + yard.getConfirmedTrucks() + "+" + yard.getUncertainTrucks() + "/"
                        + yard.getCapacity() + " at "
                        + clock(yard.getAsOf().toEpochMilli()))
                .collect(Collectors.joining(" | "));
    }

    /** What has become of all records of a topic so far, one wall-clock second later. */
    Map<String, Long> fates(Topic topic) {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.createOutputTopic(INPUT_FATE.name(), new StringDeserializer(), reader(InputFateCounted.class))
                .readRecordsToList()
                .forEach(record -> fates.put(record.key(), record.value()));
        return fates.values().stream()
                .filter(count -> count.getTopic().equals(topic.name()))
                .collect(Collectors.toMap(
                        count -> (count.getFate() + " " + count.getReason()).trim(),
                        InputFateCounted::getCount,
                        Long::sum,
                        TreeMap::new));
    }

    /** Records set aside since this was last asked. */
    List<TestRecord<byte[], byte[]>> setAside(Topic topic) {
        return raw(topic.name());
    }

    /** Everything that was written to a topic since this was last asked, by anyone. */
    List<TestRecord<byte[], byte[]>> raw(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** A store of the application, as it lies there. */
    <V> KeyValueStore<String, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** Trucks that are remembered. */
    List<String> tracks() {
        return keys(PresenceTracking.TRACKS);
    }

    /** Keys of a store of objects. */
    List<String> keys(String name) {
        var keys = new java.util.ArrayList<String>();
        objects(name).forEachStored((key, value) -> keys.add(key));
        return keys;
    }

    @SuppressWarnings("unchecked") // Who asks knows what lies there.
    <V> ObjectStore<V> objects(String name) {
        return (ObjectStore<V>) driver.getStateStore(name);
    }

    /** Trucks with a recent fix, as the metrics show them. */
    double trucksShown(String yard) {
        var gauge = meters.find("border.yard.trucks")
                .tags("yard", yard, "certainty", "confirmed")
                .gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    /** When the newest record of a topic that was used was received, by the age that the metrics show. */
    String newestShown(Topic topic) {
        double seconds = meters.get("border.input.age")
                .tags("topic", topic.name())
                .gauge()
                .value();
        return clock(meterClock.wallTime() - Math.round(seconds * 1_000));
    }

    @Override
    public void close() {
        driver.close();
    }

    <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), reader(type))
                .readValuesToList();
    }

    private <T extends SpecificRecord> org.apache.kafka.common.serialization.Deserializer<T> reader(Class<T> type) {
        return AvroSerdes.deserializer(type, registry.serde());
    }
}
