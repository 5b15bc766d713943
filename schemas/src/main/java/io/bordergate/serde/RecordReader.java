package io.bordergate.serde;

import java.io.IOException;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads what one writer's schema wrote as what one reader expects; resolved once, then used for every record of that
 * schema id. Immutable, thread-safe.
 */
final class RecordReader {

    private static final ThreadLocal<ByteDecoder> DECODER = ThreadLocal.withInitial(ByteDecoder::new);

    private final int schemaId;
    private final DatumReader<Object> reader;

    private RecordReader(int schemaId, DatumReader<Object> reader) {
        this.schemaId = schemaId;
        this.reader = reader;
    }

    /** Reads into GenericRecord, as it was written. */
    static RecordReader generic(int schemaId, Schema writer) {
        return new RecordReader(schemaId, reader(new GenericData(), writer, writer));
    }

    /** Reads into a generated class; where the schemas cannot fit, every read says so. */
    static RecordReader specific(int schemaId, Schema writer, Class<?> type) {
        var expected = SpecificData.get().getSchema(type);
        var fit = SchemaCompatibility.checkReaderWriterCompatibility(expected, writer);
        if (fit.getType() != SchemaCompatibilityType.COMPATIBLE) {
            var why = fit.getResult().getIncompatibilities().stream()
                    .map(each -> each.getType() + " at " + each.getLocation())
                    .findFirst()
                    .orElse("no reason given");
            return refusing(
                    schemaId,
                    "schema id " + schemaId + " (" + writer.getFullName() + ") cannot be read as "
                            + expected.getFullName() + ": " + why);
        }
        return new RecordReader(schemaId, reader(SpecificData.getForClass(type), writer, expected));
    }

    /** Reads into the generated class that the writer's schema names. */
    static RecordReader named(int schemaId, Schema writer, Function<String, Class<?>> classes) {
        var type = classes.apply(writer.getFullName());
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            return refusing(
                    schemaId,
                    "schema id " + schemaId + ": no generated class " + writer.getFullName()
                            + " on the class path; add it, or set " + SerdeConfig.SPECIFIC_READER + "=false");
        }
        return specific(schemaId, writer, type);
    }

    private static RecordReader refusing(int schemaId, String why) {
        return new RecordReader(schemaId, new RefusingReader(why));
    }

    /** Avro's planned readers; what a schema says about Java classes is not followed, for it may come from anyone. */
    private static DatumReader<Object> reader(GenericData model, Schema writer, Schema expected) {
        try {
            return new FastReaderBuilder(model)
                    .withClassPropEnabled(false)
                    .withKeyClassEnabled(false)
                    .createDatumReader(writer, expected);
        } catch (IOException e) {
            throw new IllegalStateException("planning a reader does no input", e);
        }
    }

    /** Reads one value whose header has been read. */
    Object read(String topic, byte[] value) {
        var decoder = DECODER.get();
        decoder.reset(value, WireFormat.HEADER_LENGTH);
        try {
            var record = reader.read(null, decoder);
            if (decoder.remaining() != 0) {
                throw new MalformedRecordException(
                        decoder.remaining() + " bytes too many (after byte " + decoder.position() + ")");
            }
            return record;
        } catch (IncompatibleSchemaException e) {
            throw new IncompatibleSchemaException("record on " + topic + ": " + e.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new MalformedRecordException(
                    "record on " + topic + " does not follow its schema id " + schemaId + ": " + reason(e), null);
        } finally {
            decoder.release();
        }
    }

    /** The decoder's own words; of others only the kind, as their messages may quote the record. */
    private static String reason(Throwable e) {
        return e instanceof MalformedRecordException
                ? e.getMessage()
                : "a value is out of range (" + e.getClass().getSimpleName() + ")";
    }

    /** Stands for a pair of schemas that do not fit. */
    private record RefusingReader(String why) implements DatumReader<Object> {

        @Override
        public void setSchema(Schema schema) {
            throw new UnsupportedOperationException("fixed at construction");
        }

        @Override
        public Object read(Object reuse, org.apache.avro.io.Decoder in) {
            throw new IncompatibleSchemaException(why);
        }
    }
}
