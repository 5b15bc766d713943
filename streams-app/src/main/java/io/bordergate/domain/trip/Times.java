package io.bordergate.domain.trip;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** Instants of which some may not be known: null counts as not there. */
final class Times {
    private Times() {}

    static Instant earliest(Instant... times) {
        return Stream.of(times).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }

    static Instant latest(Instant... times) {
        return Stream.of(times).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
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
