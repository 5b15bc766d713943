package io.bordergate.domain.trip;

import java.time.Instant;

/**
 * How a trip ended, if it did. Immutable.
 *
 * @param at when; null while it is open
 */
public record TripEnd(Closure closedBy, Instant at) {
    static final TripEnd NONE = new TripEnd(Closure.OPEN, null);

    /** What ends a trip. */
    public enum Closure {
        OPEN,
        CROSSED,
        LEFT,
        TURNED_BACK,
        MOVED,
        CANCELLED,
        SILENCE,
        NO_SHOW
    }
}
