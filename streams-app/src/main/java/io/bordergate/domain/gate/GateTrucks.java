package io.bordergate.domain.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All trucks of one gate that its figures may still ask for, by when they left, so that one minute's figures look at the
 * trucks of a day or two and not at all. Mutable, not thread-safe.
 */
public final class GateTrucks {
    /** Daily tables are corrected for seven days, and need the day before and the end of the one that is on. */
    private static final Duration KEPT_FOR = Duration.ofDays(9);

    private final Map<String, GateTruck> byTrip = new HashMap<>();
    private final Map<Side, NavigableMap<Departure, GateTruck>> byDeparture = new EnumMap<>(Side.class);

    /** Who has not left comes last. */
    private record Departure(Instant left, String tripId) implements Comparable<Departure> {
        static Departure of(GateTruck truck) {
            return new Departure(truck.left() == null ? Instant.MAX : truck.left(), truck.tripId());
        }

        static Departure firstAt(Instant time) {
            return new Departure(time, "");
        }

        @Override
        public int compareTo(Departure other) {
            int byTime = left.compareTo(other.left);
            return byTime != 0 ? byTime : tripId.compareTo(other.tripId);
        }
    }

    public GateTrucks() {
        for (Side side : Side.values()) {
            byDeparture.put(side, new TreeMap<>());
        }
    }

    /** Adds it, or takes it for what was known of its trip. */
    public void put(GateTruck truck) {
        remove(truck.tripId());
        byTrip.put(truck.tripId(), truck);
        byDeparture.get(truck.side()).put(Departure.of(truck), truck);
    }

    /** The trip was withdrawn, or is none of the gate's any more; nothing happens if it was not known. */
    public void remove(String tripId) {
        GateTruck known = byTrip.remove(tripId);
        if (known != null) {
            byDeparture.get(known.side()).remove(Departure.of(known));
        }
    }

    /** Those of one side that have not left before a moment. */
    public Collection<GateTruck> since(Side side, Instant time) {
        return byDeparture.get(side).tailMap(Departure.firstAt(time), true).values();
    }

    /** When the first of them arrived; empty if there is none. */
    Optional<Instant> firstArrival() {
        return byTrip.values().stream().map(GateTruck::arrived).min(Comparator.naturalOrder());
    }

    public int size() {
        return byTrip.size();
    }

    /** Drops those that no figure from now on asks for, and says which trips they were. */
    public List<String> forget(Instant now, Opening opening) {
        List<String> forgotten = new ArrayList<>();
        for (Side side : Side.values()) {
            Instant asked = opening.clearedDay(side, now).begin();
            Instant kept = now.minus(KEPT_FOR);
            var gone = byDeparture.get(side).headMap(Departure.firstAt(asked.isBefore(kept) ? asked : kept), false);
            gone.values().forEach(truck -> forgotten.add(truck.tripId()));
            gone.clear();
        }
        forgotten.forEach(byTrip::remove);
        return forgotten;
    }
}
