package io.bordergate.topology;

import io.bordergate.contract.SchemaHistory;
import io.bordergate.state.ObjectCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Values that never leave the application, in Avro's single-object encoding: two bytes of mark, the fingerprint of the
 * schema, the value. Needs no registry, and what an earlier build has stored is read by the schema that it had. Thread-safe, as
 * Avro's message coders are.
 */
final class StoredAvro<T extends SpecificRecord> implements ObjectCodec<T> {
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    StoredAvro(Class<T> type) {
        Schema schema = SpecificData.get().getSchema(type);
        SpecificData model = SpecificData.getForClass(type);
        var earlier = new SchemaStore.Cache();
        SchemaHistory.of(type).forEach(earlier::addSchema);
        encoder = new BinaryMessageEncoder<>(model, schema);
        decoder = new BinaryMessageDecoder<>(model, schema, earlier);
    }

    @Override
    public byte[] encode(T value) {
        try {
            var bytes = encoder.encode(value);
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode " + value.getSchema().getName(), e);
        }
    }

    @Override
    public T decode(String key, byte[] bytes) {
        return decode(bytes);
    }

    T decode(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot decode a stored value", e);
        }
    }
}
