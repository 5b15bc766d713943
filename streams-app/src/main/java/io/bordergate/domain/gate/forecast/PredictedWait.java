package io.bordergate.domain.gate.forecast;

import java.time.Duration;

/**
 * How long a truck that joins a queue now will wait. Immutable.
 *
 * @param median if it is served in its turn, as fast as the gate has been serving
 * @param p95 as much longer as that of the trucks that were served is than their median; null without any
 */
public record PredictedWait(Duration median, Duration p95) {}
