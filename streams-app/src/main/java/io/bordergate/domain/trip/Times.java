package io.bordergate.domain.trip;

import java.time.Duration;
import java.time.Instant;

/** Instants of which some may not be known: null counts as not there. */
final class Times {
    private Times() {}

    static Instant earliest(Instant... times) {
        Instant earliest = null;
        for (Instant time : times) {
            earliest = earliest == null || (time != null && time.isBefore(earliest)) ? time : earliest;
        }
        return earliest;
    }

    static Instant latest(Instant... times) {
        Instant latest = null;
        for (Instant time : times) {
            latest = latest == null || (time != null && time.isAfter(latest)) ? time : latest;
        }
        return latest;
    }

    static Instant firstKnown(Instant a, Instant b) {
        return a != null ? a : b;
    }

    static Instant plus(Instant time, Duration duration) {
        return time == null ? null : time.plus(duration);
    }

    static boolean isMoreThan(Duration limit, Instant from, Instant to) {
        return to.isAfter(from.plus(limit));
    }
}
