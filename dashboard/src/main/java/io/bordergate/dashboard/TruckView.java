package io.bordergate.dashboard;

import io.bordergate.dashboard.trip.KnownTrip;
import io.bordergate.dashboard.trip.TruckPlace;
import io.bordergate.event.DataStage;
import io.bordergate.event.PhysicalStage;
import java.time.Duration;
import java.time.Instant;

/**
 * A truck on the map: where it was seen last, and how its trip stands. Immutable.
 *
 * @param ageSeconds how much older than the board that is; null before any figure
 * @param old true once that is more than {@link #OLD_AFTER}
 * @param tripId null, as are gate and stages, if no trip of it is known
 * @param openDiscrepancies how many contradictions its trip has now
 */
record TruckView(
        String truckId,
        double latitude,
        double longitude,
        Instant seenAt,
        Long ageSeconds,
        boolean old,
        String tripId,
        String gateId,
        PhysicalStage physicalStage,
        DataStage dataStage,
        long openDiscrepancies) {
    /** A tracker that stands sends each 15 minutes, and its provider may take two more; twice that says it has fallen silent. */
    static final Duration OLD_AFTER = Duration.ofMinutes(30);

    static TruckView of(TruckPlace place, KnownTrip known, Instant boardTime) {
        Age age = boardTime == null ? null : Age.of(place.seenAt(), boardTime, OLD_AFTER);
        return new TruckView(
                place.truckId(),
                place.latitude(),
                place.longitude(),
                place.seenAt(),
                age == null ? null : (Long) Math.max(0, age.seconds()),
                age != null && age.stale(),
                known == null ? null : known.trip().getTripId(),
                known == null ? null : known.trip().getGateId(),
                known == null ? null : known.trip().getPhysicalStage(),
                known == null ? null : known.trip().getDataStage(),
                known == null ? 0 : known.openDiscrepancies().size());
    }
}
