package io.bordergate.topology;

import io.bordergate.contract.Topic;
import io.bordergate.domain.intake.Reason;
import io.bordergate.metrics.GateMetrics;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sees to it that every record of an input has one fate: does the work, counts what became of the record, sets aside what
 * was not used, and tells the counts. Not thread-safe.
 */
final class Accounts {
    private final ProcessorContext<String, Emitted> context;
    private final FateCounts fates;
    private final Unexpected unexpected = new Unexpected();

    /** With the store of counts of that name. */
    Accounts(ProcessorContext<String, Emitted> context, String store, Topic topic, GateMetrics metrics) {
        this.context = context;
        this.fates = new FateCounts(
                context.getStateStore(store), topic.name(), context.taskId().partition(), metrics);
    }

    /** Does the work on the record; what it says of the record is its fate. */
    void settle(Record<byte[], byte[]> record, Supplier<Reason> work) {
        Reason reason = unexpected.caught(work);
        fates.count(reason, record.timestamp());
        if (Rejection.isSetAside(reason)) {
            context.forward(Rejection.of(record, context.recordMetadata().orElseThrow(), reason, unexpected.trace()));
        }
    }

    /** A record that was counted before has another fate now. */
    void move(Reason from, Reason to) {
        fates.move(from, to);
    }

    /** Tells all counts that have changed. */
    void tell(long now) {
        fates.tell((key, event) -> context.forward(new Record<>(key, new Emitted.Counted(event), now)));
    }
}
