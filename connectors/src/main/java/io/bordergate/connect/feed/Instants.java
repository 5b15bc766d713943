package io.bordergate.connect.feed;

import java.time.Duration;
import java.time.Instant;

/** Instants that are near each other, whichever comes first: devices' lines come in any order. */
final class Instants {
    private Instants() {}

    static boolean within(Duration most, Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(most) <= 0;
    }
}
