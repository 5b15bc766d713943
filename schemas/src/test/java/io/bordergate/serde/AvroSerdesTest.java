package io.bordergate.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.event.SitePublished;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the property really puts Confluent's classes in is in ConfluentJavaTest. */
class AvroSerdesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "io.bordergate.serde.ConfluentAvroSerde",
                "io.bordergate.serde.ConfluentAvroSerializer",
                "io.bordergate.serde.ConfluentAvroDeserializer"
            })
    void serdesAndHalvesCanBeNamed(String name) {
        var config = Settings.at("http://localhost:1", "border.serde.class", name);
        assertThat(AvroSerdes.serializer(SitePublished.class, config)).isInstanceOf(ConfluentAvroSerializer.class);
        assertThat(AvroSerdes.deserializer(SitePublished.class, config)).isInstanceOf(ConfluentAvroDeserializer.class);
        assertThat(AvroSerdes.value(SitePublished.class, config).serializer())
                .isInstanceOf(ConfluentAvroSerializer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.example.Missing", "java.lang.String", "not a class"})
    void whatCannotServeIsSaidAtOnce(String name) {
        assertThatThrownBy(() ->
                        AvroSerdes.value(SitePublished.class, Settings.at("http://h:1", "border.serde.class", name)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("border.serde.class")
                .hasMessageNotContaining("\n");
    }

    @Test
    void onlyRecordsCanBeAskedFor() {
        assertThatThrownBy(() -> AvroSerdes.value(String.class, Settings.at("http://h:1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String is not an Avro record");
    }

    @Test
    void withoutAnAddressItSaysWhichPropertyIsMissing() {
        assertThatThrownBy(() -> AvroSerdes.value(SitePublished.class, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }
}
