package io.bordergate.dashboard.trip;

import java.time.Instant;

/**
 * Where a truck was seen. Immutable. Messages of what is refused hold no plate.
 *
 * @param latitude degrees, -90 to 90, WGS-84
 * @param longitude degrees, -180 to 180, WGS-84
 * @param seenAt by the clock of its tracker
 */
public record TruckPlace(String truckId, double latitude, double longitude, Instant seenAt) {

    public TruckPlace {
        if (truckId == null || truckId.isBlank() || seenAt == null) {
            throw new IllegalArgumentException("place without a truck or a time");
        }
        // Written so that what is no number is refused too.
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("place that is not on the globe");
        }
    }
}
