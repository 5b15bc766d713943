package io.bordergate.serde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes values in the Confluent wire format. Thread-safe once configured, because a producer may be shared; each
 * schema is registered or looked up once per topic.
 */
public final class ConfluentAvroSerializer<T extends IndexedRecord> implements Serializer<T> {

    private final Map<Target, RecordWriter> writers = new ConcurrentHashMap<>();
    private volatile Latest latest;
    private WriterSource source;

    /** For Kafka, which calls {@link #configure} before anything else. */
    public ConfluentAvroSerializer() {}

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        var config = new SerdeConfig(settings);
        source = new WriterSource(config, SchemaRegistryClient.shared(config), isKey);
    }

    /** The bytes, or null for a tombstone; throws SerdeException, whose kind says what to do. */
    @Override
    public byte[] serialize(String topic, T record) {
        if (record == null) {
            return null;
        }
        return writer(topic, record.getSchema()).write(topic, record);
    }

    /** Comparing with the last writer first spares a map look-up per record; a schema equals itself at no cost. */
    private RecordWriter writer(String topic, Schema schema) {
        var last = latest;
        if (last != null && last.schema.equals(schema) && last.topic.equals(topic)) {
            return last.writer;
        }
        var target = new Target(topic, schema);
        var writer = writers.get(target);
        if (writer == null) {
            writer = source.writer(topic, schema);
            writers.put(target, writer);
        }
        latest = new Latest(topic, schema, writer);
        return writer;
    }

    private record Target(String topic, Schema schema) {}

    private record Latest(String topic, Schema schema, RecordWriter writer) {}
}
