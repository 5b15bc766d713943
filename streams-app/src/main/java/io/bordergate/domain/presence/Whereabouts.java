package io.bordergate.domain.presence;

/**
 * Where a truck was last. Immutable.
 *
 * @param time of the fix, epoch milliseconds
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Whereabouts(long time, double latitude, double longitude) {}
