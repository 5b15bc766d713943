package io.bordergate.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Much may be due at once, when the clock moves by days. It is done a part at a time, for a transaction that takes longer
 * than the broker waits for it is lost, and so would be every next attempt. What is done does not depend on it. Not
 * thread-safe.
 */
final class Pace {
    /**
     * What a part may take. All tasks of a thread do a part each before it can commit, the broker waits for ten seconds, and
     * the machine may have much else to do.
     */
    private static final Duration PART = Duration.ofMillis(300);

    private static final int STEPS_AT_A_TIME = 2_000;

    private static final Duration GOES_ON_AFTER = Duration.ofMillis(10);

    private final Work work;
    private boolean behind;

    /** Something that is done in steps. */
    interface Work {
        /** Does the next; says what it costs, in steps of usual length, or 0 if there is nothing left. */
        int step();

        /** A part is done: what it changed must be in the stores, for a transaction may end here. */
        default void pause() {}

        /** A part is done, and there is more. */
        default void partDone() {}

        /** All that was due has been done. */
        void caughtUp();
    }

    /** Where the clock is known already, an earlier run may have ended behind it. */
    Pace(ProcessorContext<?, ?> context, EventClock clock, Work work) {
        this.work = work;
        this.behind = clock.now() != EventClock.UNKNOWN;
        context.schedule(GOES_ON_AFTER, PunctuationType.WALL_CLOCK_TIME, wall -> goOn());
    }

    /** Something may be due now. Who is behind already goes on in its turn: many clocks may be heard before a commit. */
    void begin() {
        if (!behind) {
            behind = true;
            goOn();
        }
    }

    /** Whether something that is due is not yet done. */
    boolean isBehind() {
        return behind;
    }

    private void goOn() {
        if (!behind) {
            return;
        }
        int steps = 0;
        boolean done = false;
        long began = System.nanoTime();
        while (!done && steps < STEPS_AT_A_TIME && System.nanoTime() - began < PART.toNanos()) {
            int cost = work.step();
            steps += cost;
            done = cost == 0;
        }
        work.pause();
        if (done) {
            behind = false;
            work.caughtUp();
        } else {
            work.partDone();
        }
    }
}
