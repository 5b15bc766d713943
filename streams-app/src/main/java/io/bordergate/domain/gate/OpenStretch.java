package io.bordergate.domain.gate;

import java.time.Duration;

/** A stretch of time, and how much of it a gate was open: above zero. Immutable. */
record OpenStretch(Window window, Duration openTime) {
    private static final double HOUR = Duration.ofHours(1).toMillis();

    /** Of so many in the stretch. */
    double perHour(int count) {
        return count / (openTime.toMillis() / HOUR);
    }
}
