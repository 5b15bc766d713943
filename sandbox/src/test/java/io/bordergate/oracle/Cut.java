package io.bordergate.oracle;

import java.time.Instant;

/**
 * A truck went over a crossing line between two consecutive fixes; {@code at} is the later one, at which it counts. Left and right are seen
 * when looking along the line from its first to its last point. Immutable.
 */
record Cut(String truck, String line, Instant from, Instant at, Direction direction) {

    /** Which way the line was cut. */
    enum Direction {
        LEFT_TO_RIGHT,
        RIGHT_TO_LEFT
    }
}
