package io.bordergate.domain.trip;

import java.time.Instant;

/** A reading of the clock that remembers when the answer to a question about time will change. Mutable, not thread-safe. */
public final class Moment {
    private final Instant now;
    private Instant next = Instant.MAX;

    public Moment(Instant now) {
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    /** When something that was asked for will have changed; {@link Instant#MAX} if nothing will. */
    public Instant next() {
        return next;
    }

    boolean hasReached(Instant time) {
        if (!now.isBefore(time)) {
            return true;
        }
        next = Times.earliest(next, time);
        return false;
    }

    boolean hasPassed(Instant time) {
        return hasReached(time.plusMillis(1));
    }
}
