package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Says, line after line in file order, whether a fix is older than the window of its truck; the fix itself moves the
 * window first. Not thread-safe.
 */
final class Lateness {

    private final Duration window;
    private final Map<String, Instant> newestRecordByTruck = new HashMap<>();

    Lateness(Duration window) {
        this.window = window;
    }

    boolean isLate(Fix fix) {
        Instant newest = newestRecordByTruck.merge(fix.truck(), fix.recordTime(), Lateness::later);
        return isLate(fix, newest, window);
    }

    /** Exactly as old as the window is still in time. */
    static boolean isLate(Fix fix, Instant newestRecord, Duration window) {
        return fix.eventTime().isBefore(newestRecord.minus(window));
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
