package io.bordergate.topology;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** {@link StoredAvro} for a store of Kafka Streams. */
final class StoredAvroSerde<T extends SpecificRecord> implements Serde<T> {
    private final StoredAvro<T> form;

    StoredAvroSerde(Class<T> type) {
        this.form = new StoredAvro<>(type);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : form.encode(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : form.decode(bytes);
    }
}
