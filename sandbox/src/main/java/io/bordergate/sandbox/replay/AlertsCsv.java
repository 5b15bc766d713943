package io.bordergate.sandbox.replay;

import io.bordergate.event.GateAlertChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The file of alerts: what happened to each episode of congestion, in order of time. */
public final class AlertsCsv {
    static final String NAME = "alerts.csv";

    private static final Comparator<GateAlertChanged> IN_ORDER = Comparator.comparing(GateAlertChanged::getAt)
            .thenComparing(GateAlertChanged::getAlertId)
            .thenComparing(GateAlertChanged::getEvent);

    private AlertsCsv() {}

    /** The header and a line for each event. */
    public static List<String> lines(Collection<GateAlertChanged> alerts) {
        List<String> lines = new ArrayList<>(List.of("alert_id,gate_id,direction,event,level,at,cause"));
        alerts.stream()
                .sorted(IN_ORDER)
                .map(alert -> Csv.line(
                        alert.getAlertId(),
                        alert.getGateId(),
                        alert.getDirection() == null ? "" : alert.getDirection().name(),
                        alert.getEvent().name(),
                        alert.getLevel().name(),
                        Csv.time(alert.getAt()),
                        alert.getCause().name()))
                .forEach(lines::add);
        return lines;
    }
}
