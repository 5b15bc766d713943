package io.bordergate.runtime;

import io.bordergate.contract.BorderTopics;
import io.bordergate.domain.site.Site;
import io.bordergate.event.SitePublished;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.sitefile.SiteFile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the newest site file from its topic. A consumer of our own and not a global table: a global table on a kept state
 * directory can end in a crash loop under exactly-once after a hard kill (KAFKA-21034).
 */
final class SiteFeed {
    private static final Duration POLL = Duration.ofMillis(200);

    private final AppConfig config;

    SiteFeed(AppConfig config) {
        this.config = config;
    }

    /** The newest site of our id; empty if the topic has none yet. */
    Optional<Site> findNewest() {
        try (var consumer = new KafkaConsumer<>(
                consumerSettings(),
                new StringDeserializer(),
                AvroSerdes.deserializer(SitePublished.class, StreamsSettings.serde(config)))) {
            List<TopicPartition> partitions = consumer.partitionsFor(BorderTopics.SITE.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readToEnd(consumer).map(event -> SiteFile.parse(event.getGeoJson()));
        }
    }

    private Optional<SitePublished> readToEnd(KafkaConsumer<String, SitePublished> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        SitePublished newest = null;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(POLL)) {
                if (config.siteId().equals(record.key())) {
                    newest = record.value();
                }
            }
        }
        return Optional.ofNullable(newest);
    }

    private Map<String, Object> consumerSettings() {
        var settings = new HashMap<String, Object>(config.passThrough());
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
