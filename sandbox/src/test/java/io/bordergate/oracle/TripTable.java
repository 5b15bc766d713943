package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The trips of all trucks and their discrepancies as they stand when the clock stops. Immutable. */
record TripTable(List<Entry> entries, Site site, Instant clock) {

    /** A trip under its id. Immutable. */
    record Entry(String id, Trip trip) {}

    private static final Comparator<Entry> IN_FILE_ORDER =
            Comparator.comparing(Entry::id).thenComparing(entry -> entry.trip().truck());

    /** Every truck that was seen or declared. */
    static TripTable of(
            Map<String, Sightings> seenByTruck, Collection<Declaration> declarations, Site site, Instant clock) {
        TreeMap<String, List<Cover>> coversByTruck = new TreeMap<>();
        seenByTruck.keySet().forEach(truck -> coversByTruck.put(truck, new ArrayList<>()));
        for (Declaration declaration : declarations) {
            for (Cover cover : declaration.covers()) {
                coversByTruck
                        .computeIfAbsent(cover.truck(), truck -> new ArrayList<>())
                        .add(cover);
            }
        }
        List<Entry> entries = new ArrayList<>();
        coversByTruck.forEach((truck, covers) -> {
            Sightings seen = seenByTruck.getOrDefault(truck, Sightings.none());
            Trips.byId(Trips.of(truck, seen, covers, site)).forEach((id, trip) -> entries.add(new Entry(id, trip)));
        });
        entries.sort(IN_FILE_ORDER);
        return new TripTable(entries, site, clock);
    }

    List<String> tripsCsv() {
        List<String> lines = new ArrayList<>();
        lines.add("trip_id,truck_id,gate_id,direction,declaration_ids,data_stage,physical_stage,"
                + "arrived_at,entered_yard_at,left_yard_at,crossed_at,closed_by");
        entries.forEach(entry -> lines.add(tripCsv(entry.id(), entry.trip())));
        return lines;
    }

    List<String> discrepanciesCsv() {
        List<String> lines = new ArrayList<>();
        lines.add("trip_id,truck_id,gate_id,kind,opened_at,closed_at");
        for (Entry entry : entries) {
            Discrepancies.of(entry.trip(), site, clock).stream()
                    .sorted(Comparator.comparing(Discrepancy::kind))
                    .forEach(found -> lines.add(found.toCsv(entry.id(), entry.trip())));
        }
        return lines;
    }

    private String tripCsv(String id, Trip trip) {
        TripTimes times = TripTimes.of(trip);
        return CsvLine.join(List.of(
                id,
                trip.truck(),
                trip.gate().orElse(""),
                trip.direction(),
                trip.covers().stream().map(Cover::declaration).sorted().collect(Collectors.joining(" ")),
                DataStage.of(trip).name(),
                PhysicalStage.of(trip).name(),
                text(times.arrived()),
                text(times.enteredYard()),
                text(times.leftYard()),
                text(times.crossed()),
                Closing.of(trip, site, clock).closedBy()));
    }

    private static String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("");
    }
}
