package io.bordergate.sandbox.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Avro after the name of its class, for runs that are about something else and need no registry. Stateless. */
public final class BareAvro implements Serde<SpecificRecord> {

    @Override
    public Serializer<SpecificRecord> serializer() {
        return (topic, record) -> record == null ? null : write(record);
    }

    @Override
    public Deserializer<SpecificRecord> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    private static byte[] write(SpecificRecord record) {
        try {
            byte[] name = record.getClass().getName().getBytes(StandardCharsets.UTF_8);
            var bytes = new ByteArrayOutputStream();
            bytes.write(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            bytes.write(name);
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            var model = SpecificData.getForSchema(record.getSchema());
            new SpecificDatumWriter<SpecificRecord>(record.getSchema(), model).write(record, encoder);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpecificRecord read(byte[] bytes) {
        try {
            int length = ByteBuffer.wrap(bytes).getInt();
            String name = new String(bytes, Integer.BYTES, length, StandardCharsets.UTF_8);
            Class<?> type = Class.forName(name);
            Schema schema = SpecificData.get().getSchema(type);
            int start = Integer.BYTES + length;
            var decoder = DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, null);
            return new SpecificDatumReader<SpecificRecord>(schema, schema, SpecificData.getForClass(type))
                    .read(null, decoder);
        } catch (IOException | ReflectiveOperationException e) {
            throw new SerializationException(e);
        }
    }
}
