package io.bordergate.sandbox.replay;

import io.bordergate.connect.feed.FeedRecord;
import io.bordergate.connect.feed.GateStatusJson;
import io.bordergate.connect.feed.LineReader;
import io.bordergate.connect.feed.MilestoneJson;
import io.bordergate.connect.feed.PositionCsv;
import io.bordergate.connect.feed.UnreadableLineException;
import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.ClockReached;
import io.bordergate.event.ClockTicked;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import io.bordergate.event.InputFateCounted;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.metrics.GateMetrics;
import io.bordergate.runtime.AppConfig;
import io.bordergate.runtime.StreamsSettings;
import io.bordergate.sitefile.SiteFile;
import io.bordergate.topology.BorderGateTopology;
import io.bordergate.topology.TopologySettings;
import io.bordergate.topology.TopologySettings.ClockSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * A replay through the whole topology without a broker, so that many are quick: same readers, same stages, same result
 * files. The inputs are mixed at random, which no result may notice. Not thread-safe.
 */
final class TopologyRun implements AutoCloseable {
    private static final int MOST_PARTS = 100_000;

    private final Instant now;
    private final Map<String, Object> serde = Map.of("border.serde.class", BareAvro.class);
    private final TopologyTestDriver driver;
    private final Serializer<SpecificRecord> values = new BareAvro().serializer();
    private final Deserializer<SpecificRecord> events = new BareAvro().deserializer();
    private final Map<String, Long> unreadable = new HashMap<>();
    private final Map<String, InputFateCounted> told = new HashMap<>();
    private long lastRecordTime = Long.MIN_VALUE;

    TopologyRun(Path site, Instant now, Path stateDir) throws IOException {
        this.now = now;
        var properties = StreamsSettings.of(config(stateDir));
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        // One truck in memory: all others come back from their bytes again and again.
        var settings = new TopologySettings(
                ClockSource.TICKS, 1, 1, 1, Duration.ofDays(2), serde, new GateMetrics(new SimpleMeterRegistry()));
        var topology = new BorderGateTopology(SiteFile.parse(Files.readString(site)), settings, properties);
        driver = new TopologyTestDriver(topology.build(), properties, Instant.EPOCH);
    }

    private static AppConfig config(Path stateDir) {
        var file = new Properties();
        file.put("border.bootstrap.servers", "127.0.0.1:9092");
        file.put("border.registry.url", "http://127.0.0.1:8081");
        file.put("border.state.dir", stateDir.toString());
        return AppConfig.from(file, Map.of());
    }

    /** Sends both files, each in its order, mixed by that seed; then moves the clock to the end. */
    TopologyRun replay(Path positions, Path milestones, long seed) throws IOException {
        return replay(positions, milestones, Optional.empty(), seed);
    }

    /** The same with a file of gate status, if there is one. */
    TopologyRun replay(Path positions, Path milestones, Optional<Path> statuses, long seed) throws IOException {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Deque<Runnable> fixes = new ArrayDeque<>();
        Deque<Runnable> papers = new ArrayDeque<>();
        Deque<Runnable> words = new ArrayDeque<>();
        try (var lines = new RawLines(positions)) {
            var reader = new PositionCsv(text(lines.next()), "replay", clock);
            queue(lines, "positions", reader, BorderTopics.TRUCK_POSITION, fixes);
        }
        try (var lines = new RawLines(milestones)) {
            queue(lines, "milestones", new MilestoneJson("replay", clock), BorderTopics.DECLARATION_MILESTONE, papers);
        }
        if (statuses.isPresent()) {
            try (var lines = new RawLines(statuses.get())) {
                queue(lines, "status", new GateStatusJson(clock), BorderTopics.GATE_STATUS, words);
            }
        }
        var random = new Random(seed);
        mix(words, mix(fixes, papers, random), random).forEach(Runnable::run);
        if (lastRecordTime == Long.MIN_VALUE) {
            return this;
        }
        var tick = new ClockTicked(Instant.ofEpochMilli(lastRecordTime));
        send(BorderTopics.CLOCK, "0", tick, lastRecordTime);
        // Much is due at once, and is done a part at a time.
        for (int part = 0; part < 1_000; part++) {
            driver.advanceWallClockTime(Duration.ofMillis(10));
        }
        return this;
    }

    /** Until the last stages say that they have dealt with all that was received. */
    TopologyRun drain() {
        Set<String> missing = new HashSet<>(Set.of(StageClock.LAST_STAGE, StageClock.ADVICE));
        for (int part = 0; !missing.isEmpty() && lastRecordTime != Long.MIN_VALUE; part++) {
            if (part == MOST_PARTS) {
                throw new AssertionError(missing + " not at " + Instant.ofEpochMilli(lastRecordTime));
            }
            driver.advanceWallClockTime(Duration.ofSeconds(1));
            List<ClockReached> told = new ArrayList<>();
            this.<ClockReached>read(BorderTopics.CLOCK_REACHED, (key, clock) -> told.add(clock));
            Instant end = Instant.ofEpochMilli(lastRecordTime);
            missing.removeIf(stage -> StageClock.partitionsAt(told, stage, end, 1) > 0);
        }
        return this;
    }

