package io.bordergate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.BorderTopics;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** The settings that the product's promises rest on, as the clients really get them. */
class StreamsSettingsTest {
    private final StreamsConfig streams = streams(AppConfigTest.least());

    @Test
    void losesNothingAndCountsNothingTwice() {
        assertThat(streams.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo("exactly_once_v2");
        assertThat(streams.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(200);
        assertThat(consumer(ConsumerConfig.ISOLATION_LEVEL_CONFIG)).isEqualTo("read_committed");
        assertThat(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG)).isEqualTo("earliest");
    }

    @Test
    void missesADeadInstanceWithinTenSeconds() {
        assertThat(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)).isEqualTo("10000");
        assertThat(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG)).isEqualTo("3000");
        assertThat(Integer.parseInt(producer(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG)))
                .isLessThanOrEqualTo(10_000);
        assertThat(streams.getInt(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG)).isEqualTo(1);
    }

    @Test
    void namesEverythingAndCachesNothingTwice() {
        assertThat(streams.getBoolean(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG))
                .isTrue();
        assertThat(streams.getLong(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG))
                .isZero();
        assertThat(streams.getClass(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG))
                .isEqualTo(BoundedRocksDb.class);
    }

    @Test
    void neverStopsForOneBadRecord() {
        assertThat(streams.getString(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG))
                .isEqualTo(BorderTopics.DEAD_LETTER.name());
        assertThat(streams.processingExceptionHandler()).isInstanceOf(ProcessingFailure.class);
        assertThat(streams.productionExceptionHandler()).isInstanceOf(ProductionFailure.class);
    }

    @Test
    void neverRegistersASchemaUnlessItIsTold() {
        AppConfig quiet = AppConfig.from(AppConfigTest.least(), Map.of());
        Properties told = AppConfigTest.least();
        told.put("auto.register.schemas", "true");

        assertThat(StreamsSettings.serde(quiet))
                .containsEntry("auto.register.schemas", "false")
                .containsEntry("schema.registry.url", "http://127.0.0.1:8081");
        assertThat(StreamsSettings.serde(AppConfig.from(told, Map.of())))
                .containsEntry("auto.register.schemas", "true");
    }

    @Test
    void letsAnInstallationChangeThemWithItsOwn() {
        Properties file = AppConfigTest.least();
        file.put("border.kafka.num.standby.replicas", "0");
        file.put("border.kafka.main.consumer.session.timeout.ms", "30000");

        StreamsConfig changed = streams(file);

        assertThat(changed.getInt(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG)).isZero();
        assertThat(changed.getMainConsumerConfigs("group", "client", 0).get("session.timeout.ms"))
                .hasToString("30000");
    }

    private String consumer(String name) {
        return String.valueOf(
                streams.getMainConsumerConfigs("group", "client", 0).get(name));
    }

    private String producer(String name) {
        return String.valueOf(streams.getProducerConfigs("client").get(name));
    }

    private static StreamsConfig streams(Properties file) {
        return new StreamsConfig(StreamsSettings.of(AppConfig.from(file, Map.of())));
    }
}
