package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the trucks in each zone from the list of visits, at every instant where the number changes. Stateless. */
final class Occupancy {

    private Occupancy() {}

    static List<String> toCsv(List<Stay> visits) {
        TreeMap<String, TreeMap<Instant, Integer>> changes = new TreeMap<>();
        for (Stay visit : visits) {
            TreeMap<Instant, Integer> ofZone = changes.computeIfAbsent(visit.zone(), zone -> new TreeMap<>());
            ofZone.merge(visit.enteredAt(), 1, Integer::sum);
            visit.leftAt().ifPresent(left -> ofZone.merge(left, -1, Integer::sum));
        }
        List<String> lines = new ArrayList<>();
        lines.add("zone_id,at,trucks");
        changes.forEach((zone, ofZone) -> addZone(zone, ofZone, lines));
        return lines;
    }

    private static void addZone(String zone, Map<Instant, Integer> changes, List<String> lines) {
        int trucks = 0;
        for (Map.Entry<Instant, Integer> change : changes.entrySet()) {
            trucks += change.getValue();
            if (change.getValue() != 0) {
                lines.add(CsvLine.join(List.of(zone, change.getKey().toString(), Integer.toString(trucks))));
            }
        }
    }
}
