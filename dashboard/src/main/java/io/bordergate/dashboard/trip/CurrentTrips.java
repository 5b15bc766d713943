package io.bordergate.dashboard.trip;

import io.bordergate.event.TripStatus;
import io.bordergate.event.TruckTripChanged;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Of each truck the trip that matters now, see {@link CurrentTrip}; concluded anew only when something about the truck has
 * changed, for all trucks are asked for every few seconds by everybody who looks at the map. Not thread-safe.
 */
final class CurrentTrips {
    private final Map<String, Map<String, TruckTripChanged>> byTruck = new HashMap<>();
    private final Map<String, KnownTrip> concluded = new HashMap<>();

    /** In place of the trip of this id that was there, if any. */
    void put(TruckTripChanged trip) {
        changed(trip);
        byTruck.computeIfAbsent(trip.getTruckId(), truck -> new HashMap<>()).put(trip.getTripId(), trip);
    }

    void remove(TruckTripChanged trip) {
        changed(trip);
        byTruck.computeIfPresent(trip.getTruckId(), (truck, trips) -> {
            trips.remove(trip.getTripId());
            return trips.isEmpty() ? null : trips;
        });
    }

    /** Something that belongs to the trip is other than before. */
    void changed(TruckTripChanged trip) {
        concluded.remove(trip.getTruckId());
    }

    /** Null if no trip of the truck is known; what belongs to a trip is asked for once. */
    KnownTrip get(String truckId, Function<TruckTripChanged, KnownTrip> knowing) {
        KnownTrip known = concluded.get(truckId);
        if (known == null) {
            known = byTruck.getOrDefault(truckId, Map.of()).values().stream()
                    .filter(trip -> trip.getStatus() != TripStatus.WITHDRAWN)
                    .reduce(CurrentTrip::of)
                    .map(knowing)
                    .orElse(null);
            if (known != null) {
                concluded.put(truckId, known);
            }
        }
        return known;
    }
}
