package io.bordergate.domain.trip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which trips of a truck can be forgotten so that what is said of the others stays as it is: a trip of which nothing is
 * known since a certain time, unless one that is kept rests on it. Not thread-safe.
 */
public final class PastTrips {
    private final List<Trip> trips;
    private final boolean[] kept;

    private PastTrips(List<Trip> trips) {
        this.trips = trips;
        this.kept = new boolean[trips.size()];
    }

    /** Of all trips of a truck, in their order, those to be forgotten if nothing is known of them since then. */
    public static List<Trip> of(List<Trip> trips, Instant since) {
        return trips.stream().noneMatch(trip -> trip.lastFact().isBefore(since))
                ? List.of()
                : new PastTrips(trips).before(since);
    }

    private List<Trip> before(Instant since) {
        for (int i = 0; i < kept.length; i++) {
            kept[i] = !trips.get(i).lastFact().isBefore(since);
        }
        boolean changed = true;
        while (changed) {
            changed = keepWhatIsNeeded();
        }
        List<Trip> past = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i]) {
                past.add(trips.get(i));
            }
        }
        return past;
    }

    private boolean keepWhatIsNeeded() {
        boolean changed = false;
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i] && isNeeded(i)) {
                kept[i] = true;
                changed = true;
            }
        }
        return changed;
    }

    private boolean isNeeded(int trip) {
        for (int other = 0; other < kept.length; other++) {
            if (kept[other] && (endsBy(trip, other) || movedTo(trip, other) || isCountedBy(trip, other))) {
                return true;
            }
        }
        return false;
    }

    /** How far a passage reaches, and when a silent truck was seen again, is said by what was seen next. */
    private boolean endsBy(int trip, int other) {
        return other < trip && isSeen(other) && isSeen(trip);
    }

    /** What was declared for the gate that a truck came from tells why it is at another. */
    private boolean movedTo(int trip, int other) {
        return trips.get(trip).physicalStage() == PhysicalStage.MOVED && other == nextSeen(trip);
    }

    /** Trips of one name are numbered in their order. */
    private boolean isCountedBy(int trip, int other) {
        return trip < other && name(trip).equals(name(other));
    }

    private int nextSeen(int trip) {
        int next = trip + 1;
        while (next < trips.size() && !isSeen(next)) {
            next++;
        }
        return next;
    }

    private boolean isSeen(int trip) {
        return !trips.get(trip).sightings().isEmpty();
    }

    private String name(int trip) {
        return trips.get(trip).tripId().replaceFirst("Z\\|\\d+$", "Z");
    }
}
