package io.bordergate.domain.gate.forecast;

import java.time.Duration;
import java.time.Instant;

/** The quarter hours of the next day, from a moment on. Immutable. */
record Steps(Instant from) {
    static final int PER_HOUR = 4;
    static final int COUNT = 24 * PER_HOUR;
    static final Duration LENGTH = Duration.ofMinutes(15);

    /** The end of the step of that number, from 1 to {@link #COUNT}; the beginning of the first for 0. */
    Instant time(int number) {
        return from.plus(LENGTH.multipliedBy(number));
    }

    /** The number of the step in which a moment after the beginning lies, its end included; above {@link #COUNT} if in none. */
    long numberOf(Instant t) {
        long millis = Duration.between(from, t).toMillis();
        return -Math.floorDiv(-millis, LENGTH.toMillis());
    }
}
