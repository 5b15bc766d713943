package io.bordergate.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.state.ObjectStore.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store of live objects in a small topology of its own: one record changes several words, the driver commits after each
 * record, and the changelog shows what was written.
 */
class ObjectStoreTest {
    private static final String CHANGELOG = "objects-words-changelog";

    @TempDir
    Path folder;

    private final List<String> stored = new ArrayList<>();
    private int decoded;
    private TopologyTestDriver driver;
    private TestOutputTopic<String, String> changelog;

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void writesAnObjectOnceACommitHoweverOftenItChanged() {
        open(10);

        put("a+1 a+2 a+3 b+1");
        assertThat(logged()).containsExactlyInAnyOrder("a=123", "b=1");

        put("a+4");
        assertThat(logged()).containsExactly("a=1234");
    }

    @Test
    void writesNothingForAnObjectThatWasOnlyRead() {
        open(10);
        put("a+1 b+1");
        logged();

        put("a? b?");

        assertThat(logged()).isEmpty();
    }

    @Test
    void keepsNoMoreObjectsAfterACommitThanItMayAndReadsTheOthersBack() {
        open(2);

        put("a+1 b+1 c+1 a+2 b+2 c+2");
        assertThat(logged()).containsExactlyInAnyOrder("a=12", "b=12", "c=12");
        assertThat(decoded).isZero();

        put("a? b? c?");
        assertThat(decoded).isPositive();
        assertThat(logged()).isEmpty();

        put("a+3 b+3 c+3");
        assertThat(logged()).containsExactlyInAnyOrder("a=123", "b=123", "c=123");
    }

    @Test
    void doesNotWriteAgainWhatWasEvictedUnchanged() {
        open(1);
        put("a+1");
        logged();

        put("a? b+1 a?");

        assertThat(logged()).containsExactly("b=1");
    }

    @Test
    void deletesAtOnce() {
        open(10);
        put("a+1 b+1");
        logged();

        put("a- b+2");

        assertThat(logged()).containsExactlyInAnyOrder("a=null", "b=12");
        put("a+9");
        assertThat(logged()).containsExactly("a=9");
    }

    @Test
    void forgetsAnObjectThatWasAddedAndDeletedBetweenTwoCommits() {
        open(10);

        put("a+1 a-");

        assertThat(logged()).containsExactly("a=null");
        put("a?");
        assertThat(logged()).isEmpty();
    }

    @Test
    void findsAllItStoredWhenItIsOpenedAgain() {
        open(2);
        put("a+1 b+1 c+1");
        put("b+2 c- d+4");
        driver.close();

        open(2);

        assertThat(stored).containsExactly("a=1", "b=12", "d=4");
        put("a+2");
        assertThat(logged()).containsExactly("a=12");
    }

    @Test
    void writesUnderTheRecordsTimeWithoutItsHeaders() {
        open(10);
        driver.createInputTopic("orders", new StringSerializer(), new StringSerializer())
                .pipeInput(new TestRecord<>(
                        "k",
                        "a+1",
                        new org.apache.kafka.common.header.internals.RecordHeaders().add("feed", new byte[] {1}),
                        Instant.ofEpochMilli(5_000)));

        TestRecord<String, String> record = changelog.readRecord();

        assertThat(record.headers()).isEmpty();
        assertThat(record.timestamp()).isEqualTo(5_000);
    }

    @Test
    void writesWhatATimerChanged() {
        open(10);
        put("a+1");
        logged();

        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(logged()).containsExactly("a=1t");
    }

    private void open(int capacity) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "objects");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, keptStateDir().toString());
        driver = new TopologyTestDriver(topology(capacity), properties, Instant.ofEpochMilli(0));
        changelog = driver.createOutputTopic(CHANGELOG, new StringDeserializer(), new StringDeserializer());
    }

    /** The driver deletes its state directory when it closes: a link hides the stores from that. */
    private Path keptStateDir() {
        try {
            Path stores = Files.createDirectories(folder.resolve("stores"));
            Path task = Files.createDirectories(folder.resolve("state/objects/0_0"));
            Files.createSymbolicLink(task.resolve("rocksdb"), stores);
            return folder.resolve("state");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void put(String orders) {
        driver.createInputTopic("orders", new StringSerializer(), new StringSerializer())
                .pipeInput("k", orders, 1_000L);
    }

    private List<String> logged() {
        return changelog.readRecordsToList().stream()
                .map(record -> record.key() + "=" + record.value())
                .toList();
    }

    private Topology topology(int capacity) {
        var words = new ObjectStoreBuilder<>("words", new Words(), capacity);
        var builder = new StreamsBuilder();
        builder.stream("orders", Consumed.with(Serdes.String(), Serdes.String()))
                .process(new ProcessorSupplier<String, String, Void, Void>() {
                    @Override
                    public Processor<String, String, Void, Void> get() {
                        return new Writer();
                    }

                    @Override
                    public Set<StoreBuilder<?>> stores() {
                        return Set.of(words);
                    }
                });
        return builder.build();
    }

    /** Text that grows. */
    private final class Words implements ObjectCodec<StringBuilder> {
        @Override
        public byte[] encode(StringBuilder value) {
            return value.toString().getBytes(UTF_8);
        }

        @Override
        public StringBuilder decode(String key, byte[] bytes) {
            decoded++;
            return new StringBuilder(new String(bytes, UTF_8));
        }
    }

    /** Obeys orders such as {@code a+1} (append), {@code a?} (read) and {@code a-} (delete). */
    private final class Writer extends ContextualProcessor<String, String, Void, Void> {
        private ObjectStore<StringBuilder> words;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            super.init(context);
            words = context.getStateStore("words");
            var found = new TreeMap<String, String>();
            words.forEachStored((key, value) -> found.put(key, value.toString()));
            found.forEach((key, value) -> stored.add(key + "=" + value));
            context.schedule(Duration.ofSeconds(1), PunctuationType.WALL_CLOCK_TIME, now -> append("a", "t"));
        }

        @Override
        public void process(Record<String, String> record) {
            for (String order : record.value().split(" ", -1)) {
                String key = order.substring(0, 1);
                switch (order.charAt(1)) {
                    case '+' -> append(key, order.substring(2));
                    case '-' -> words.remove(key);
                    default -> words.get(key);
                }
            }
        }

        private void append(String key, String text) {
            Slot<StringBuilder> slot = words.get(key);
            if (slot == null) {
                slot = words.add(key, new StringBuilder());
            }
            slot.value().append(text);
            slot.touch();
        }
    }
}
