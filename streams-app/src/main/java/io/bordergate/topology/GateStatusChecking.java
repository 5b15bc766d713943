package io.bordergate.topology;

import io.bordergate.contract.BorderTopics;
import io.bordergate.domain.intake.PositionCheck;
import io.bordergate.domain.intake.Reason;
import io.bordergate.event.GateStatusChanged;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Stage: changes of gate status in. Read, checked and counted as held: the stage that uses them is not built. The records
 * stay in their topic until then.
 */
final class GateStatusChecking implements ProcessorSupplier<byte[], byte[], String, Emitted> {
    private static final String FATES = "gate-status-fate-by-reason";

    private final TopologySettings settings;

    GateStatusChecking(TopologySettings settings) {
        this.settings = settings;
    }

    KStream<String, Emitted> build(KStream<byte[], byte[]> changes) {
        return changes.process(this, Named.as("gate-status.check"));
    }

    @Override
    public Processor<byte[], byte[], String, Emitted> get() {
        return new Checker();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(FateCounts.storeBuilder(FATES));
    }

    private final class Checker implements Processor<byte[], byte[], String, Emitted> {
        private Accounts accounts;
        private WireReader<GateStatusChanged> reader;

        @Override
        public void init(ProcessorContext<String, Emitted> context) {
            accounts = new Accounts(context, FATES, BorderTopics.GATE_STATUS, settings.metrics());
            reader = new WireReader<>(BorderTopics.GATE_STATUS, GateStatusChanged.class, settings.serde());
            context.schedule(Duration.ofSeconds(1), PunctuationType.WALL_CLOCK_TIME, accounts::tell);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            accounts.settle(record, () -> check(record));
        }

        @Override
        public void close() {
            reader.close();
        }

        private Reason check(Record<byte[], byte[]> record) {
            if (reader.readKey(record.key()) == null) {
                return reader.failure();
            }
            GateStatusChanged change = reader.readValue(record.value());
            if (change == null) {
                return reader.failure();
            }
            long time = change.getEventTime().toEpochMilli();
            // What is announced lies ahead, and may.
            Reason unsafe = PositionCheck.checkTime(time, Math.max(time, record.timestamp()));
            return unsafe == Reason.NONE ? Reason.AWAITS_GATE : unsafe;
        }
    }
}
