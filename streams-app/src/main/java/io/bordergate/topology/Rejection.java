package io.bordergate.topology;

import io.bordergate.contract.RejectionHeaders;
import io.bordergate.domain.intake.Fate;
import io.bordergate.domain.intake.Reason;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A record that is not used goes on as it came in: same key, value and headers, and {@link RejectionHeaders} more that
 * say why.
 */
final class Rejection {

    private static final String APP_VERSION = versionOf(Rejection.class.getPackage());

    private Rejection() {}

    static Record<String, Emitted> of(
            Record<byte[], byte[]> record, RecordMetadata metadata, Reason reason, String trace) {
        Headers headers = record.headers();
        explain(headers, reason, trace);
        place(headers, metadata.topic(), metadata.partition(), metadata.offset());
        return new Record<>(
                "", new Emitted.Rejected(record.key(), record.value(), reason), record.timestamp(), headers);
    }

    /** A fact on which a stage behind an internal topic failed: the input record that caused it, if it is known. */
    static Record<String, Emitted> behindHop(
            Record<byte[], byte[]> fact, RecordMetadata metadata, Reason reason, String trace) {
        boolean known = Origin.isKnown(fact.headers());
        Headers headers = known ? Origin.headers(fact.headers()) : new RecordHeaders(fact.headers());
        explain(headers, reason, trace);
        place(
                headers,
                known ? Origin.topic(fact.headers()) : metadata.topic(),
                known ? Origin.partition(fact.headers()) : metadata.partition(),
                known ? Origin.offset(fact.headers()) : metadata.offset());
        return new Record<>(
                "",
                new Emitted.Rejected(
                        known ? Origin.key(fact.headers()) : fact.key(),
                        known ? Origin.value(fact.headers()) : fact.value(),
                        reason),
                fact.timestamp(),
                headers);
    }

    /** Whether a record with this reason is set aside, and not merely counted. */
    static boolean isSetAside(Reason reason) {
        Fate fate = reason.fate();
        return fate == Fate.DEAD_LETTERED || fate == Fate.QUARANTINED || fate == Fate.LATE;
    }

    private static void explain(Headers headers, Reason reason, String trace) {
        put(headers, RejectionHeaders.CODE, reason.code());
        put(headers, RejectionHeaders.FATE, reason.fate().name());
        put(headers, RejectionHeaders.VERSION, APP_VERSION);
        put(headers, RejectionHeaders.EXCEPTION, "io.bordergate." + reason.fate());
        put(headers, RejectionHeaders.MESSAGE, reason.code());
        put(headers, RejectionHeaders.STACKTRACE, trace);
    }

    private static void place(Headers headers, String topic, int partition, long offset) {
        put(headers, RejectionHeaders.TOPIC, topic);
        put(headers, RejectionHeaders.PARTITION, Integer.toString(partition));
        put(headers, RejectionHeaders.OFFSET, Long.toString(offset));
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String versionOf(Package ours) {
        String version = ours.getImplementationVersion();
        return version == null ? "development" : version;
    }
}