    /** Both in their order. */
    private static Deque<Runnable> mix(Deque<Runnable> some, Deque<Runnable> others, Random random) {
        Deque<Runnable> mixed = new ArrayDeque<>();
        while (!some.isEmpty() || !others.isEmpty()) {
            boolean one =
                    others.isEmpty() || (!some.isEmpty() && random.nextInt(some.size() + others.size()) < some.size());
            mixed.add((one ? some : others).removeFirst());
        }
        return mixed;
    }

    List<String> stays() {
        return StaysCsv.lines(StaysCsv.visits(
                newest(BorderTopics.TRUCK_STAY, TruckStayChanged::getStayId, TruckStayChanged::getRevision)
                        .values()));
    }

    List<String> trips() {
        return TripsCsv.lines(TripsCsv.holding(
                newest(BorderTopics.TRUCK_TRIP, TruckTripChanged::getTripId, TruckTripChanged::getRevision)
                        .values()));
    }

    List<String> discrepancies() {
        return DiscrepanciesCsv.lines(DiscrepanciesCsv.holding(newest(
                        BorderTopics.TRIP_DISCREPANCY,
                        TripDiscrepancyChanged::getDiscrepancyId,
                        TripDiscrepancyChanged::getRevision)
                .values()));
    }

    List<String> alerts() {
        return AlertsCsv.lines(newest(
                        BorderTopics.GATE_ALERT,
                        GateAlertChanged::getAlertId,
                        (GateAlertChanged episode) -> episode.getHistory().size())
                .values());
    }

    List<String> daily() {
        return DailyCsv.lines(newest(
                        BorderTopics.GATE_DAILY,
                        (GateDayReported day) -> day.getGateId() + "|" + day.getDate(),
                        GateDayReported::getRevision)
                .values());
    }

    /** What was advised, at each quarter hour. */
    List<String> advice() {
        Map<String, GateAdviceGiven> given = new TreeMap<>();
        this.<GateAdviceGiven>read(BorderTopics.GATE_ADVICE, (gate, advice) -> {
            if (given.put(gate + "|" + advice.getAt(), advice) != null) {
                throw new AssertionError("advised twice: " + advice);
            }
        });
        return AdviceCsv.lines(given.values());
    }

    /** Lines {@code input,fate,reason,count}, without a header. */
    List<String> fates(String input, Topic topic) {
        Map<String, Long> counts = new TreeMap<>();
        this.<InputFateCounted>read(BorderTopics.INPUT_FATE, told::put);
        told.values().stream()
                .filter(count -> count.getTopic().equals(topic.name()))
                .forEach(count -> counts.merge(count.getFate() + "," + count.getReason(), count.getCount(), Long::sum));
        counts.merge("DEAD_LETTERED,UNREADABLE", unreadable.getOrDefault(input, 0L), Long::sum);
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> input + "," + count.getKey() + "," + count.getValue())
                .toList();
    }

    /** Every record that was written, also to topics of our own, by topic. To be asked first: it takes them away. */
    Map<String, List<TestRecord<byte[], byte[]>>> everything() {
        Map<String, List<TestRecord<byte[], byte[]>>> written = new TreeMap<>();
        for (String topic : driver.producedTopicNames()) {
            written.put(
                    topic,
                    driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                            .readRecordsToList());
        }
        return written;
    }

    @Override
    public void close() {
        driver.close();
    }

    /** The newest revision of each; revisions must come one by one. */
    private <T extends SpecificRecord> Map<String, T> newest(
            Topic topic, Function<T, String> id, Function<T, Integer> revision) {
        Map<String, T> newest = new TreeMap<>();
        this.<T>read(topic, (key, event) -> {
            T before = newest.put(id.apply(event), event);
            if (before != null && revision.apply(event) != revision.apply(before) + 1) {
                throw new AssertionError("revision " + revision.apply(event) + " after " + revision.apply(before)
                        + " of " + id.apply(event));
            }
        });
        return newest;
    }

    @SuppressWarnings("unchecked")
    private <T extends SpecificRecord> void read(Topic topic, java.util.function.BiConsumer<String, T> each) {
        var output = driver.createOutputTopic(topic.name(), new StringDeserializer(), events);
        output.readRecordsToList().forEach(record -> each.accept(record.key(), (T) record.value()));
    }

    private <T extends SpecificRecord> void queue(
            RawLines lines, String input, LineReader<T> reader, Topic topic, Deque<Runnable> queue) throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            try {
                FeedRecord<T> record = reader.read(text(line));
                long time = record.recordTime().toEpochMilli();
                if (!record.capped()) {
                    lastRecordTime = Math.max(lastRecordTime, time);
                }
                queue.add(() -> send(topic, record.key(), record.event(), time));
            } catch (UnreadableLineException e) {
                unreadable.merge(input, 1L, Long::sum);
            }
        }
    }

    private void send(Topic topic, String key, SpecificRecord value, long time) {
        input(topic)
                .pipeInput(new TestRecord<>(
                        key.getBytes(StandardCharsets.UTF_8),
                        values.serialize(topic.name(), value),
                        new RecordHeaders(),
                        time));
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
