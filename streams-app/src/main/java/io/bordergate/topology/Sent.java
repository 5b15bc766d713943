package io.bordergate.topology;

import io.bordergate.event.DiscrepancyStatus;
import io.bordergate.event.TripDeclaration;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TripStatus;
import io.bordergate.event.TripStay;
import io.bordergate.event.TruckTripChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Compares what is known of a truck's trips with what was sent, and sends what differs: a higher revision under the same
 * id, or that there was no such trip. Stateless.
 */
final class Sent {
    private Sent() {}

    /** Sends what has changed; gives what is to be remembered as sent. */
    static List<TruckTripChanged> trips(
            List<TruckTripChanged> before, List<TruckTripChanged> now, Instant asOf, Consumer<TruckTripChanged> out) {
        List<TruckTripChanged> sent = new ArrayList<>();
        for (TruckTripChanged gone : before) {
            if (find(now, gone.getTripId()) == null) {
                sent.add(gone.getStatus() == TripStatus.WITHDRAWN ? gone : withdraw(gone, now, asOf, out));
            }
        }
        for (TruckTripChanged trip : now) {
            TruckTripChanged last = find(before, trip.getTripId());
            if (last != null && saysTheSame(last, trip)) {
                sent.add(last);
            } else {
                trip.setRevision(1 + revision(last, trip, before));
                out.accept(trip);
                sent.add(trip);
            }
        }
        return sent;
    }

    /** A trip that takes the facts of one that is withdrawn goes on with its revisions. */
    private static int revision(TruckTripChanged last, TruckTripChanged trip, List<TruckTripChanged> before) {
        return (last != null ? Stream.of(last) : before.stream().filter(other -> shareFacts(other, trip)))
                .mapToInt(TruckTripChanged::getRevision)
                .max()
                .orElse(0);
    }

    private static TruckTripChanged withdraw(
            TruckTripChanged trip, List<TruckTripChanged> now, Instant asOf, Consumer<TruckTripChanged> out) {
        TruckTripChanged successor = successor(trip, now);
        var withdrawn = TruckTripChanged.newBuilder(trip)
                .setRevision(trip.getRevision() + 1)
                .setStatus(TripStatus.WITHDRAWN)
                .setSupersededBy(successor == null ? null : successor.getTripId())
                .setAsOf(asOf)
                .build();
        out.accept(withdrawn);
        return withdrawn;
    }

    private static TruckTripChanged successor(TruckTripChanged gone, List<TruckTripChanged> now) {
        return now.stream().filter(trip -> shareFacts(gone, trip)).findFirst().orElse(null);
    }

    private static boolean shareFacts(TruckTripChanged one, TruckTripChanged other) {
        return ids(one).anyMatch(id -> ids(other).anyMatch(id::equals));
    }

    private static Stream<String> ids(TruckTripChanged trip) {
        return Stream.concat(
                trip.getDeclarations().stream().map(TripDeclaration::getDeclarationId),
                trip.getStays().stream().map(TripStay::getStayId));
    }

    private static TruckTripChanged find(List<TruckTripChanged> trips, String id) {
        return trips.stream()
                .filter(trip -> trip.getTripId().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** In all but the number of the revision, and what changes with every second; takes these over from the last. */
    private static boolean saysTheSame(TruckTripChanged last, TruckTripChanged trip) {
        Instant asOf = trip.getAsOf();
        Long waited = trip.getWaitSeconds();
        trip.setRevision(last.getRevision());
        trip.setAsOf(last.getAsOf());
        if (trip.getStatus() == TripStatus.LIVE) {
            trip.setWaitSeconds(last.getWaitSeconds());
        }
        if (trip.equals(last)) {
            return true;
        }
        trip.setAsOf(asOf);
        trip.setWaitSeconds(waited);
        return false;
    }

    /** As for trips. */
    static List<TripDiscrepancyChanged> discrepancies(
            List<TripDiscrepancyChanged> before,
            List<TripDiscrepancyChanged> now,
            Consumer<TripDiscrepancyChanged> out) {
        List<TripDiscrepancyChanged> sent = new ArrayList<>();
        for (TripDiscrepancyChanged gone : before) {
            if (findDiscrepancy(now, gone) == null) {
                sent.add(gone.getStatus() == DiscrepancyStatus.WITHDRAWN ? gone : withdraw(gone, out));
            }
        }
        for (TripDiscrepancyChanged found : now) {
            TripDiscrepancyChanged last = findDiscrepancy(before, found);
            if (last != null && saysTheSame(last, found)) {
                sent.add(last);
            } else {
                found.setRevision(last == null ? 1 : last.getRevision() + 1);
                out.accept(found);
                sent.add(found);
            }
        }
        return sent;
    }

    private static TripDiscrepancyChanged withdraw(TripDiscrepancyChanged gone, Consumer<TripDiscrepancyChanged> out) {
        var withdrawn = TripDiscrepancyChanged.newBuilder(gone)
                .setRevision(gone.getRevision() + 1)
                .setStatus(DiscrepancyStatus.WITHDRAWN)
                .build();
        out.accept(withdrawn);
        return withdrawn;
    }

    private static TripDiscrepancyChanged findDiscrepancy(
            List<TripDiscrepancyChanged> all, TripDiscrepancyChanged like) {
        return all.stream()
                .filter(each -> each.getDiscrepancyId().equals(like.getDiscrepancyId()))
                .findFirst()
                .orElse(null);
    }

    private static boolean saysTheSame(TripDiscrepancyChanged last, TripDiscrepancyChanged found) {
        found.setRevision(last.getRevision());
        return found.equals(last);
    }
}
