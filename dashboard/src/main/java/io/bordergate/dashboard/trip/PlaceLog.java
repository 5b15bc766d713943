package io.bordergate.dashboard.trip;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each truck was seen last, of those that were in the last {@link #KEPT} of the board's time. Thread-safe: one thread
 * puts, those of requests ask.
 */
public final class PlaceLog {
    public static final Duration KEPT = Duration.ofHours(24);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
    private static final Comparator<TruckPlace> NEWEST_FIRST =
            Comparator.comparing(TruckPlace::seenAt).reversed().thenComparing(TruckPlace::truckId);

    private final Map<String, TruckPlace> places = new HashMap<>();
    /** Null when something has changed since it was made. */
    private List<TruckPlace> sorted;

    private Instant keptFrom = Instant.MIN;

    /** A truck was seen there; what is older than what is known changes nothing. */
    public synchronized void put(TruckPlace place) {
        if (!place.seenAt().isBefore(keptFrom)) {
            places.merge(place.truckId(), place, (had, came) -> came.seenAt().isBefore(had.seenAt()) ? had : came);
            sorted = null;
        }
    }

    /** A truck whose place was deleted from the topic. */
    public synchronized void remove(String truckId) {
        places.remove(truckId);
        sorted = null;
    }

    /** Forgets what is too old for the board's time, if that has moved on far enough to be worth a look; null forgets nothing. */
    public synchronized void forget(Instant boardTime) {
        if (boardTime != null && keptFrom.isBefore(boardTime.minus(KEPT).minus(SWEEP_EVERY))) {
            keptFrom = boardTime.minus(KEPT);
            places.values().removeIf(place -> place.seenAt().isBefore(keptFrom));
            sorted = null;
        }
    }

    /** All places, the newest first. */
    public synchronized List<TruckPlace> list() {
        if (sorted == null) {
            sorted = places.values().stream().sorted(NEWEST_FIRST).toList();
        }
        return sorted;
    }
}
