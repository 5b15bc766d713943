package io.bordergate.topology;

import static io.bordergate.topology.TopologySettings.ClockSource.WALL;

import io.bordergate.contract.BorderTopics;
import io.bordergate.domain.intake.Reason;
import io.bordergate.event.ClockTicked;
import io.bordergate.stored.ClockPassed;
import io.bordergate.stored.TruckFact;
import io.bordergate.topology.TopologySettings.ClockSource;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * How far time has come in one partition of an input. Live, it is the newest recordTime that was used and, while nothing
 * comes, wall time. Where time is recorded or simulated only the ticks of the clock topic move it, for only who sends all
 * input knows that nothing earlier follows. Tells the stages downstream. Not thread-safe.
 */
final class SourceClock {
    /** A partition to which nothing has come for so long is idle, and not merely behind. */
    private static final long IDLE_AFTER_MILLIS = 5_000;

    private final String source;
    private final ClockSource kind;
    private final ProcessorContext<String, Emitted> context;
    private final Function<ClockPassed, Emitted> message;
    private final WireReader<ClockTicked> ticks;
    private long time = Long.MIN_VALUE;
    private long told = Long.MIN_VALUE;
    private long lastInputWall;

    /** One that tells the trips. */
    static SourceClock ofTrucks(String stage, TopologySettings settings, ProcessorContext<String, Emitted> context) {
        return new SourceClock(stage, settings, context, passed -> new Emitted.Fact(new TruckFact(passed)));
    }

    /** One that tells the stage to which its messages go. */
    SourceClock(
            String stage,
            TopologySettings settings,
            ProcessorContext<String, Emitted> context,
            Function<ClockPassed, Emitted> message) {
        this.message = message;
        this.source = stage + "-" + context.taskId().partition();
        this.kind = settings.clock();
        this.ticks = new WireReader<>(BorderTopics.CLOCK, ClockTicked.class, settings.serde());
        this.context = context;
        this.lastInputWall = context.currentSystemTimeMs();
    }

    long time() {
        return time;
    }

    /** Something was received at that time; says whether time has moved on. */
    boolean used(long recordTime) {
        lastInputWall = context.currentSystemTimeMs();
        return kind == WALL && moveTo(recordTime);
    }

    /** A tick of the clock topic; says what becomes of it. */
    Reason tick(byte[] value) {
        ClockTicked tick = ticks.readValue(value);
        if (tick == null) {
            return ticks.failure();
        }
        moveTo(tick.getTime().toEpochMilli());
        return Reason.NONE;
    }

    void close() {
        ticks.close();
    }

    private boolean moveTo(long now) {
        if (now <= time) {
            return false;
        }
        time = now;
        return true;
    }

    /** Wall time has passed: counts only where it is the clock, and only while nothing comes. */
    boolean wallPassed(long wall) {
        return kind == WALL && wall - lastInputWall > IDLE_AFTER_MILLIS && moveTo(wall);
    }

    /** Tells the stages downstream, if there is something new to tell. */
    void tell() {
        if (time > told) {
            told = time;
            var passed = new ClockPassed(source, Instant.ofEpochMilli(time));
            context.forward(new Record<>("", message.apply(passed), time));
        }
    }

    static boolean isTick(ProcessorContext<?, ?> context) {
        return context.recordMetadata()
                .map(metadata -> metadata.topic().equals(BorderTopics.CLOCK.name()))
                .orElse(false);
    }
}
