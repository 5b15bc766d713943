package io.bordergate.runtime;

import io.bordergate.contract.BorderTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the newest site file from its topic, and what is published there later. A consumer of our own and not a global table: a
 * global table on a kept state directory can end in a crash loop under exactly-once after a hard kill (KAFKA-21034). Not
 * thread-safe.
 */
final class SiteFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SiteFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final AppConfig config;
    private final SiteChoice choice;
    private final List<ConsumerRecord<byte[], byte[]>> published = new ArrayList<>();
    private KafkaConsumer<byte[], byte[]> consumer;
    /** Of so many of what was published. */
    private int chosenOf;

    private Optional<PublishedSite> newest = Optional.empty();

    SiteFeed(AppConfig config) {
        this.config = config;
        this.choice = new SiteChoice(config.siteId(), StreamsSettings.serde(config), LOG::error);
    }

    /** The newest site of our id that can be used; empty if the topic has none yet. Cheap where nothing new was published. */
    Optional<PublishedSite> findNewest() {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(
                    InputPartitions.consumerSettings(config), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }
        if (consumer.assignment().isEmpty()) {
            assign();
        }
        readToEnd();
        if (chosenOf < published.size()) {
            newest = choice.newest(published);
            chosenOf = published.size();
        }
        return newest;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
        }
    }

    private void assign() {
        List<TopicPartition> partitions = consumer.partitionsFor(BorderTopics.SITE.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private void readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(published::add);
        }
    }
}
