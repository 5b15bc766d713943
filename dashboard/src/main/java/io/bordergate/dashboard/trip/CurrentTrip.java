package io.bordergate.dashboard.trip;

import io.bordergate.event.TruckTripChanged;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Which of a truck's trips says how the truck stands now: one that goes on before one that is over; of those that go on the one
 * that arrived last, else the one that is due first; of those that are over the one that ended last.
 */
final class CurrentTrip {
    private static final Comparator<TruckTripChanged> FIRST_IS_CURRENT = Comparator.comparing(
                    (TruckTripChanged trip) -> trip.getEndedAt() != null)
            .thenComparing(trip -> trip.getEndedAt() == null && trip.getArrivedAt() == null)
            .thenComparing(CurrentTrip::distance)
            .thenComparing(TruckTripChanged::getTripId);

    private CurrentTrip() {}

    /** The one of the two. */
    static TruckTripChanged of(TruckTripChanged one, TruckTripChanged other) {
        return FIRST_IS_CURRENT.compare(one, other) <= 0 ? one : other;
    }

    /** The smaller, the nearer: past times count backwards. */
    private static long distance(TruckTripChanged trip) {
        Instant past = trip.getEndedAt() != null ? trip.getEndedAt() : trip.getArrivedAt();
        return past != null
                ? -past.toEpochMilli()
                : new KnownTrip(trip, List.of()).begins().toEpochMilli();
    }
}
