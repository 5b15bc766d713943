package io.bordergate.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.event.SitePublished;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfluentAvroSerializerTest {

    private static final String TOPIC = "border.site";
    private static final SitePublished SITE = new SitePublished("lang-son", "{}");
    private static final String STRATEGIES = "io.confluent.kafka.serializers.subject.";

    private ScriptedRegistry registry;

    @BeforeEach
    void start() {
        registry = new ScriptedRegistry();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aTombstoneIsNull() {
        assertThat(serializer().serialize(TOPIC, null)).isNull();
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void othersDoNotSeeWhatOnlyJavaNeeds() {
        serializer().serialize(TOPIC, SITE);
        assertThat(registry.schema(1)).doesNotContain("avro.java.string").contains("\"doc\":");
        serializer("avro.remove.java.properties", false).serialize(TOPIC, SITE);
        assertThat(registry.schema(2)).contains("avro.java.string");
    }

    @Test
    void inProductionNothingIsRegistered() {
        var serializer = serializer("auto.register.schemas", false);
        assertThatThrownBy(() -> serializer.serialize(TOPIC, SITE))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("io.bordergate.event.SitePublished under subject border.site-value");
        serializer().serialize(TOPIC, SITE);
        assertThat(serializer.serialize(TOPIC, SITE)).isEqualTo(serializer().serialize(TOPIC, SITE));
    }

    @ParameterizedTest
    @CsvSource({
        "TopicNameStrategy,border.site-value",
        STRATEGIES + "TopicNameStrategy,border.site-value",
        STRATEGIES + "RecordNameStrategy,io.bordergate.event.SitePublished",
        STRATEGIES + "TopicRecordNameStrategy,border.site-io.bordergate.event.SitePublished"
    })
    void subjectsAreNamedByConfluentsStrategies(String strategy, String subject) {
        serializer("value.subject.name.strategy", strategy).serialize(TOPIC, SITE);
        assertThat(registry.requests().get(0).path()).isEqualTo("/subjects/" + subject + "/versions");
    }

    @Test
    void keysHaveTheirOwnSubject() {
        var serializer = new ConfluentAvroSerializer<SitePublished>();
        serializer.configure(Settings.of(registry), true);
        serializer.serialize(TOPIC, SITE);
        assertThat(registry.requests().get(0).path()).isEqualTo("/subjects/border.site-key/versions");
    }

    @Test
    void aStrategyThatIsUnknownIsSaidAtOnce() {
        assertThatThrownBy(() -> serializer("value.subject.name.strategy", "com.example.Mine"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("value.subject.name.strategy")
                .hasMessageContaining("border.serde.class");
    }

    @Test
    void theLatestSchemaIsWrittenWhereItCanReadOurs() {
        registry.add(TOPIC + "-value", later("\"default\":null,"));
        var bytes = serializer("auto.register.schemas", false, "use.latest.version", true)
                .serialize(TOPIC, SITE);
        var read = AvroSerdes.deserializer(GenericRecord.class, Settings.of(registry))
                .deserialize(TOPIC, bytes);
        assertThat(read).hasToString("{\"note\": null, \"siteId\": \"lang-son\", \"geoJson\": \"{}\"}");
    }

    @Test
    void theLatestSchemaIsRefusedWhereItCannotReadOurs() {
        registry.add(TOPIC + "-value", later(""));
        var serializer = serializer("auto.register.schemas", false, "use.latest.version", true);
        assertThatThrownBy(() -> serializer.serialize(TOPIC, SITE))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("subject border.site-value")
                .hasMessageContaining("note");
    }

    @Test
    void aFieldThatIsMissingIsNamed() {
        var serializer = serializer();
        assertThatThrownBy(() -> serializer.serialize(TOPIC, new SitePublished("lang-son", null)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("cannot write io.bordergate.event.SitePublished to border.site")
                .hasMessageContaining("geoJson")
                .matches(e -> !SerdeFailures.isTransient(e));
        assertThat(serializer.serialize(TOPIC, SITE))
                .as("half a record leaves nothing behind")
                .isEqualTo(serializer().serialize(TOPIC, SITE));
    }

    @Test
    void oneInstanceServesManyThreads() throws Exception {
        var shared = serializer();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var results = threads.invokeAll(IntStream.range(0, 200)
                    .<Callable<byte[]>>mapToObj(i ->
                            () -> shared.serialize(TOPIC, new SitePublished("s" + i, "x".repeat(i))))
                    .toList());
            var reader = AvroSerdes.deserializer(SitePublished.class, Settings.of(registry));
            for (int i = 0; i < results.size(); i++) {
                assertThat(reader.deserialize(TOPIC, results.get(i).get()))
                        .isEqualTo(new SitePublished("s" + i, "x".repeat(i)));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Serializer<SitePublished> serializer(Object... more) {
        return AvroSerdes.serializer(SitePublished.class, Settings.of(registry, more));
    }

    private static String later(String noteDefault) {
        var schema = JavaProperties.without(SitePublished.getClassSchema()).toString();
        var note = "{\"name\":\"note\",\"type\":[\"null\",\"string\"]," + noteDefault + "\"doc\":\"\"},";
        var text = schema.replace("\"fields\":[", "\"fields\":[" + note);
        return new Schema.Parser().parse(text).toString();
    }
}
