package io.bordergate.sandbox.replay;

import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.sandbox.GateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the result files of a replay, sorted, so that two replays of one input give equal bytes. Immutable. */
public record ResultFiles(Path folder) {

    private static final Comparator<TruckStayChanged> IN_ORDER = Comparator.comparing(TruckStayChanged::getEnteredAt)
            .thenComparing(TruckStayChanged::getTruckId)
            .thenComparing(TruckStayChanged::getZoneId);

    /** The visits among the newest revisions of all stays, in the order of the file. */
    public static List<TruckStayChanged> visits(Collection<TruckStayChanged> stays) {
        return stays.stream()
                .filter(stay -> stay.getKind() == StayKind.VISIT && stay.getClosedBy() != StayClosure.WITHDRAWN)
                .sorted(IN_ORDER)
                .toList();
    }

    void writeStays(List<TruckStayChanged> visits) {
        write("stays.csv", stayLines(visits));
    }

    /** The lines of stays.csv, the header first. */
    public static List<String> stayLines(List<TruckStayChanged> visits) {
        List<String> lines = new ArrayList<>(List.of("truck_id,zone_id,entered_at,left_at,closed_by"));
        for (TruckStayChanged visit : visits) {
            lines.add(String.join(
                    ",",
                    field(visit.getTruckId()),
                    field(visit.getZoneId()),
                    visit.getEnteredAt().toString(),
                    visit.getLeftAt() == null ? "" : visit.getLeftAt().toString(),
                    visit.getClosedBy().toString()));
        }
        return lines;
    }

    /** Trucks in a zone after each change: one more at each entry, one less at each exit. */
    void writeOccupancy(List<TruckStayChanged> visits) {
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
                if (step.getValue() != 0) {
                    trucks += step.getValue();
                    lines.add(field(zone) + "," + step.getKey() + "," + trucks);
                }
            }
        });
        write("occupancy.csv", lines);
    }

    /** Each line is {@code input,fate,reason,count}. */
    void writeFates(List<String> fates) {
        List<String> lines = new ArrayList<>(List.of("input,fate,reason,count"));
        lines.addAll(fates);
        write("fates.csv", lines);
    }

    private void write(String name, List<String> lines) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new GateException("cannot write " + folder.resolve(name) + ": " + e.getMessage(), e);
        }
    }

    /** Quoted where the text would otherwise end the field (RFC 4180). */
    static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
