package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;

/** Says whether a fix is older than the window of its truck. Stateless. */
final class Lateness {

    private Lateness() {}

    /** Exactly as old as the window is still in time. */
    static boolean isLate(Fix fix, Instant newestRecord, Duration window) {
        return fix.eventTime().isBefore(newestRecord.minus(window));
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
