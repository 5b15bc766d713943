package io.bordergate.topology;

import io.bordergate.contract.RejectionHeaders;
import io.bordergate.domain.intake.Fate;
import io.bordergate.domain.intake.Reason;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
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
        put(headers, RejectionHeaders.CODE, reason.code());
        put(headers, RejectionHeaders.FATE, reason.fate().name());
        put(headers, RejectionHeaders.VERSION, APP_VERSION);
        put(headers, RejectionHeaders.EXCEPTION, "io.bordergate." + reason.fate());
        put(headers, RejectionHeaders.MESSAGE, reason.code());
        put(headers, RejectionHeaders.STACKTRACE, trace);
        put(headers, RejectionHeaders.TOPIC, metadata.topic());
        put(headers, RejectionHeaders.PARTITION, Integer.toString(metadata.partition()));
        put(headers, RejectionHeaders.OFFSET, Long.toString(metadata.offset()));
        return new Record<>(
                "", new Emitted.Rejected(record.key(), record.value(), reason), record.timestamp(), headers);
    }

    /** Whether a record with this reason is set aside, and not merely counted. */
    static boolean isSetAside(Reason reason) {
        Fate fate = reason.fate();
        return fate == Fate.DEAD_LETTERED || fate == Fate.QUARANTINED || fate == Fate.LATE;
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
