package io.bordergate.topology;

import io.bordergate.domain.site.Site;
import io.bordergate.domain.trip.Moment;
import io.bordergate.domain.trip.Trip;
import io.bordergate.domain.trip.Trips;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.stored.DeclarationCover;
import io.bordergate.stored.TruckSeen;
import io.bordergate.stored.TruckTripsState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is stored of one truck's trips: takes facts in, has the domain conclude, sends what has changed. Not thread-safe. */
final class TruckBook {
    /** After its end a trip can be corrected for so long. */
    private static final Duration KEPT_FOR = Duration.ofDays(30);

    private final Site site;

    TruckBook(Site site) {
        this.site = site;
    }

    static TruckTripsState empty() {
        return TruckTripsState.newBuilder().build();
    }

    void add(TruckTripsState state, TruckStayChanged stay) {
        List<TruckStayChanged> stays = new ArrayList<>(state.getStays());
        stays.removeIf(known -> known.getStayId().equals(stay.getStayId()));
        if (TranslateTrip.isSighting(stay)) {
            stays.add(stay);
        }
        state.setStays(stays);
    }

    void add(TruckTripsState state, DeclarationCover cover) {
        List<DeclarationCover> covers = new ArrayList<>(state.getCovers());
        covers.removeIf(known -> known.getDeclarationId().equals(cover.getDeclarationId()));
        if (!cover.getRevoked()) {
            covers.add(cover);
        }
        state.setCovers(covers);
    }

    void add(TruckTripsState state, TruckSeen seen) {
        state.setSeen(seen);
    }

    /** Concludes from all facts; remembers when to look again. */
    void conclude(
            String truckId,
            TruckTripsState state,
            Instant now,
            Consumer<TruckTripChanged> trips,
            Consumer<TripDiscrepancyChanged> discrepancies) {
        var moment = new Moment(now);
        List<Trip> concluded = Trips.of(TranslateTrip.facts(truckId, state, site), site, moment);
        state.setTrips(Sent.trips(
                state.getTrips(),
                concluded.stream()
                        .map(trip -> TranslateTrip.event(trip, state, now))
                        .toList(),
                now,
                trips));
        state.setDiscrepancies(Sent.discrepancies(
                state.getDiscrepancies(),
                concluded.stream()
                        .flatMap(trip -> trip.discrepancies().stream()
                                .map(discrepancy -> TranslateTrip.event(trip, discrepancy)))
                        .toList(),
                discrepancies));
        forget(state, concluded, now.minus(KEPT_FOR));
        state.setLookAgainAt(lookAgain(moment.next(), concluded));
    }

    private static Instant lookAgain(Instant limit, List<Trip> trips) {
        Instant next = limit;
        for (Trip trip : trips) {
            Instant forget = trip.lastFact().plus(KEPT_FOR).plusMillis(1);
            next = forget.isBefore(next) ? forget : next;
        }
        return next.equals(Instant.MAX) ? null : next;
    }

    /** Leaves out what belongs to trips that are long over; of what was sent too, without sending anything. */
    private static void forget(TruckTripsState state, List<Trip> trips, Instant before) {
        Set<String> old = Trips.over(trips, before);
        if (old.isEmpty()) {
            return;
        }
        state.setStays(state.getStays().stream()
                .filter(stay -> !old.contains(stay.getStayId()) && !isOver(stay, before))
                .toList());
        state.setCovers(state.getCovers().stream()
                .filter(cover -> !old.contains(cover.getDeclarationId()))
                .toList());
        state.setTrips(state.getTrips().stream()
                .filter(trip ->
                        !old.contains(trip.getTripId()) && !trip.getAsOf().isBefore(before))
                .toList());
        Set<String> kept =
                state.getTrips().stream().map(TruckTripChanged::getTripId).collect(java.util.stream.Collectors.toSet());
        state.setDiscrepancies(state.getDiscrepancies().stream()
                .filter(discrepancy -> kept.contains(discrepancy.getTripId()))
                .toList());
    }

    private static boolean isOver(TruckStayChanged stay, Instant before) {
        return stay.getLeftAt() != null && stay.getLeftAt().isBefore(before);
    }

    /** Nothing is known, and nothing was said that may have to be said again under the same id. */
    static boolean isEmpty(TruckTripsState state) {
        return state.getStays().isEmpty()
                && state.getCovers().isEmpty()
                && state.getTrips().isEmpty();
    }

    /** Whether the truck is declared and has not come: where it is on its way then matters. */
    static boolean isAwaited(TruckTripsState state) {
        return state.getTrips().stream().anyMatch(trip -> trip.getEta() != null);
    }
}
