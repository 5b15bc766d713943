package io.bordergate.domain.gate;

import java.time.Duration;

/**
 * How long trucks wait: never the mean alone. Whole seconds, up to 0.1 % above the value. Immutable.
 *
 * @param median half of them wait no longer
 * @param p95 of 20 trucks 19 wait no longer
 */
public record Waits(Duration median, Duration p95) {}
