package io.bordergate.topology;

import io.bordergate.domain.trip.PastTrips;
import io.bordergate.domain.trip.Trip;
import io.bordergate.event.TripStatus;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.stored.DeclarationCover;
import io.bordergate.stored.TruckTripsState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is left out of a truck's state 30 days after it happened, without a word to anyone: what was sent stays as it is, and
 * of what is kept nothing changes. What belongs to a forgotten trip and comes later is late, or it would become half a trip.
 */
final class Forgetting {
    private static final Duration KEPT_FOR = Duration.ofDays(30);
    /** Much longer than two cuts of a line can be apart and take each other back: such are forgotten together. */
    private static final Duration APART = Duration.ofHours(1);

    private Forgetting() {}

    /** Whether a fact, not known before and received at that time, belongs to what is forgotten. */
    static boolean isLate(TruckTripsState state, Object fact, Instant received) {
        Instant since = received.minus(KEPT_FOR);
        if (fact instanceof DeclarationCover cover) {
            return !cover.getRevoked()
                    && isBefore(cover.getDeclaredAt(), since)
                    && (cover.getPlannedArrival() == null || isBefore(cover.getPlannedArrival(), since))
                    && state.getCovers().stream()
                            .noneMatch(known -> known.getDeclarationId().equals(cover.getDeclarationId()));
        }
        return fact instanceof TruckStayChanged stay
                && TranslateTrip.isSighting(stay)
                && isBefore(stay.getLeftAt(), since)
                && state.getStays().stream()
                        .noneMatch(known -> known.getStayId().equals(stay.getStayId()));
    }

    /** Leaves out what is old. */
    static void forget(TruckTripsState state, List<Trip> trips, Instant now) {
        Instant since = now.minus(KEPT_FOR);
        forgetTrips(state, trips, since);
        if (isOnlySeen(state) && state.getSeen().getTime().isBefore(since)) {
            state.setSeen(null);
        }
    }

    /** On its way, and nothing else is known of it: whoever declares it may still ask where it was. */
    private static boolean isOnlySeen(TruckTripsState state) {
        return state.getSeen() != null
                && state.getStays().isEmpty()
                && state.getCovers().isEmpty()
                && state.getTrips().isEmpty();
    }

    private static void forgetTrips(TruckTripsState state, List<Trip> trips, Instant since) {
        List<Trip> past = PastTrips.of(trips, since);
        Instant settled = settled(state.getStays(), since);
        if (past.isEmpty()
                && settled == null
                && state.getTrips().stream().noneMatch(trip -> isWithdrawnBefore(trip, since))) {
            return;
        }
        Set<String> old = ids(past);
        Set<String> kept = ids(trips);
        kept.removeAll(old);
        state.setStays(state.getStays().stream()
                .filter(stay -> kept.contains(stay.getStayId())
                        || !(old.contains(stay.getStayId()) || isUpTo(stay.getLeftAt(), settled)))
                .toList());
        state.setCovers(state.getCovers().stream()
                .filter(cover -> !old.contains(cover.getDeclarationId()))
                .toList());
        state.setTrips(state.getTrips().stream()
                .filter(trip -> !old.contains(trip.getTripId()) && !isWithdrawnBefore(trip, since))
                .toList());
        Set<String> tripIds =
                state.getTrips().stream().map(TruckTripChanged::getTripId).collect(Collectors.toSet());
        state.setDiscrepancies(state.getDiscrepancies().stream()
                .filter(discrepancy -> tripIds.contains(discrepancy.getTripId()))
                .toList());
    }

    /** When there will be something to forget, if nothing comes; {@link Instant#MAX} if never. */
    static Instant next(TruckTripsState state, List<Trip> trips, Instant now) {
        Stream<Instant> ofTrips = trips.stream().map(Trip::lastFact);
        Stream<Instant> ofStays = state.getStays().stream().map(TruckStayChanged::getLeftAt);
        Stream<Instant> ofWithdrawn = state.getTrips().stream()
                .filter(trip -> trip.getStatus() == TripStatus.WITHDRAWN)
                .map(TruckTripChanged::getAsOf);
        Stream<Instant> ofWay = isOnlySeen(state) ? Stream.of(state.getSeen().getTime()) : Stream.empty();
        return Stream.of(ofTrips, ofStays, ofWithdrawn, ofWay)
                .flatMap(times -> times)
                .filter(Objects::nonNull)
                .map(time -> time.plus(KEPT_FOR).plusMillis(1))
                .filter(time -> time.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** Up to when all stays are old and none that ended soon after is not; null if there is no such time. */
    private static Instant settled(List<TruckStayChanged> stays, Instant since) {
        List<Instant> ends = stays.stream()
                .map(TruckStayChanged::getLeftAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        Instant settled = null;
        for (int i = 0; i < ends.size() && ends.get(i).isBefore(since); i++) {
            boolean last = i + 1 == ends.size();
            if (last || ends.get(i + 1).isAfter(ends.get(i).plus(APART))) {
                settled = ends.get(i);
            }
        }
        return settled;
    }

    private static Set<String> ids(Collection<Trip> trips) {
        Set<String> ids = new HashSet<>();
        for (Trip trip : trips) {
            ids.add(trip.tripId());
            trip.covers().forEach(cover -> ids.add(cover.declarationId()));
            trip.sightings().forEach(sighting -> ids.add(sighting.stayId()));
        }
        return ids;
    }

    private static boolean isWithdrawnBefore(TruckTripChanged trip, Instant since) {
        return trip.getStatus() == TripStatus.WITHDRAWN && trip.getAsOf().isBefore(since);
    }

    private static boolean isBefore(Instant time, Instant since) {
        return time != null && time.isBefore(since);
    }

    private static boolean isUpTo(Instant time, Instant settled) {
        return time != null && settled != null && !time.isAfter(settled);
    }
}
