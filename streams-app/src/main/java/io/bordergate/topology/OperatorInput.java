package io.bordergate.topology;

import io.bordergate.contract.BorderTopics;
import io.bordergate.domain.gate.StatusChange;
import io.bordergate.domain.intake.PositionCheck;
import io.bordergate.domain.intake.Reason;
import io.bordergate.event.AlertAcknowledged;
import io.bordergate.event.GateStatus;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.stored.GateFact;
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

/** Stage: what operators say, changes of a gate's service and acknowledgements of alerts, is checked and goes to its gate. */
final class OperatorInput implements ProcessorSupplier<byte[], byte[], String, Emitted> {
    static final String FATES = "operator-fate-by-reason";

    private final Set<String> gateIds;
    private final TopologySettings settings;

    OperatorInput(Set<String> gateIds, TopologySettings settings) {
        this.gateIds = Set.copyOf(gateIds);
        this.settings = settings;
    }

    /** The stream also holds the ticks of the clock. */
    KStream<String, Emitted> build(KStream<byte[], byte[]> inputs) {
        return inputs.process(this, Named.as("operator.check"));
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
        private ProcessorContext<String, Emitted> context;
        private Accounts statusAccounts;
        private Accounts ackAccounts;
        private WireReader<GateStatusChanged> statuses;
        private WireReader<AlertAcknowledged> acks;
        private SourceClock clock;

        @Override
        public void init(ProcessorContext<String, Emitted> context) {
            this.context = context;
            statusAccounts = new Accounts(context, FATES, BorderTopics.GATE_STATUS, settings.metrics());
            ackAccounts = new Accounts(context, FATES, BorderTopics.ALERT_ACK, settings.metrics());
            statuses = new WireReader<>(BorderTopics.GATE_STATUS, GateStatusChanged.class, settings.serde());
            acks = new WireReader<>(BorderTopics.ALERT_ACK, AlertAcknowledged.class, settings.serde());
            clock = new SourceClock("operator", settings, context, passed -> new Emitted.ToGate(new GateFact(passed)));
            context.schedule(Duration.ofSeconds(1), PunctuationType.WALL_CLOCK_TIME, wall -> {
                statusAccounts.tell(wall);
                ackAccounts.tell(wall);
                clock.wallPassed(wall);
                clock.tell();
            });
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            if (SourceClock.isTick(context)) {
                // Counted where positions are, once.
                Reason unused = clock.tick(record.value());
                clock.tell();
            } else if (isOf(BorderTopics.ALERT_ACK.name())) {
                ackAccounts.settle(record, () -> takeAck(record));
            } else {
                statusAccounts.settle(record, () -> takeStatus(record));
            }
        }

        @Override
        public void close() {
            statuses.close();
            acks.close();
            clock.close();
        }

        private boolean isOf(String topic) {
            return context.recordMetadata()
                    .map(metadata -> metadata.topic().equals(topic))
                    .orElse(false);
        }

        private Reason takeStatus(Record<byte[], byte[]> record) {
            String gateId = statuses.readKey(record.key());
            if (gateId == null) {
                return statuses.failure();
            }
            GateStatusChanged change = statuses.readValue(record.value());
            if (change == null) {
                return statuses.failure();
            }
            if (!gateId.equals(change.getGateId())) {
                return Reason.BAD_KEY;
            }
            long time = change.getEventTime().toEpochMilli();
            // What is announced lies ahead, and may.
            Reason unsafe = PositionCheck.checkTime(time, Math.max(time, record.timestamp()));
            if (unsafe != Reason.NONE) {
                return unsafe;
            }
            if (StatusChange.faultOf(change.getOpeningHours()).isPresent()) {
                return Reason.BAD_HOURS;
            }
            if (!gateIds.contains(gateId)) {
                return Reason.NO_SUCH_GATE;
            }
            send(gateId, new GateFact(change), record);
            return change.getStatus() == GateStatus.UNKNOWN ? Reason.UNKNOWN_WORD : Reason.NONE;
        }

        private Reason takeAck(Record<byte[], byte[]> record) {
            String alertId = acks.readKey(record.key());
            if (alertId == null) {
                return acks.failure();
            }
            AlertAcknowledged ack = acks.readValue(record.value());
            if (ack == null) {
                return acks.failure();
            }
            int end = alertId.indexOf('|');
            if (end < 0 || !alertId.equals(ack.getAlertId()) || !gateIds.contains(alertId.substring(0, end))) {
                return Reason.BAD_KEY;
            }
            send(alertId.substring(0, end), new GateFact(ack), record);
            return Reason.NONE;
        }

        private void send(String gateId, GateFact fact, Record<byte[], byte[]> record) {
            clock.used(record.timestamp());
            context.forward(new Record<>(
                    gateId,
                    new Emitted.ToGate(fact),
                    record.timestamp(),
                    Origin.of(record, context.recordMetadata().orElseThrow())));
        }
    }
}
