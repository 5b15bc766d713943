package io.bordergate.topology;

import io.bordergate.contract.Topic;
import io.bordergate.domain.intake.PositionCheck;
import io.bordergate.domain.intake.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Stage: events that this version checks and accounts for, but does not yet join with positions. They stay in their topic;
 * their fate is HELD.
 */
final class Holding<T extends SpecificRecord> implements ProcessorSupplier<byte[], byte[], String, Emitted> {
    private final String stage;
    private final Topic topic;
    private final Class<T> type;
    private final Function<T, Instant> eventTime;
    private final Predicate<T> mayLieAhead;
    private final Reason held;
    private final TopologySettings settings;

    Holding(
            String stage,
            Topic topic,
            Class<T> type,
            Function<T, Instant> eventTime,
            Predicate<T> mayLieAhead,
            Reason held,
            TopologySettings settings) {
        this.stage = stage;
        this.topic = topic;
        this.type = type;
        this.eventTime = eventTime;
        this.mayLieAhead = mayLieAhead;
        this.held = held;
        this.settings = settings;
    }

    KStream<String, Emitted> build(KStream<byte[], byte[]> events) {
        return events.process(this, Named.as(stage + ".check"));
    }

    @Override
    public Processor<byte[], byte[], String, Emitted> get() {
        return new Checker();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(FateCounts.storeBuilder(fateStore()));
    }

    private String fateStore() {
        return stage + "-fate-by-reason";
    }

    private final class Checker implements Processor<byte[], byte[], String, Emitted> {
        private ProcessorContext<String, Emitted> context;
        private FateCounts fates;
        private WireReader<T> reader;
        private final Unexpected unexpected = new Unexpected();

        @Override
        public void init(ProcessorContext<String, Emitted> context) {
            this.context = context;
            fates = new FateCounts(
                    context.getStateStore(fateStore()),
                    topic.name(),
                    context.taskId().partition(),
                    settings.metrics());
            reader = new WireReader<>(topic, type, settings.serde());
            context.schedule(
                    Duration.ofSeconds(1),
                    PunctuationType.WALL_CLOCK_TIME,
                    now -> fates.tell(
                            (key, event) -> context.forward(new Record<>(key, new Emitted.Counted(event), now))));
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            Reason reason = unexpected.caught(() -> check(record));
            fates.count(reason);
            if (Rejection.isSetAside(reason)) {
                context.forward(
                        Rejection.of(record, context.recordMetadata().orElseThrow(), reason, unexpected.trace()));
            }
        }

        @Override
        public void close() {
            reader.close();
        }

        private Reason check(Record<byte[], byte[]> record) {
            if (reader.readKey(record.key()) == null) {
                return reader.failure();
            }
            T event = reader.readValue(record.value());
            if (event == null) {
                return reader.failure();
            }
            long time = eventTime.apply(event).toEpochMilli();
            // What is planned or announced lies ahead, and may.
            long asIfReceived = mayLieAhead.test(event) ? Math.max(time, record.timestamp()) : record.timestamp();
            Reason unsafe = PositionCheck.checkTime(time, asIfReceived);
            return unsafe == Reason.NONE ? held : unsafe;
        }
    }
}
