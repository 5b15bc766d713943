package io.bordergate.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.contract.BorderTopics;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result that cannot be written, as Kafka Streams meets it: in the serializer of a sink, with the settings of the product. */
class ProductionFailureTest {
    private static final String INPUT = BorderTopics.TRUCK_POSITION.name();
    private static final String OUTPUT = BorderTopics.TRUCK_STAY.name();

    @TempDir
    Path folder;

    @Test
    void setsAsideTheRecordWhoseResultDoesNotFitItsSchema() {
        try (var driver = driver((topic, value) -> {
            if (new String(value, UTF_8).equals("poison")) {
                throw new IllegalStateException("null of string in field zoneId");
            }
            return value;
        })) {
            send(driver, List.of("before", "poison", "after"));

            assertThat(read(driver, OUTPUT))
                    .extracting(record -> text(record.value()))
                    .containsExactly("before", "after");
            assertThat(read(driver, BorderTopics.DEAD_LETTER.name()))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(text(letter.key())).isEqualTo("VN:12C12345");
                        assertThat(text(letter.value())).isEqualTo("poison");
                        assertThat(header(letter, "feed")).isEqualTo("traccar");
                        assertThat(header(letter, "gate.error.code")).isEqualTo("PROCESSING_FAILED");
                        assertThat(header(letter, "gate.fate")).isEqualTo("DEAD_LETTERED");
                        assertThat(header(letter, "__streams.errors.topic")).isEqualTo(INPUT);
                        assertThat(header(letter, "__streams.errors.offset")).isEqualTo("1");
                        assertThat(header(letter, "__streams.errors.stacktrace"))
                                .startsWith("java.lang.IllegalStateException\n")
                                .doesNotContain("zoneId");
                    });
        }
    }

    @Test
    void blamesNoRecordForARegistryThatIsAway() {
        try (var driver = driver((topic, value) -> {
            throw new SerializationException("registry", new ConnectException("away"));
        })) {
            assertThatThrownBy(() -> send(driver, List.of("good"))).isInstanceOf(StreamsException.class);
            assertThat(read(driver, BorderTopics.DEAD_LETTER.name())).isEmpty();
        }
    }

    private TopologyTestDriver driver(Serializer<byte[]> results) {
        var topology = new Topology();
        topology.addSource(
                "in", Serdes.ByteArray().deserializer(), Serdes.ByteArray().deserializer(), INPUT);
        topology.addSink("out", OUTPUT, Serdes.ByteArray().serializer(), results, "in");
        Properties file = AppConfigTest.least();
        file.put("border.state.dir", folder.toString());
        Properties properties = StreamsSettings.of(AppConfig.from(file, Map.of()));
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        return new TopologyTestDriver(topology, properties);
    }

    private static void send(TopologyTestDriver driver, List<String> values) {
        var input = driver.createInputTopic(INPUT, new ByteArraySerializer(), new ByteArraySerializer());
        for (String value : values) {
            var headers = new RecordHeaders().add("feed", "traccar".getBytes(UTF_8));
            input.pipeInput(new TestRecord<>(
                    "VN:12C12345".getBytes(UTF_8),
                    value.getBytes(UTF_8),
                    headers,
                    Instant.parse("2026-05-03T10:00:00Z")));
        }
    }

    private static List<TestRecord<byte[], byte[]>> read(TopologyTestDriver driver, String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
