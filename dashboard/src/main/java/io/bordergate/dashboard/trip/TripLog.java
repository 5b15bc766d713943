package io.bordergate.dashboard.trip;

import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TripStatus;
import io.bordergate.event.TruckTripChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The trips that go on, and those that ended in the last {@link #KEPT} of the board's time, with their discrepancies; of each
 * the highest revision. Thread-safe: one thread puts, those of requests ask.
 */
public final class TripLog {
    public static final Duration KEPT = Duration.ofDays(3);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
    private static final int SWEEP_AFTER_RECORDS = 50_000;

    private final PlaceLog places = new PlaceLog();
    private final CurrentTrips current = new CurrentTrips();
    private final Map<String, Entry> trips = new HashMap<>();
    private final Map<String, Map<String, TripDiscrepancyChanged>> discrepancies = new HashMap<>();
    /** Trips that had discrepancies and were not known at the last sweep: either topic may be ahead of the other. */
    private Set<String> strangers = Set.of();

    private Instant keptFrom = Instant.MIN;
    private Instant sweptAt = Instant.MIN;
    private int putSince;

    /** A trip, and all that it can be asked for by. Immutable. */
    private record Entry(TruckTripChanged trip, Set<String> names) {
        Entry {
            names = Set.copyOf(names);
        }

        static Entry of(TruckTripChanged trip) {
            Set<String> names = PlateText.namesOf(trip.getTruckId());
            trip.getDeclarations().forEach(declaration -> {
                names.add(PlateText.of(declaration.getDeclarationId()));
                if (declaration.getTrailer() != null) {
                    names.add(PlateText.of(declaration.getTrailer()));
                }
            });
            return new Entry(trip, names);
        }
    }

    /** A trip as known from now on. */
    public synchronized void put(TruckTripChanged trip) {
        putSince++;
        Entry had = trips.get(trip.getTripId());
        if (isPast(trip)) {
            removeTrip(trip.getTripId());
        } else if (had == null || trip.getRevision() >= had.trip().getRevision()) {
            trips.put(trip.getTripId(), Entry.of(trip));
            current.put(trip);
        }
    }

    /** A discrepancy as known from now on; its trip may come later. */
    public synchronized void put(TripDiscrepancyChanged discrepancy) {
        putSince++;
        discrepancies
                .computeIfAbsent(discrepancy.getTripId(), id -> new HashMap<>())
                .merge(
                        discrepancy.getDiscrepancyId(),
                        discrepancy,
                        (had, came) -> came.getRevision() >= had.getRevision() ? came : had);
        discrepanciesChanged(discrepancy.getTripId());
    }

    private void discrepanciesChanged(String tripId) {
        Entry entry = trips.get(tripId);
        if (entry != null) {
            current.changed(entry.trip());
        }
    }

    /** A trip that was deleted from its topic. */
    public synchronized void removeTrip(String tripId) {
        Entry had = trips.remove(tripId);
        if (had != null) {
            current.remove(had.trip());
        }
    }

    /** A trip whose discrepancies were deleted from their topic. */
    public synchronized void removeDiscrepancies(String tripId) {
        discrepancies.remove(tripId);
        discrepanciesChanged(tripId);
    }

    /** Forgets what is too old for the board's time, if it has moved on far enough to be worth a look; null forgets nothing. */
    public synchronized void forget(Instant boardTime) {
        places.forget(boardTime);
        if (boardTime == null
                || (putSince < SWEEP_AFTER_RECORDS
                        && boardTime.minus(SWEEP_EVERY).isBefore(sweptAt))) {
            return;
        }
        sweptAt = boardTime;
        keptFrom = boardTime.minus(KEPT);
        putSince = 0;
        trips.values().stream()
                .map(Entry::trip)
                .filter(this::isPast)
                .toList()
                .forEach(trip -> removeTrip(trip.getTripId()));
        Set<String> unknown = new HashSet<>(discrepancies.keySet());
        unknown.removeAll(trips.keySet());
        discrepancies.keySet().removeIf(id -> strangers.contains(id) && unknown.contains(id));
        strangers = unknown;
    }

    private boolean isPast(TruckTripChanged trip) {
        return KnownTrip.endOf(trip).filter(end -> end.isBefore(keptFrom)).isPresent();
    }

    /** Where the trucks of the trips, and others, were seen last. */
    public PlaceLog places() {
        return places;
    }

    /** Of these trucks, as far as trips of them are known, the trip that matters now, by truckId; see {@link CurrentTrip}. */
    public synchronized Map<String, KnownTrip> findCurrent(Collection<String> truckIds) {
        Map<String, KnownTrip> known = new HashMap<>();
        for (String truckId : truckIds) {
            KnownTrip trip = current.get(truckId, this::known);
            if (trip != null) {
                known.put(truckId, trip);
            }
        }
        return known;
    }

    /** The trips whose truck stands in a zone, as far as is known. */
    public synchronized List<KnownTrip> within(String zoneId) {
        return trips.values().stream()
                .map(Entry::trip)
                .filter(trip -> trip.getStatus() != TripStatus.WITHDRAWN)
                .filter(trip -> trip.getStays().stream()
                        .anyMatch(stay ->
                                stay.getLeftAt() == null && stay.getZoneId().equals(zoneId)))
                .map(this::known)
                .toList();
    }

    /** A trip by its id; a withdrawn one too. */
    public synchronized Optional<KnownTrip> find(String tripId) {
        return Optional.ofNullable(trips.get(tripId)).map(entry -> known(entry.trip()));
    }

    /** The trips of a truck, a trailer or a declaration, however its plate or number is written; the newest first. */
    public synchronized List<KnownTrip> search(String text) {
        String name = PlateText.of(text);
        return trips.values().stream()
                .filter(entry -> entry.names().contains(name))
                .map(entry -> known(entry.trip()))
                .filter(known -> !known.isWithdrawn())
                .sorted(KnownTrip.NEWEST_FIRST)
                .toList();
    }

    /** Whether anything can be meant by a text. */
    public static boolean isName(String text) {
        return !PlateText.of(text).isEmpty();
    }

    private KnownTrip known(TruckTripChanged trip) {
        return KnownTrip.of(trip, discrepancies.getOrDefault(trip.getTripId(), Map.of()).values().stream());
    }

    /** How many trips are held, and of how many trips discrepancies. */
    synchronized List<Integer> size() {
        return List.of(trips.size(), discrepancies.size());
    }
}
