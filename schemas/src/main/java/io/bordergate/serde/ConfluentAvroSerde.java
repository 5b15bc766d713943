package io.bordergate.serde;

import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Serializer and deserializer in one, for Kafka Streams. Thread-safe once configured, as Streams shares it. */
public final class ConfluentAvroSerde<T extends IndexedRecord> implements Serde<T> {

    private final ConfluentAvroSerializer<T> serializer = new ConfluentAvroSerializer<>();
    private final ConfluentAvroDeserializer<T> deserializer = new ConfluentAvroDeserializer<>();

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        serializer.configure(settings, isKey);
        deserializer.configure(settings, isKey);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
