package io.bordergate.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.UnresolvedUnionException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.errors.SerializationException;

/** Writes records of one schema under one id; buffers are kept per thread. Immutable, thread-safe. */
final class RecordWriter {

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final int schemaId;
    private final Schema own;
    /** Another version to write as, or null. */
    private final Schema published;

    private final DatumWriter<IndexedRecord> writer;

    private RecordWriter(int schemaId, Schema own, Schema published) {
        this.schemaId = schemaId;
        this.own = own;
        this.published = published;
        this.writer = new SpecificDatumWriter<>(own, SpecificData.getForSchema(own));
    }

    /** Writes records as they are. */
    static RecordWriter of(int schemaId, Schema own) {
        return new RecordWriter(schemaId, own, null);
    }

    /** Writes records as another version of their schema; slower, as each is written twice. */
    static RecordWriter projecting(int schemaId, Schema own, Schema published) {
        return new RecordWriter(schemaId, own, published);
    }

    byte[] write(String topic, IndexedRecord record) {
        try {
            var scratch = SCRATCH.get();
            if (published == null) {
                return scratch.write(schemaId, writer, record);
            }
            return scratch.write(schemaId, new GenericDatumWriter<>(published), project(scratch, record));
        } catch (IOException | RuntimeException e) {
            // An unresolved union quotes the value it could not place, and a value may be a plate.
            var why = e instanceof UnresolvedUnionException ? "a value fits no branch of its union" : e.getMessage();
            throw new SerializationException("cannot write " + own.getFullName() + " to " + topic + ": " + why
                    + "; check the fields that are set");
        }
    }

    private IndexedRecord project(Scratch scratch, IndexedRecord record) throws IOException {
        var bytes = scratch.write(schemaId, writer, record);
        var decoder = DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEADER_LENGTH, bytes.length - WireFormat.HEADER_LENGTH, null);
        return new GenericDatumReader<IndexedRecord>(own, published).read(null, decoder);
    }

    /** One thread's buffer; a record that failed half way leaves nothing behind for the next. */
    private static final class Scratch {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private BinaryEncoder encoder;

        byte[] write(int schemaId, DatumWriter<IndexedRecord> writer, IndexedRecord record) throws IOException {
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            bytes.reset();
            WireFormat.writeHeader(bytes, schemaId);
            writer.write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        }
    }
}
