package io.bordergate.sandbox.faults;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.RejectionHeaders;
import io.bordergate.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What lies in border.dead-letter, as an operator's tool reads it: bytes and headers. Immutable. */
record DeadLetters(List<ConsumerRecord<byte[], byte[]>> records) {

    static DeadLetters read(Stand stand) {
        return new DeadLetters(stand.committed().readBytes(BorderTopics.DEAD_LETTER.name()));
    }

    /** Those that came from one topic. */
    DeadLetters from(String topic) {
        return new DeadLetters(records.stream()
                .filter(record -> topic.equals(header(record, RejectionHeaders.TOPIC)))
                .toList());
    }

    /** What is amiss with the only letter that has these bytes; empty if nothing is. */
    Optional<String> fault(Topic source, Poison poison) {
        List<ConsumerRecord<byte[], byte[]>> same = records.stream()
                .filter(record ->
                        Arrays.equals(record.key(), poison.key()) && Arrays.equals(record.value(), poison.value()))
                .toList();
        String what = source.name() + ", " + poison.kind() + ": ";
        if (same.size() != 1) {
            return Optional.of(what + same.size() + " dead letters have its bytes");
        }
        ConsumerRecord<byte[], byte[]> letter = same.get(0);
        for (String name : List.of(
                RejectionHeaders.EXCEPTION,
                RejectionHeaders.MESSAGE,
                RejectionHeaders.STACKTRACE,
                RejectionHeaders.PARTITION,
                RejectionHeaders.OFFSET,
                RejectionHeaders.VERSION)) {
            if (header(letter, name) == null) {
                return Optional.of(what + "no header " + name);
            }
        }
        String code = header(letter, RejectionHeaders.CODE);
        return poison.code().equals(code) ? Optional.empty() : Optional.of(what + "reason " + code);
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
