package io.bordergate.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Section 5 of docs/gates.md: one event of an episode. Immutable. */
record Alert(String id, String gate, String side, Event event, Level level, Instant at, Measure cause) {

    static final String HEADER = "alert_id,gate_id,direction,event,level,at,cause";
    static final Comparator<Alert> IN_ORDER =
            Comparator.comparing(Alert::at).thenComparing(Alert::id).thenComparing(Alert::event);

    /** What happened to the episode. */
    enum Event {
        OPENED,
        ESCALATED,
        EASED,
        RESOLVED
    }

    String toCsv() {
        return CsvLine.join(List.of(id, gate, side, event.name(), level.name(), at.toString(), cause.name()));
    }
}
