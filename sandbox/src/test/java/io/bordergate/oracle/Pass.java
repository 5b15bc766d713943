package io.bordergate.oracle;

import java.time.Instant;

/**
 * A truck was in a zone, but not for a visit: too short a stay, or between the two consecutive fixes {@code from} and
 * {@code to} without any fix inside. Immutable.
 */
record Pass(String truck, String zone, Instant from, Instant to) {}
