package io.bordergate.topology;

import io.bordergate.contract.BorderTopics;
import io.bordergate.domain.intake.Reason;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** A result that cannot be written: what is set aside is the input record that caused it, as it came in. Stateless. */
public final class FailedResult {
    private FailedResult() {}

    /** Whether a record caused it, and not time alone. */
    public static boolean isOfARecord(ErrorHandlerContext context) {
        return context.topic() != null && context.sourceRawValue() != null;
    }

    /** The record that caused it, for the topic of dead letters; behind an internal topic the one that came in. */
    public static ProducerRecord<byte[], byte[]> deadLetter(ErrorHandlerContext context, Exception failure) {
        var cause = new Record<>(
                context.sourceRawKey(),
                context.sourceRawValue(),
                context.timestamp(),
                new RecordHeaders(context.headers()));
        Record<String, Emitted> rejected =
                Rejection.behindHop(cause, new Place(context), Reason.PROCESSING_FAILED, Unexpected.traceOf(failure));
        var asReceived = ((Emitted.Rejected) rejected.value()).asReceived();
        return new ProducerRecord<>(
                BorderTopics.DEAD_LETTER.name(),
                null,
                rejected.timestamp(),
                asReceived.key,
                asReceived.value,
                rejected.headers());
    }

    private record Place(String topic, int partition, long offset) implements RecordMetadata {
        private Place(ErrorHandlerContext context) {
            this(context.topic(), context.partition(), context.offset());
        }
    }
}
