package io.bordergate.domain.presence;

import io.bordergate.domain.site.Place;

/**
 * A stay as known now; a higher revision under the same id replaces a lower one. Immutable.
 *
 * @param stayId same for all revisions
 * @param revision 1 for the first
 * @param truckId whose stay
 * @param place where
 * @param facts what is known
 */
public record StayRevision(String stayId, int revision, String truckId, Place place, Facts facts) {

    /**
     * What a revision says. Times in epoch milliseconds.
     *
     * @param uncertain open, and silent for longer than silenceAfter
     * @param leftAt {@link #NOT_LEFT} while open
     * @param direction for a crossing: 1 from left to right, -1 from right to left; else 0
     */
    public record Facts(
            StayKind kind, Closure closedBy, boolean uncertain, long enteredAt, long leftAt, int direction) {
        public static final long NOT_LEFT = Long.MIN_VALUE;

        Facts withdrawn() {
            return new Facts(kind, Closure.WITHDRAWN, false, enteredAt, leftAt, direction);
        }
    }
}
