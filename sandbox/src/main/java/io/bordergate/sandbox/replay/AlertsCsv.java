package io.bordergate.sandbox.replay;

import io.bordergate.event.AlertHappening;
import io.bordergate.event.GateAlertChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The file of alerts: what happened to each episode of congestion, in order of time. */
public final class AlertsCsv {
    static final String NAME = "alerts.csv";

    private AlertsCsv() {}

    /** The header and a line for each event of each episode, of which the newest record tells all. */
    public static List<String> lines(Collection<GateAlertChanged> episodes) {
        record Line(GateAlertChanged episode, AlertHappening event) {}
        List<String> lines = new ArrayList<>(List.of("alert_id,gate_id,direction,event,level,at,cause"));
        episodes.stream()
                .flatMap(episode -> episode.getHistory().stream().map(event -> new Line(episode, event)))
                .sorted(Comparator.comparing((Line line) -> line.event().getAt())
                        .thenComparing(line -> line.episode().getAlertId())
                        .thenComparing(line -> line.event().getEvent()))
                .map(line -> line(line.episode(), line.event()))
                .forEach(lines::add);
        return lines;
    }

    private static String line(GateAlertChanged episode, AlertHappening event) {
        return Csv.line(
                episode.getAlertId(),
                episode.getGateId(),
                episode.getDirection() == null ? "" : episode.getDirection().name(),
                event.getEvent().name(),
                event.getLevel().name(),
                Csv.time(event.getAt()),
                event.getCause().name());
    }
}
