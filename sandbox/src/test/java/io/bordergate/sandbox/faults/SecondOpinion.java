package io.bordergate.sandbox.faults;

import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.event.ZoneKind;
import io.bordergate.oracle.Oracle;
import io.bordergate.sandbox.replay.DiscrepanciesCsv;
import io.bordergate.sandbox.replay.TripsCsv;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Holds what the product has said against what the oracle says of the same input: the only class here that knows the forms of
 * both. Stateless.
 */
final class SecondOpinion {

    private SecondOpinion() {}

    /** The newest event of each key. */
    static <T> Map<String, T> newest(List<ConsumerRecord<String, T>> events) {
        Map<String, T> newest = new HashMap<>();
        events.forEach(record -> newest.put(record.key(), record.value()));
        return newest;
    }

    /** The newest event of each discrepancy; a trip, which is the key, has several. */
    static Map<String, TripDiscrepancyChanged> newestDiscrepancies(
            List<ConsumerRecord<String, TripDiscrepancyChanged>> events) {
        Map<String, TripDiscrepancyChanged> newest = new HashMap<>();
        events.forEach(record -> newest.put(record.value().getDiscrepancyId(), record.value()));
        return newest;
    }

    /** Revisions of stays that do not follow the one before by one: what was lost or said twice. */
    static List<String> revisionFaults(List<ConsumerRecord<String, TruckStayChanged>> stays) {
        return revisionFaults(stays, TruckStayChanged::getStayId, TruckStayChanged::getRevision, id -> true);
    }

    /** The same of trips: one that takes over facts of another goes on with the revisions of that one. */
    static List<String> tripRevisionFaults(List<ConsumerRecord<String, TruckTripChanged>> trips) {
        Set<String> told = trips.stream()
                .map(record -> revisionOf(record.value(), record.value().getRevision()))
                .collect(Collectors.toSet());
        Map<String, TruckTripChanged> first = new HashMap<>();
        trips.forEach(record -> first.putIfAbsent(record.key(), record.value()));
        return revisionFaults(trips, TruckTripChanged::getTripId, TruckTripChanged::getRevision, id -> {
            TruckTripChanged trip = first.get(id);
            return !told.contains(revisionOf(trip, trip.getRevision() - 1));
        });
    }

    private static String revisionOf(TruckTripChanged trip, int revision) {
        return trip.getTruckId() + " " + revision;
    }

    static List<String> discrepancyRevisionFaults(List<ConsumerRecord<String, TripDiscrepancyChanged>> discrepancies) {
        return revisionFaults(
                discrepancies,
                TripDiscrepancyChanged::getDiscrepancyId,
                TripDiscrepancyChanged::getRevision,
                id -> true);
    }

    private static <T> List<String> revisionFaults(
            List<ConsumerRecord<String, T>> told,
            Function<T, String> id,
            ToIntFunction<T> revision,
            Predicate<String> beginsWithOne) {
        Map<String, Integer> last = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (var record : told) {
            String of = id.apply(record.value());
            int now = revision.applyAsInt(record.value());
            Integer before = last.put(of, now);
            boolean follows = before == null ? now == 1 || !beginsWithOne.test(of) : now == before + 1;
            if (!follows) {
                faults.add(of + " goes from revision " + before + " to " + now + " at " + record.partition() + "/"
                        + record.offset());
            }
        }
        return faults;
    }

    /** Trucks in each yard that is not empty, counted anew from the stays. */
    static Map<String, Integer> recount(Collection<TruckStayChanged> newest) {
        Map<String, Integer> trucks = new TreeMap<>();
        newest.stream()
                .filter(stay -> stay.getClosedBy() == StayClosure.OPEN)
                .filter(stay -> stay.getZoneKind() == ZoneKind.YARD || stay.getZoneKind() == ZoneKind.BUFFER)
                .forEach(stay -> trucks.merge(stay.getZoneId(), 1, Integer::sum));
        return trucks;
    }

    /** Compares stays, their occupancy over the whole time, trips, discrepancies and fates with the oracle's. */
    static void compare(Verdict verdict, Oracle.Result oracle, Said said, List<String> fates) {
        List<TruckStayChanged> visits = visits(said.stays().values());
        List<String> trips = TripsCsv.lines(TripsCsv.holding(said.trips().values()));
        List<String> discrepancies = DiscrepanciesCsv.lines(
                DiscrepanciesCsv.holding(said.discrepancies().values()));
        verdict.figure("visits", visits.size())
                .figure("trips", trips.size() - 1)
                .figure("discrepancies", discrepancies.size() - 1);
        verdict.sameLines("stays as the oracle", stayLines(visits), oracle.stays());
        verdict.sameLines("occupancy over time as the oracle", occupancyLines(visits), oracle.occupancy());
        verdict.sameLines("trips as the oracle", trips, oracle.trips());
        verdict.sameLines("discrepancies as the oracle", discrepancies, oracle.discrepancies());
        verdict.sameLines("fates as the oracle", fates, oracle.fates());
    }

    /** What the product holds to be so in the end: the newest revision of everything, by id. Immutable. */
    record Said(
            Map<String, TruckStayChanged> stays,
            Map<String, TruckTripChanged> trips,
            Map<String, TripDiscrepancyChanged> discrepancies) {}

    /** Stays that count, in the order of stays.csv. */
    static List<TruckStayChanged> visits(Collection<TruckStayChanged> newest) {
        return newest.stream()
                .filter(stay -> stay.getKind() == StayKind.VISIT && stay.getClosedBy() != StayClosure.WITHDRAWN)
                .sorted(Comparator.comparing(TruckStayChanged::getEnteredAt)
                        .thenComparing(TruckStayChanged::getTruckId)
                        .thenComparing(TruckStayChanged::getZoneId))
                .toList();
    }

    /** The lines of stays.csv, made here from the stays. */
    static List<String> stayLines(List<TruckStayChanged> visits) {
        List<String> lines = new ArrayList<>(List.of("truck_id,zone_id,entered_at,left_at,closed_by"));
        for (TruckStayChanged visit : visits) {
            lines.add(String.join(
                    ",",
                    visit.getTruckId(),
                    visit.getZoneId(),
                    visit.getEnteredAt().toString(),
                    visit.getLeftAt() == null ? "" : visit.getLeftAt().toString(),
                    visit.getClosedBy().name()));
        }
        return lines;
    }

    /** The lines of occupancy.csv, made here from the stays. */
    static List<String> occupancyLines(List<TruckStayChanged> visits) {
        Map<String, TreeMap<Instant, Integer>> changes = new TreeMap<>();
        for (TruckStayChanged visit : visits) {
            var zone = changes.computeIfAbsent(visit.getZoneId(), id -> new TreeMap<>());
            zone.merge(visit.getEnteredAt(), 1, Integer::sum);
            if (visit.getLeftAt() != null) {
                zone.merge(visit.getLeftAt(), -1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>(List.of("zone_id,at,trucks"));
        changes.forEach((zone, steps) -> {
            int trucks = 0;
            for (var step : steps.entrySet()) {
                trucks += step.getValue();
                if (step.getValue() != 0) {
                    lines.add(zone + "," + step.getKey() + "," + trucks);
                }
            }
        });
        return lines;
    }
}
