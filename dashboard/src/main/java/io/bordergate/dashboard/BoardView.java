package io.bordergate.dashboard;

import io.bordergate.dashboard.gate.AlertEpisode;
import io.bordergate.dashboard.gate.GateDay;
import java.time.Instant;
import java.util.List;

/**
 * What the topics say, without how and when it was read. Immutable.
 *
 * @param boardTime the newest time of any figure, that ages are measured against; null before any figure
 * @param site names, limits, and in which zone the time is told
 * @param alerts the open ones, then the others, each with what happened last first
 * @param days the newest first
 */
record BoardView(Instant boardTime, SiteMap site, List<GateView> gates, List<AlertEpisode> alerts, List<GateDay> days) {
    static final BoardView EMPTY = new BoardView(null, SiteMap.NONE, List.of(), List.of(), List.of());

    BoardView {
        gates = List.copyOf(gates);
        alerts = List.copyOf(alerts);
        days = List.copyOf(days);
    }
}
