package io.bordergate.topology;

import io.bordergate.domain.intake.Reason;
import io.bordergate.serde.SerdeFailures;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/**
 * A record on which our own code fails is set aside and accounted for as any other, and its gate goes on. What Kafka or the
 * registry throw is not the record's fault and goes up. Not thread-safe.
 */
final class Unexpected {
    private static final int FRAMES = 12;

    private String trace = "";

    /** What the work says of the record, or that it failed on it. */
    Reason caught(Supplier<Reason> work) {
        trace = "";
        try {
            return work.get();
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            if (SerdeFailures.isTransient(e)) {
                throw e;
            }
            trace = traceOf(e);
            return Reason.PROCESSING_FAILED;
        }
    }

    /** Where the last work failed; empty if it did not. */
    String trace() {
        return trace;
    }

    /** Without the message, which may quote the record. */
    static String traceOf(Exception failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n", failure.getClass().getName() + "\n", ""));
    }
}
