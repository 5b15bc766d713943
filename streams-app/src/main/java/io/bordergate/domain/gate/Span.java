package io.bordergate.domain.gate;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time that a gate is open: from its beginning, which belongs to it, to its end, which does not. Immutable. */
record Span(Instant from, Instant to) {
    boolean contains(Instant t) {
        return !t.isBefore(from) && t.isBefore(to);
    }

    /** What of it lies between two instants; empty or less than that if nothing does. */
    Span within(Instant begin, Instant end) {
        return new Span(from.isBefore(begin) ? begin : from, to.isAfter(end) ? end : to);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    Duration length() {
        return isEmpty() ? Duration.ZERO : Duration.between(from, to);
    }
}
