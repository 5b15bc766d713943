package io.bordergate.sandbox;

import io.bordergate.contract.Topic;
import io.bordergate.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic read as a table: the newest committed value of each key; a record without a value removes its row. Not thread-safe. */
public final class CommittedTable<T extends SpecificRecord> implements AutoCloseable {
    private final KafkaConsumer<String, T> consumer;
    private final Function<ConsumerRecord<String, T>, String> key;
    private final Map<String, T> rows = new HashMap<>();

    /** One row for each key of the topic. */
    public CommittedTable(Topic topic, Class<T> type, String bootstrapServers, Map<String, Object> serde) {
        this(topic, type, bootstrapServers, serde, ConsumerRecord::key);
    }

    /** One row for each id that a record has; records of one id must share a partition, or none is the newest. */
    public CommittedTable(
            Topic topic,
            Class<T> type,
            String bootstrapServers,
            Map<String, Object> serde,
            Function<ConsumerRecord<String, T>, String> id) {
        key = id;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                AvroSerdes.deserializer(type, serde));
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what has come, waiting for so long if nothing has. */
    public Map<String, T> poll(Duration wait) {
        consumer.poll(wait).forEach(this::take);
        return rows;
    }

    /** Reads all that is committed now. */
    public Map<String, T> readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(Duration.ofMillis(100));
        }
        return rows;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void take(ConsumerRecord<String, T> record) {
        if (record.value() == null) {
            rows.remove(record.key());
        } else {
            rows.put(key.apply(record), record.value());
        }
    }
}
