package io.bordergate.topology;

import io.bordergate.contract.Topic;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A serde that writes to an internal topic under the subject of a public one: what is registered once need not be
 * registered again, and a producer without the right to register can still write.
 */
record SubjectSerde<T>(Topic subjectOf, Serde<T> serde) implements Serde<T> {
    @Override
    public Serializer<T> serializer() {
        return new Serializer<>() {
            @Override
            public byte[] serialize(String topic, T data) {
                return serde.serializer().serialize(subjectOf.name(), data);
            }

            @Override
            public byte[] serialize(String topic, Headers headers, T data) {
                return serde.serializer().serialize(subjectOf.name(), headers, data);
            }
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return new Deserializer<>() {
            @Override
            public T deserialize(String topic, byte[] data) {
                return serde.deserializer().deserialize(subjectOf.name(), data);
            }

            @Override
            public T deserialize(String topic, Headers headers, byte[] data) {
                return serde.deserializer().deserialize(subjectOf.name(), headers, data);
            }
        };
    }

    @Override
    public void close() {
        serde.close();
    }
}
