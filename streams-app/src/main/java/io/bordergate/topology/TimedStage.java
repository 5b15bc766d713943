package io.bordergate.topology;

import static io.bordergate.topology.TopologySettings.ClockSource.TICKS;

import io.bordergate.domain.intake.Reason;
import io.bordergate.event.ClockReached;
import io.bordergate.stored.ClockPassed;
import java.time.Instant;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What every stage behind an internal topic does: it takes facts from all partitions upstream in the order of their times, lets
 * pass what is due in between, and does so a part at a time. Where time is the wall's, facts are taken as they come. Not
 * thread-safe.
 */
final class TimedStage<T extends SpecificRecord> implements Pace.Work {
    private final ProcessorContext<String, Emitted> context;
    private final String name;
    private final TopologySettings settings;
    private final Function<T, Object> content;
    private final Work work;
    private final Hop<T> hop;
    private final HeldFacts held;
    private final EventClock clock;
    private final Pace pace;

    /** What a stage does with its facts. */
    interface Work {
        /**
         * Takes one.
         *
         * @param at when it was received; what follows from it is told at that time
         * @param now to where the clock has come
         * @return why it is set aside, if it is
         */
        Reason take(String id, Object fact, long at, long now);

        /** When the next thing is due by the clock alone, as the clock stands; {@link Long#MAX_VALUE} if nothing is. */
        long nextDue(long now);

        /** Whether facts of the very moment at which something is due come before it. */
        boolean factsComeFirst();

        /** Lets the next thing that is due pass; says what it costs, as for {@link Pace.Work#step}. */
        int passDue();

        /** As for {@link Pace.Work#pause}. */
        default void pause() {}

        /** A clock was heard, and all facts up to it have come. */
        default void clockHeard() {}

        /** All that was due has been done. */
        default void caughtUp() {}

        /** All that was due until then has been done, and nothing that was due until then will come: for the stage after it. */
        default void clockPassed(ClockPassed passed) {}
    }

    /**
     * Goes on where an earlier run ended. The stores are those of {@link #heldStore} and {@link #clockStore}.
     *
     * @param name of the stage, by which its stores and its clock are known
     * @param sources partitions upstream
     */
    TimedStage(
            String name,
            ProcessorContext<String, Emitted> context,
            TopologySettings settings,
            int sources,
            StoredAvro<T> facts,
            Function<T, Object> content,
            Work work) {
        this.name = name;
        this.context = context;
        this.settings = settings;
        this.content = content;
        this.work = work;
        KeyValueStore<Bytes, byte[]> heldFacts = context.getStateStore(held(name));
        KeyValueStore<String, Long> clocks = context.getStateStore(clock(name));
        hop = new Hop<>(facts, context);
        held = new HeldFacts(heldFacts);
        clock = new EventClock(clocks, settings.awaited(sources), context.currentSystemTimeMs());
        pace = new Pace(context, clock, this);
    }

    /** Facts of a stage that wait for their time. */
    static StoreBuilder<KeyValueStore<Bytes, byte[]>> heldStore(String stage) {
        return HeldFacts.storeBuilder(held(stage));
    }

    /** How far the clocks of its sources have come. */
    static StoreBuilder<KeyValueStore<String, Long>> clockStore(String stage) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(clock(stage)), Serdes.String(), Serdes.Long())
                .withCachingDisabled();
    }

    private static String held(String stage) {
        return stage + "-held-by-time";
    }

    private static String clock(String stage) {
        return stage + "-clock-by-source";
    }

    EventClock clock() {
        return clock;
    }

    void receive(Record<byte[], byte[]> record) {
        hop.settle(record, (id, fact) -> receive(id, content.apply(fact), record));
    }

    private Reason receive(String id, Object fact, Record<byte[], byte[]> record) {
        if (fact instanceof ClockPassed passed) {
            hear(passed);
            return Reason.NONE;
        }
        if (settings.clock() == TICKS && (record.timestamp() > clock.now() || pace.isBehind())) {
            held.add(id, record, context.recordMetadata().orElseThrow());
            return Reason.NONE;
        }
        Reason reason = work.take(id, fact, told(record.timestamp()), clock.now());
        if (!pace.isBehind()) {
            work.pause();
        }
        return reason;
    }

    /** What comes behind the clock counts from the clock's time on, for something may have been told until then. */
    private long told(long at) {
        return settings.clock() == TICKS ? Math.max(at, clock.now()) : at;
    }

    private void hear(ClockPassed passed) {
        boolean moved = clock.hear(passed.getSource(), passed.getTime().toEpochMilli(), context.currentSystemTimeMs());
        if (moved && clock.now() != EventClock.UNKNOWN) {
            pace.begin();
        }
        work.clockHeard();
    }

    /** A fact that was held or what is due, whichever is earlier, as if the clock stood there. */
    @Override
    public int step() {
        long due = work.nextDue(clock.now());
        long fact = held.firstTime();
        if (Math.min(due, fact) > clock.now()) {
            return 0;
        }
        if (fact < due || (fact == due && work.factsComeFirst())) {
            held.release((record, metadata) -> hop.settle(
                    record,
                    metadata,
                    (id, each) -> work.take(id, content.apply(each), record.timestamp(), record.timestamp())));
            return 1;
        }
        return work.passDue();
    }

    @Override
    public void pause() {
        work.pause();
    }

    /** Whoever comes next need not wait for all of it. */
    @Override
    public void partDone() {
        tellClock(Math.min(clock.now(), Math.min(work.nextDue(clock.now()), held.firstTime()) - 1));
    }

    @Override
    public void caughtUp() {
        work.caughtUp();
        tellClock(clock.now());
    }

    private void tellClock(long time) {
        int partition = context.taskId().partition();
        Instant at = Instant.ofEpochMilli(time);
        var reached = new ClockReached(name, partition, at, clock.sources());
        context.forward(new Record<>(name + "|" + partition, new Emitted.Clock(reached), time));
        work.clockPassed(new ClockPassed(name + "-" + partition, at));
    }
}
