package io.bordergate.sandbox.faults;

import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.ZoneKind;
import io.bordergate.oracle.Oracle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Holds what the product has said against what the oracle says of the same input: the only class here that knows the forms of
 * both. Stateless.
 */
final class SecondOpinion {

    private SecondOpinion() {}

    /** The newest revision of each stay. */
    static Map<String, TruckStayChanged> newest(List<ConsumerRecord<String, TruckStayChanged>> stays) {
        Map<String, TruckStayChanged> newest = new HashMap<>();
        stays.forEach(record -> newest.put(record.key(), record.value()));
        return newest;
    }

    /** Revisions that do not follow the one before by one: what was lost or said twice. */
    static List<String> revisionFaults(List<ConsumerRecord<String, TruckStayChanged>> stays) {
        Map<String, Integer> last = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (var record : stays) {
            int revision = record.value().getRevision();
            int before = last.getOrDefault(record.key(), 0);
            if (revision != before + 1) {
                faults.add(record.key() + " goes from revision " + before + " to " + revision + " at "
                        + record.partition() + "/" + record.offset());
            }
            last.put(record.key(), revision);
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

    /** Compares stays, their occupancy over the whole time, and fates with the oracle's. */
    static void compare(
            Verdict verdict,
            Path site,
            Path positions,
            Instant now,
            Collection<TruckStayChanged> newest,
            List<String> fates)
            throws IOException {
        Oracle.Result oracle = Oracle.run(site, positions, now);
        List<TruckStayChanged> visits = visits(newest);
        verdict.figure("visits", visits.size());
        verdict.sameLines("stays as the oracle", stayLines(visits), oracle.stays());
        verdict.sameLines("occupancy over time as the oracle", occupancyLines(visits), oracle.occupancy());
        verdict.sameLines("fates as the oracle", fates, oracle.fates());
    }

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
