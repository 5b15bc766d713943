package io.bordergate.domain.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The trucks that one gate expects, and those that were expected and did not come: these say how punctual the others are.
 * In the order of their trips, so that sums over them do not depend on the order in which they became known. Mutable, not
 * thread-safe.
 */
public final class ExpectedTrucks {
    /** Who should have come before is not asked for; with days to spare. */
    private static final Duration KEPT_FOR = Duration.ofDays(9);

    private final Map<Side, TreeMap<String, ExpectedTruck>> bySide = new EnumMap<>(Side.class);

    public ExpectedTrucks() {
        for (Side side : Side.values()) {
            bySide.put(side, new TreeMap<>());
        }
    }

    /** Adds it, or takes it for what was known of its trip. */
    public void put(ExpectedTruck truck) {
        remove(truck.tripId());
        bySide.get(truck.side()).put(truck.tripId(), truck);
    }

    /** It has arrived, or is not expected any more; nothing happens if it was not known. */
    public void remove(String tripId) {
        bySide.values().forEach(trucks -> trucks.remove(tripId));
    }

    public Collection<ExpectedTruck> of(Side side) {
        return bySide.get(side).values();
    }

    boolean isEmpty() {
        return bySide.values().stream().allMatch(Map::isEmpty);
    }

    /** Drops those that were due long ago, and says which trips they were. */
    List<String> forget(Instant now) {
        List<String> forgotten = new ArrayList<>();
        Instant kept = now.minus(KEPT_FOR);
        for (var trucks : bySide.values()) {
            trucks.values().removeIf(truck -> {
                boolean old = truck.due().isBefore(kept);
                if (old) {
                    forgotten.add(truck.tripId());
                }
                return old;
            });
        }
        return forgotten;
    }
}
