package io.bordergate.topology;

import io.bordergate.contract.Topic;
import io.bordergate.domain.intake.Reason;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.serde.SerdeFailures;
import io.bordergate.serde.UnknownSchemaException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads keys and values inside the topology, so that what cannot be read is counted and set aside in the same transaction.
 * A registry that cannot be reached is not the record's fault: that is thrown, and the record is tried again later. Not
 * thread-safe.
 */
final class WireReader<T extends SpecificRecord> {
    /** Ids of trucks, declarations and gates are short; they become part of the ids of results. */
    private static final int LONGEST_KEY = 256;
    /** A declaration of a thousand trucks fits. What follows from it, and state that keeps it, must fit into records too. */
    private static final int LONGEST_VALUE = 64 << 10;

    private final String topic;
    private final Deserializer<T> values;
    private Reason failure = Reason.NONE;

    WireReader(Topic topic, Class<T> type, Map<String, ?> serde) {
        this.topic = topic.name();
        this.values = AvroSerdes.deserializer(type, serde);
    }

    /** The value; null if it cannot be read, and {@link #failure} says why. */
    T readValue(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            failure = Reason.EMPTY;
            return null;
        }
        if (bytes.length > LONGEST_VALUE) {
            failure = Reason.UNREADABLE;
            return null;
        }
        try {
            return values.deserialize(topic, bytes);
        } catch (RuntimeException e) {
            if (SerdeFailures.isTransient(e)) {
                throw e;
            }
            failure = e instanceof UnknownSchemaException ? Reason.UNKNOWN_SCHEMA : Reason.UNREADABLE;
            return null;
        }
    }

    /** The key; null if it is none, and {@link #failure} says why. */
    String readKey(byte[] bytes) {
        if (bytes == null || bytes.length == 0 || bytes.length > LONGEST_KEY) {
            failure = Reason.BAD_KEY;
            return null;
        }
        String key = new String(bytes, StandardCharsets.UTF_8);
        if (key.indexOf('\uFFFD') >= 0) {
            failure = Reason.BAD_KEY;
            return null;
        }
        return key;
    }

    /** Why the last read gave null. */
    Reason failure() {
        return failure;
    }

    void close() {
        values.close();
    }
}
