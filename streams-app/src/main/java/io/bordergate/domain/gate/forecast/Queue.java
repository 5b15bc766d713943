package io.bordergate.domain.gate.forecast;

import io.bordergate.domain.gate.Load;
import io.bordergate.domain.gate.Opening;
import io.bordergate.domain.gate.Side;
import io.bordergate.domain.gate.Waits;
import java.time.Duration;
import java.time.Instant;

/** The queue of one side of a gate in the next day: what comes is added, what can be served while it is open goes. Immutable. */
final class Queue {
    private static final double HOUR = Duration.ofHours(1).toMillis();
    /** Nobody can say what will be in a week. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private final Load load;
    private final Opening opening;
    private final Instant now;
    private final double servicePerHour;
    private final double[] atEndOfStep = new double[Steps.COUNT];

    Queue(Side side, Load load, Opening opening, double servicePerHour, Arrivals arrivals, Instant now) {
        this.load = load;
        this.opening = opening;
        this.now = now;
        this.servicePerHour = servicePerHour;
        var steps = new Steps(now);
        double queue = load.backlog().trucks();
        for (int i = 1; i <= Steps.COUNT; i++) {
            double open =
                    opening.openTime(side, steps.time(i - 1), steps.time(i)).toMillis() / HOUR;
            queue = Math.max(0, queue + arrivals.in(i) - servicePerHour * open);
            atEndOfStep[i - 1] = queue;
        }
    }

    double servicePerHour() {
        return servicePerHour;
    }

    /** At the end of the step of that number, from 1 on; now for 0. */
    double after(int step) {
        return step == 0 ? load.backlog().trucks() : atEndOfStep[step - 1];
    }

    /** Of a truck that arrives now; null if nothing is served, or not for a week. */
    PredictedWait predictedWait(Side side) {
        if (servicePerHour == 0) {
            return null;
        }
        Duration service = Duration.ofMillis((long) Math.ceil((load.backlog().trucks() + 1) / servicePerHour * HOUR));
        Instant served = opening.afterOpenTime(side, now, service, LONGEST_WAIT);
        if (served == null) {
            return null;
        }
        Duration median = Duration.between(now, served);
        Waits actual = load.actualWait();
        boolean varies = actual != null && !actual.median().isZero();
        return new PredictedWait(
                median,
                varies
                        ? Duration.ofSeconds(Math.round(median.toSeconds()
                                * (double) actual.p95().toSeconds()
                                / actual.median().toSeconds()))
                        : null);
    }
}
