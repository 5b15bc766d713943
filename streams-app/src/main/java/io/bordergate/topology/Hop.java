package io.bordergate.topology;

import io.bordergate.domain.intake.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * The far end of an internal topic. Facts are read here and not by a serde of the source, so that one that cannot be read,
 * or on which our own code fails, is set aside with its reason and its origin, and those around it are not touched. Not
 * thread-safe.
 */
final class Hop<T extends SpecificRecord> {
    private final StoredAvro<T> facts;
    private final ProcessorContext<String, Emitted> context;
    private final Unexpected unexpected = new Unexpected();

    Hop(StoredAvro<T> facts, ProcessorContext<String, Emitted> context) {
        this.facts = facts;
        this.context = context;
    }

    /** A fact as it travels; the same bytes choose its partition and are its key there. */
    static <T extends SpecificRecord> KeyValue<byte[], byte[]> packed(StoredAvro<T> facts, String key, T fact) {
        return KeyValue.pair(bytes(key), facts.encode(fact));
    }

    /** Where it goes: what has no key, the clock of a sender, to all; a fact by the usual rule. */
    static Optional<Set<Integer>> partitions(byte[] key, int partitions) {
        return key.length == 0
                ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
                : Optional.empty();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Does the work on a fact, which says why it is set aside if it is. It must leave all state as it was if it fails. */
    void settle(Record<byte[], byte[]> record, BiFunction<String, T, Reason> work) {
        settle(record, context.recordMetadata().orElseThrow(), work);
    }

    /** The same with one that was held since it was read. */
    void settle(Record<byte[], byte[]> record, RecordMetadata metadata, BiFunction<String, T, Reason> work) {
        Reason reason = unexpected.caught(() -> take(record, work));
        if (reason != Reason.NONE) {
            context.forward(Rejection.behindHop(record, metadata, reason, unexpected.trace()));
        }
    }

    private Reason take(Record<byte[], byte[]> record, BiFunction<String, T, Reason> work) {
        if (record.key() == null) {
            return Reason.BAD_KEY;
        }
        if (record.value() == null) {
            return Reason.EMPTY;
        }
        T fact;
        try {
            fact = facts.decode(record.value());
        } catch (RuntimeException e) {
            return Reason.UNREADABLE;
        }
        return work.apply(new String(record.key(), StandardCharsets.UTF_8), fact);
    }
}
