package io.bordergate.dashboard;

import java.time.Instant;
import java.util.List;

/**
 * What the topics say, without how and when it was read. Immutable.
 *
 * @param boardTime the newest asOf over all yards, the time that ages are measured against; null before any figure
 * @param timeZone in which the site tells the time
 */
record BoardView(Instant boardTime, String timeZone, List<GateView> gates) {
    static final BoardView EMPTY = new BoardView(null, SiteMap.DEFAULT_ZONE, List.of());

    BoardView {
        gates = List.copyOf(gates);
    }
}
