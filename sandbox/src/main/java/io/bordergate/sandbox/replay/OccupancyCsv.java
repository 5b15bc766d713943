package io.bordergate.sandbox.replay;

import io.bordergate.event.TruckStayChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The file of trucks in each zone after each change: one more at each entry, one less at each exit. */
final class OccupancyCsv {
    static final String NAME = "occupancy.csv";

    private OccupancyCsv() {}

    /** The header and a line for each instant at which comings and goings do not cancel out. */
    static List<String> lines(List<TruckStayChanged> visits) {
        List<String> lines = new ArrayList<>(List.of("zone_id,at,trucks"));
        changes(visits).forEach((zone, steps) -> {
            int trucks = 0;
            for (var step : steps.entrySet()) {
                if (step.getValue() != 0) {
                    trucks += step.getValue();
                    lines.add(Csv.line(zone, Csv.time(step.getKey()), Integer.toString(trucks)));
                }
            }
        });
        return lines;
    }

    private static Map<String, Map<Instant, Integer>> changes(List<TruckStayChanged> visits) {
        Map<String, Map<Instant, Integer>> changes = new TreeMap<>();
        for (TruckStayChanged visit : visits) {
            var zone = changes.computeIfAbsent(visit.getZoneId(), id -> new TreeMap<>());
            zone.merge(visit.getEnteredAt(), 1, Integer::sum);
            if (visit.getLeftAt() != null) {
                zone.merge(visit.getLeftAt(), -1, Integer::sum);
            }
        }
        return changes;
    }
}
