package io.bordergate.domain.gate;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time in which events are counted: after its beginning, up to and with its end. Immutable. */
record Window(Instant begin, Instant end) {
    static Window before(Instant end, Duration length) {
        return new Window(end.minus(length), end);
    }

    boolean contains(Instant t) {
        return t.isAfter(begin) && !t.isAfter(end);
    }
}
