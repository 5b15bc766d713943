package io.bordergate.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * The input record that caused a fact, carried in headers through an internal topic: if the stage behind it fails on the
 * fact, the dead letter is the record that came in, and not one of ours.
 */
final class Origin {
    private static final String PREFIX = "gate.origin.";
    /** Before the name of each header that the record came with. */
    private static final String ITS_OWN = PREFIX + "header.";

    private Origin() {}

    /** Headers that tell of the record. */
    static Headers of(Record<byte[], byte[]> record, RecordMetadata metadata) {
        var headers = new RecordHeaders();
        put(headers, "topic", metadata.topic().getBytes(StandardCharsets.UTF_8));
        put(headers, "partition", text(metadata.partition()));
        put(headers, "offset", text(metadata.offset()));
        put(headers, "key", record.key());
        put(headers, "value", record.value());
        record.headers().forEach(header -> headers.add(ITS_OWN + header.key(), header.value()));
        return headers;
    }

    static boolean isKnown(Headers headers) {
        return headers.lastHeader(PREFIX + "topic") != null;
    }

    static String topic(Headers headers) {
        return string(headers, "topic");
    }

    static int partition(Headers headers) {
        return Integer.parseInt(string(headers, "partition"));
    }

    static long offset(Headers headers) {
        return Long.parseLong(string(headers, "offset"));
    }

    static byte[] key(Headers headers) {
        return bytes(headers, "key");
    }

    static byte[] value(Headers headers) {
        return bytes(headers, "value");
    }

    /** Those that the record came with. */
    static Headers headers(Headers carried) {
        var headers = new RecordHeaders();
        for (Header header : carried) {
            if (header.key().startsWith(ITS_OWN)) {
                headers.add(header.key().substring(ITS_OWN.length()), header.value());
            }
        }
        return headers;
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Headers headers, String name, byte[] value) {
        headers.add(PREFIX + name, value);
    }

    private static String string(Headers headers, String name) {
        return new String(bytes(headers, name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Headers headers, String name) {
        Header header = headers.lastHeader(PREFIX + name);
        return header == null ? null : header.value();
    }
}
