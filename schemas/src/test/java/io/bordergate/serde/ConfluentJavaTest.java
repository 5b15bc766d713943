package io.bordergate.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bordergate.event.TruckPositionReported;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our bytes are Confluent's bytes: its own Java classes beside ours, on one registry, chosen by our one property. */
class ConfluentJavaTest {

    private static final String TOPIC = "border.test";
    private static final String CONFLUENT = "io.confluent.kafka.serializers.KafkaAvroSerializer";
    private static final long SEED = 4711;
    private static final int RECORDS = 200;

    private ScriptedRegistry registry;

    static List<Class<? extends SpecificRecord>> events() {
        return EventClasses.all();
    }

    @BeforeEach
    void start() {
        registry = new ScriptedRegistry();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @MethodSource("events")
    <T extends SpecificRecord> void bytesAreEqualAndEachReadsTheOther(Class<T> type) {
        System.out.println("ConfluentJavaTest seed " + SEED + " for " + type.getSimpleName());
        var theirs = AvroSerdes.value(type, confluent());
        var ours = AvroSerdes.value(type, Settings.of(registry));
        var random = new RandomRecords(SEED);
        for (int i = 0; i < RECORDS; i++) {
            T record = random.next(type);
            var theirBytes = theirs.serializer().serialize(TOPIC, record);
            var ourBytes = ours.serializer().serialize(TOPIC, record);
            assertThat(ourBytes).isEqualTo(theirBytes);
            // As text: Avro's own equals fails on nullable times in records of an array.
            assertThat(ours.deserializer().deserialize(TOPIC, theirBytes)).hasToString(record.toString());
            assertThat(theirs.deserializer().deserialize(TOPIC, ourBytes)).hasToString(record.toString());
        }
    }

    @Test
    void bothFindTheSchemaThatTheOtherRegistered() {
        var record = new RandomRecords(SEED).next(TruckPositionReported.class);
        serializer(confluent()).serialize(TOPIC, record);
        var lookupOnly = Map.<String, Object>of("auto.register.schemas", false);
        assertThat(serializer(Settings.of(registry, "auto.register.schemas", false))
                        .serialize(TOPIC, record))
                .isNotNull();
        assertThat(serializer(with(confluent(), lookupOnly)).serialize(TOPIC, record))
                .isNotNull();
        assertThat(registry.add(TOPIC + "-value", registry.schema(1)))
                .as("one schema, not two that differ in avro.java.string")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {CONFLUENT, "io.confluent.kafka.serializers.KafkaAvroDeserializer"})
    void onePropertySelectsBothHalves(String named) {
        var config = with(confluent(), Map.of("border.serde.class", named));
        assertThat(serializer(config).getClass().getName()).isEqualTo(CONFLUENT);
        assertThat(deserializer(config).getClass().getName())
                .isEqualTo("io.confluent.kafka.serializers.KafkaAvroDeserializer");
    }

    @Test
    void confluentsOwnFailuresAreToldApart() {
        var deserializer = deserializer(with(confluent(), Map.of("max.retries", 0)));
        var record = new RandomRecords(SEED).next(TruckPositionReported.class);
        var bytes = serializer(Settings.of(registry)).serialize(TOPIC, record);

        registry.next(503, "{\"error_code\":50301,\"message\":\"starting\"}");
        assertThat(isTransient(deserializer, bytes)).as("registry away").isTrue();
        registry.next(429, "{\"error_code\":42900,\"message\":\"slow down\"}");
        assertThat(isTransient(deserializer, bytes)).as("too many requests").isTrue();
        registry.next(401, "{\"error_code\":40101,\"message\":\"who are you\"}");
        assertThat(isTransient(deserializer, bytes)).as("wrong password").isTrue();

        assertThat(isTransient(deserializer, new byte[] {0, 0, 0, 3, (byte) 0xe8, 2}))
                .as("unknown id")
                .isFalse();
        assertThat(isTransient(deserializer, new byte[] {9, 0, 0, 0, 1, 2}))
                .as("wrong first byte")
                .isFalse();
        assertThat(isTransient(deserializer, java.util.Arrays.copyOf(bytes, bytes.length - 1)))
                .as("cut off")
                .isFalse();
        assertThat(deserializer.deserialize(TOPIC, bytes)).isEqualTo(record);
    }

    @Test
    void aRegistryThatIsDownIsTransientForConfluentToo() {
        var record = new RandomRecords(SEED).next(TruckPositionReported.class);
        var bytes = serializer(Settings.of(registry)).serialize(TOPIC, record);
        var deserializer = deserializer(with(confluent(), Map.of("max.retries", 0)));
        registry.close();
        assertThat(isTransient(deserializer, bytes)).isTrue();
    }

    private static boolean isTransient(Deserializer<?> deserializer, byte[] bytes) {
        var failure = catchThrowable(() -> deserializer.deserialize(TOPIC, bytes));
        assertThat(failure).isNotNull();
        return SerdeFailures.isTransient(failure);
    }

    private static Serializer<TruckPositionReported> serializer(Map<String, ?> config) {
        return AvroSerdes.serializer(TruckPositionReported.class, config);
    }

    private static Deserializer<TruckPositionReported> deserializer(Map<String, ?> config) {
        return AvroSerdes.deserializer(TruckPositionReported.class, config);
    }

    private Map<String, Object> confluent() {
        return Settings.of(registry, "border.serde.class", CONFLUENT);
    }

    private static Map<String, Object> with(Map<String, Object> config, Map<String, Object> more) {
        var both = new java.util.HashMap<>(config);
        both.putAll(more);
        return both;
    }
}
