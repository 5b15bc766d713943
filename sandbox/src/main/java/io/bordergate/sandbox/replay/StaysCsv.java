package io.bordergate.sandbox.replay;

import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TruckStayChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The file of visits: who was where, from when to when. */
final class StaysCsv {
    static final String NAME = "stays.csv";

    private static final Comparator<TruckStayChanged> IN_ORDER = Comparator.comparing(TruckStayChanged::getEnteredAt)
            .thenComparing(TruckStayChanged::getTruckId)
            .thenComparing(TruckStayChanged::getZoneId);

    private StaysCsv() {}

    /** The visits among the newest revisions of all stays, in the order of the file. */
    static List<TruckStayChanged> visits(Collection<TruckStayChanged> stays) {
        return stays.stream()
                .filter(stay -> stay.getKind() == StayKind.VISIT && stay.getClosedBy() != StayClosure.WITHDRAWN)
                .sorted(IN_ORDER)
                .toList();
    }

    /** The header and a line for each visit. */
    static List<String> lines(List<TruckStayChanged> visits) {
        List<String> lines = new ArrayList<>(List.of("truck_id,zone_id,entered_at,left_at,closed_by"));
        for (TruckStayChanged visit : visits) {
            lines.add(Csv.line(
                    visit.getTruckId(),
                    visit.getZoneId(),
                    Csv.time(visit.getEnteredAt()),
                    Csv.time(visit.getLeftAt()),
                    visit.getClosedBy().name()));
        }
        return lines;
    }
}
