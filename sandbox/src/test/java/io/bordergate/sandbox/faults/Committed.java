package io.bordergate.sandbox.faults;

import io.bordergate.serde.AvroSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that a reader of committed records gets of a topic, partition by partition, so the records of a key in their order. */
record Committed(String bootstrapServers, Map<String, Object> serde) {

    <T extends SpecificRecord> List<ConsumerRecord<String, T>> read(String topic, Class<T> type) {
        return read(topic, new StringDeserializer(), AvroSerdes.deserializer(type, serde));
    }

    List<ConsumerRecord<byte[], byte[]>> readBytes(String topic) {
        return read(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The partitions whose end a reader of committed records does not reach, with what is missing. */
    Map<TopicPartition, Long> openTransactions(String topic) {
        Map<TopicPartition, Long> open = new HashMap<>();
        Map<TopicPartition, Long> committed = ends(topic, "read_committed");
        ends(topic, "read_uncommitted").forEach((partition, end) -> {
            if (committed.get(partition) < end) {
                open.put(partition, end - committed.get(partition));
            }
        });
        return open;
    }

    Map<TopicPartition, Long> ends(String topic) {
        return ends(topic, "read_uncommitted");
    }

    private <K, V> List<ConsumerRecord<K, V>> read(String topic, Deserializer<K> keys, Deserializer<V> values) {
        List<ConsumerRecord<K, V>> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings("read_committed"), keys, values)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }

    private Map<TopicPartition, Long> ends(String topic, String isolation) {
        try (var consumer =
                new KafkaConsumer<>(settings(isolation), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions(consumer, topic));
        }
    }

    private Map<String, Object> settings(String isolation) {
        return Map.of("bootstrap.servers", bootstrapServers, "isolation.level", isolation);
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}
