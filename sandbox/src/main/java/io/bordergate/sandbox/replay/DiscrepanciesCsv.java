package io.bordergate.sandbox.replay;

import io.bordergate.event.DiscrepancyStatus;
import io.bordergate.event.TripDiscrepancyChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The file of discrepancies: where the data flow and the physical flow of a trip contradict each other, or did. */
public final class DiscrepanciesCsv {
    static final String NAME = "discrepancies.csv";

    private static final Comparator<TripDiscrepancyChanged> IN_ORDER = Comparator.comparing(
                    TripDiscrepancyChanged::getTripId)
            .thenComparing(discrepancy -> discrepancy.getKind().name())
            .thenComparing(TripDiscrepancyChanged::getOpenedAt);

    private DiscrepanciesCsv() {}

    /** The discrepancies that there are or were, among the newest revisions of all, in the order of the file. */
    public static List<TripDiscrepancyChanged> holding(Collection<TripDiscrepancyChanged> discrepancies) {
        return discrepancies.stream()
                .filter(discrepancy -> discrepancy.getStatus() != DiscrepancyStatus.WITHDRAWN)
                .sorted(IN_ORDER)
                .toList();
    }

    /** The header and a line for each discrepancy. */
    public static List<String> lines(List<TripDiscrepancyChanged> discrepancies) {
        List<String> lines = new ArrayList<>(List.of("trip_id,truck_id,gate_id,kind,opened_at,closed_at"));
        for (TripDiscrepancyChanged discrepancy : discrepancies) {
            lines.add(Csv.line(
                    discrepancy.getTripId(),
                    discrepancy.getTruckId(),
                    Csv.text(discrepancy.getGateId()),
                    discrepancy.getKind().name(),
                    Csv.time(discrepancy.getOpenedAt()),
                    Csv.time(discrepancy.getClosedAt())));
        }
        return lines;
    }

    /** How many are open, by kind. */
    static Map<String, Long> openByKind(List<TripDiscrepancyChanged> discrepancies) {
        Map<String, Long> open = new TreeMap<>();
        discrepancies.stream()
                .filter(discrepancy -> discrepancy.getStatus() == DiscrepancyStatus.OPENED)
                .forEach(discrepancy -> open.merge(discrepancy.getKind().name(), 1L, Long::sum));
        return open;
    }
}
