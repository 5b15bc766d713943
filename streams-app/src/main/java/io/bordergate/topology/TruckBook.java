package io.bordergate.topology;

import io.bordergate.domain.site.Site;
import io.bordergate.domain.trip.Moment;
import io.bordergate.domain.trip.Trip;
import io.bordergate.domain.trip.Trips;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.stored.DeclarationCover;
import io.bordergate.stored.GateTruckKnown;
import io.bordergate.stored.TruckSeen;
import io.bordergate.stored.TruckTripsState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What is stored of one truck's trips: takes facts in, has the domain conclude, sends what has changed. Not thread-safe. */
final class TruckBook {
    /** Plans may lie anywhere, also where milliseconds do not reach. */
    private static final Instant NO_CLOCK_COMES_SO_FAR = Instant.parse("9000-01-01T00:00:00Z");

    /** A truck on a fence for a month, or declared by everybody. What is kept must fit into a record. */
    private static final int MOST_STAYS = 5_000;

    private static final int MOST_COVERS = 1_000;

    private final Site site;

    TruckBook(Site site) {
        this.site = site;
    }

    static TruckTripsState empty() {
        return TruckTripsState.newBuilder().build();
    }

    /** Another of which nothing is shared that changes. */
    static TruckTripsState copyOf(TruckTripsState state) {
        TruckTripsState copy = empty();
        copy(state, copy);
        return copy;
    }

    /** Lists are replaced and never changed, so they may be shared. */
    static void copy(TruckTripsState from, TruckTripsState to) {
        from.getSchema().getFields().forEach(field -> to.put(field.pos(), from.get(field.pos())));
    }

    /** Whether a fact, not known before, is one too many. */
    static boolean isBeyond(TruckTripsState state, Object fact) {
        if (fact instanceof TruckStayChanged stay) {
            return state.getStays().size() >= MOST_STAYS
                    && TranslateTrip.isSighting(stay)
                    && state.getStays().stream()
                            .noneMatch(known -> known.getStayId().equals(stay.getStayId()));
        }
        return fact instanceof DeclarationCover cover
                && state.getCovers().size() >= MOST_COVERS
                && !cover.getRevoked()
                && state.getCovers().stream()
                        .noneMatch(known -> known.getDeclarationId().equals(cover.getDeclarationId()));
    }

    void add(TruckTripsState state, Object fact) {
        if (fact instanceof TruckStayChanged stay) {
            add(state, stay);
        } else if (fact instanceof DeclarationCover cover) {
            add(state, cover);
        } else if (fact instanceof TruckSeen seen) {
            state.setSeen(seen);
        }
    }

    private static void add(TruckTripsState state, TruckStayChanged stay) {
        List<TruckStayChanged> stays = new ArrayList<>(state.getStays());
        stays.removeIf(known -> known.getStayId().equals(stay.getStayId()));
        if (TranslateTrip.isSighting(stay)) {
            stays.add(stay);
        }
        state.setStays(stays);
    }

    private static void add(TruckTripsState state, DeclarationCover cover) {
        List<DeclarationCover> covers = new ArrayList<>(state.getCovers());
        covers.removeIf(known -> known.getDeclarationId().equals(cover.getDeclarationId()));
        if (!cover.getRevoked()) {
            covers.add(cover);
        }
        state.setCovers(covers);
    }

    /**
     * Concludes from all facts; remembers when to look again.
     *
     * @param now time on the event clock; {@link Instant#EPOCH} as long as it is not known
     * @param received when the fact was received that gave cause to it
     */
    void conclude(
            String truckId,
            TruckTripsState state,
            Instant now,
            Instant received,
            Consumer<TruckTripChanged> trips,
            BiConsumer<String, GateTruckKnown> gates,
            Consumer<TripDiscrepancyChanged> discrepancies) {
        var moment = new Moment(now);
        List<Trip> concluded = Trips.of(TranslateTrip.facts(truckId, state, site), site, moment);
        state.setTrips(Sent.trips(
                state.getTrips(),
                concluded.stream()
                        .map(trip -> TranslateTrip.event(trip, state, now))
                        .toList(),
                now.equals(Instant.EPOCH) ? received : now,
                trip -> {
                    trips.accept(trip);
                    tellGate(trip, concluded, gates);
                }));
        state.setDiscrepancies(Sent.discrepancies(
                state.getDiscrepancies(),
                concluded.stream()
                        .flatMap(trip -> trip.discrepancies().stream()
                                .map(discrepancy -> TranslateTrip.event(trip, discrepancy)))
                        .toList(),
                discrepancies));
        Forgetting.forget(state, concluded, now);
        state.setLookAgainAt(earliest(moment.next(), Forgetting.next(state, concluded, now)));
    }

    /** What the figures of its gate need to know of a trip that has changed. */
    private static void tellGate(
            TruckTripChanged sent, List<Trip> concluded, BiConsumer<String, GateTruckKnown> gates) {
        if (sent.getGateId() != null) {
            gates.accept(
                    sent.getGateId(),
                    concluded.stream()
                            .filter(trip -> trip.tripId().equals(sent.getTripId()))
                            .findFirst()
                            .map(TranslateGate::known)
                            .orElseGet(() -> TranslateGate.gone(sent.getTripId())));
        }
    }

    private static Instant earliest(Instant one, Instant other) {
        Instant next = one.isBefore(other) ? one : other;
        return next.isAfter(NO_CLOCK_COMES_SO_FAR) ? null : next;
    }

    /** Nothing is known, and nothing was said that may have to be said again under the same id. */
    static boolean isEmpty(TruckTripsState state) {
        return state.getStays().isEmpty()
                && state.getCovers().isEmpty()
                && state.getTrips().isEmpty()
                && state.getSeen() == null;
    }
}
