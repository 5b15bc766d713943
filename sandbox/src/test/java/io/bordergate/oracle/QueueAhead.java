package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;

/** Section 4 of docs/forecast.md: how the queue of one side of a gate grows or shrinks in each quarter hour ahead. Stateless. */
final class QueueAhead {

    private QueueAhead() {}

    /** At the end of each step, how much longer than now. */
    static double[] growth(int backlog, double[] arrivals, double servicePerHour, Service service, Instant at) {
        double[] growth = new double[arrivals.length];
        double queue = backlog;
        for (int i = 0; i < arrivals.length; i++) {
            Duration open = service.openTime(ArrivalsAhead.time(at, i), ArrivalsAhead.time(at, i + 1));
            queue = Math.max(0, queue + arrivals[i] - servicePerHour * Clearance.hours(open));
            growth[i] = queue - backlog;
        }
        return growth;
    }

    /** The greatest share of the places in the yards that are wanted at the end of any step. */
    static double greatestOccupancy(int wanted, double[] growth, int capacity) {
        double greatest = 0;
        for (double more : growth) {
            greatest = Math.max(greatest, (wanted + more) / capacity);
        }
        return Math.round(greatest * 10_000) / 10_000.0;
    }
}
