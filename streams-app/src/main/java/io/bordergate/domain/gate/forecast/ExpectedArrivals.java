package io.bordergate.domain.gate.forecast;

/**
 * How many trucks are expected in the next hours. Immutable.
 *
 * @param low and
 * @param high between which the number should lie eight times in ten
 */
public record ExpectedArrivals(int hours, double trucks, double low, double high) {}
