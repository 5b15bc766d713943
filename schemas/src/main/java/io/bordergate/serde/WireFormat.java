package io.bordergate.serde;

/** The Confluent wire format: a zero byte, the schema id as four bytes, most significant first, then Avro binary. */
public final class WireFormat {

    /** Bytes before the Avro data. */
    public static final int HEADER_LENGTH = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    /** The schema id a value names; throws MalformedRecordException where there is none. */
    public static int schemaId(String topic, byte[] value) {
        if (value.length < HEADER_LENGTH || value[0] != MAGIC) {
            throw new MalformedRecordException("record on " + topic + ": its " + value.length
                    + " bytes are not in the Confluent wire format; send it with an Avro serializer that uses a"
                    + " schema registry");
        }
        return (value[1] & 0xff) << 24 | (value[2] & 0xff) << 16 | (value[3] & 0xff) << 8 | (value[4] & 0xff);
    }

    static void writeHeader(java.io.ByteArrayOutputStream out, int schemaId) {
        out.write(MAGIC);
        out.write(schemaId >>> 24);
        out.write(schemaId >>> 16);
        out.write(schemaId >>> 8);
        out.write(schemaId);
    }
}
