package io.bordergate.domain.gate;

import io.bordergate.domain.trip.Eta;
import io.bordergate.domain.trip.Trip;
import java.time.Instant;
import java.util.Optional;

/**
 * What the forecast of a gate needs to know of a trip whose truck has not arrived. Immutable; docs/forecast.md, section 1.
 *
 * @param announcement null if no declaration says when it is to come
 * @param seen when it was seen on its way; null if it was not, or not lately
 * @param eta when it can arrive by that; null without
 * @param ended whether it will not come any more under this trip
 */
public record ExpectedTruck(
        String tripId, Side side, Announcement announcement, Instant seen, Instant eta, boolean ended) {

    /** Nothing if the truck has arrived, or nothing says when it will. */
    public static Optional<ExpectedTruck> of(Trip trip) {
        boolean arrived = GateTruck.of(trip).isPresent();
        if (arrived || !GateTruck.counts(trip)) {
            return Optional.empty();
        }
        Announcement announcement = Announcement.of(trip);
        boolean onItsWay = trip.eta().basis() == Eta.Basis.POSITION;
        if (announcement == null && !onItsWay) {
            return Optional.empty();
        }
        return Optional.of(new ExpectedTruck(
                trip.tripId(),
                GateTruck.sideOf(trip),
                announcement,
                onItsWay ? trip.eta().seen() : null,
                onItsWay ? trip.eta().at() : null,
                trip.end().at() != null));
    }

    /** Whether it may still come. */
    public boolean isExpectedAt(Instant t) {
        return !ended && (isOnItsWay() || (announcement != null && announcement.isKnownAt(t)));
    }

    public boolean isOnItsWay() {
        return seen != null;
    }

    /** By when no forecast asks for it any more, but for what is added to it. */
    Instant due() {
        return announcement == null ? seen : announcement.planned();
    }
}
