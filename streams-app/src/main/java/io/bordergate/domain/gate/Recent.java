package io.bordergate.domain.gate;

/** How many trucks in the last 15 minutes, hour and 24 hours. Immutable. */
public record Recent(int quarterHour, int hour, int day) {}
