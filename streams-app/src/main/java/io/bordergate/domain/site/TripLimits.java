package io.bordergate.domain.site;

import java.time.Duration;

/**
 * How long things may take at a gate before they are a discrepancy or another trip. Set per gate in the site file;
 * docs/trips.md says what each limit is measured from. Immutable.
 *
 * @param returnWithin a truck that has left and comes back within this goes on with its trip
 * @param silentFor a truck whose tracker fell silent at the gate is taken to be there for this long
 * @param moveWithin how long a truck may stay at a gate that its declaration was amended away from
 * @param noShowAfter how late a declared truck may be
 * @param authorityLagAfter how long one authority may confirm an arrival after the other
 * @param confirmedNotSeenAfter how long a truck may be confirmed and not seen
 * @param seenNotConfirmedAfter how long a truck may be seen and not confirmed
 * @param finishedNotLeftAfter how long a truck may stay when its papers are finished
 * @param overdueReturnAfter how long a foreign truck may stay in the country when its papers are finished
 */
public record TripLimits(
        Duration returnWithin,
        Duration silentFor,
        Duration moveWithin,
        Duration noShowAfter,
        Duration authorityLagAfter,
        Duration confirmedNotSeenAfter,
        Duration seenNotConfirmedAfter,
        Duration finishedNotLeftAfter,
        Duration overdueReturnAfter) {

    /** A limit that never passes: longer than any recording, and short enough to be added to an instant. */
    public static final Duration OFF = Duration.ofDays(36_500);

    /** Stage limits in use elsewhere (45, 120, 180 and 240 minutes), and for gaps what tells one trip from the next. */
    public static final TripLimits DEFAULT = new TripLimits(
            Duration.ofHours(6),
            Duration.ofHours(48),
            Duration.ofHours(6),
            Duration.ofMinutes(240),
            Duration.ofMinutes(45),
            Duration.ofMinutes(45),
            Duration.ofMinutes(120),
            Duration.ofMinutes(180),
            Duration.ofMinutes(240));
}
