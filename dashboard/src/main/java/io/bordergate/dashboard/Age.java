package io.bordergate.dashboard;

import java.time.Duration;
import java.time.Instant;

/**
 * How much older a figure is than the newest on the board. Immutable.
 *
 * @param asOf what the figure rests on
 * @param seconds 0 or more
 * @param stale true once that is more than a limit, of figures {@link #STALE_AFTER}
 */
record Age(Instant asOf, long seconds, boolean stale) {
    static final Duration STALE_AFTER = Duration.ofMinutes(5);

    static Age of(Instant asOf, Instant boardTime) {
        return of(asOf, boardTime, STALE_AFTER);
    }

    static Age of(Instant asOf, Instant boardTime, Duration staleAfter) {
        Duration age = Duration.between(asOf, boardTime);
        return new Age(asOf, age.toSeconds(), age.compareTo(staleAfter) > 0);
    }
}
