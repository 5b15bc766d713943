package io.bordergate.dashboard;

import io.bordergate.dashboard.gate.AlertEpisode;
import io.bordergate.dashboard.gate.AlertLog;
import io.bordergate.dashboard.gate.DayLog;
import io.bordergate.dashboard.gate.GateAdvice;
import io.bordergate.dashboard.gate.GateDay;
import io.bordergate.dashboard.gate.GateLoad;
import io.bordergate.dashboard.gate.Scope;
import io.bordergate.dashboard.gate.Scopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The newest figures, arranged by gate: the rules of the board, without Kafka, HTTP or a clock. Ages are measured against
 * the newest figure, so a replay of last year looks as it looked then. Not thread-safe; its views are immutable.
 */
final class GateBoard {
    private final YardBoard yards = new YardBoard();
    private final Map<String, GateLoad> loads = new TreeMap<>();
    private final Map<String, GateAdvice> advice = new TreeMap<>();
    private final AlertLog alerts = new AlertLog();
    private final DayLog days = new DayLog();
    private SiteMap site = SiteMap.NONE;

    /** The site as it holds from now on. */
    void put(SiteMap newest) {
        site = newest;
        yards.put(newest);
    }

    /** The newest figure of a yard. */
    void put(YardFigure figure) {
        yards.put(figure);
    }

    /** A yard whose figure was deleted from the topic. */
    void removeYard(String yardId) {
        yards.remove(yardId);
    }

    /** The newest figures of a gate. */
    void put(GateLoad load) {
        loads.put(load.gateId(), load);
    }

    /** A gate whose figures were deleted from the topic. */
    void removeLoad(String gateId) {
        loads.remove(gateId);
    }

    /** The newest advice about a gate. */
    void put(GateAdvice newest) {
        advice.put(newest.gateId(), newest);
    }

    /** A gate whose advice was deleted from the topic. */
    void removeAdvice(String gateId) {
        advice.remove(gateId);
    }

    /** What is known of an episode from now on. */
    void put(AlertEpisode episode) {
        alerts.put(episode);
    }

    /** An episode that was deleted from the topic. */
    void removeAlert(String alertId) {
        alerts.remove(alertId);
    }

    /** The daily table of a gate. */
    void put(GateDay day) {
        days.put(day);
    }

    /** A table that was deleted from the topic. */
    void removeDay(String key) {
        days.remove(key);
    }

    BoardView view() {
        Instant boardTime = boardTime();
        Map<String, List<YardView>> byGate = new LinkedHashMap<>();
        site.gates().keySet().forEach(gate -> byGate.put(gate, new ArrayList<>()));
        loads.keySet().forEach(gate -> byGate.putIfAbsent(gate, new ArrayList<>()));
        advice.keySet().forEach(gate -> byGate.putIfAbsent(gate, new ArrayList<>()));
        for (YardView yard : yards.list(boardTime)) {
            byGate.computeIfAbsent(yard.gateId(), gate -> new ArrayList<>()).add(yard);
        }
        List<GateView> gates = new ArrayList<>();
        byGate.forEach((gate, itsYards) -> gates.add(gate(gate, itsYards, boardTime)));
        return new BoardView(boardTime, site, gates, alerts.list(), days.list());
    }

    /** The newest time of any figure; null before any. */
    Instant boardTime() {
        Stream<Instant> minutes = loads.values().stream().map(GateLoad::at);
        Stream<Instant> quarters = advice.values().stream().map(GateAdvice::at);
        return Stream.of(minutes, quarters, yards.findNewest().stream())
                .flatMap(times -> times)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private GateView gate(String id, List<YardView> itsYards, Instant boardTime) {
        SiteMap.Gate gate = site.gate(id);
        GateLoad load = id == null ? null : loads.get(id);
        GateAdvice advised = id == null ? null : advice.get(id);
        List<Scope> scopes = load == null ? List.of() : Scopes.of(load, gate.limits(), alerts.listOpen(id));
        return new GateView(
                id,
                gate.name(),
                gate.nameVi(),
                load == null ? null : Scopes.worst(scopes),
                scopes,
                gate.limits(),
                load,
                load == null ? null : Age.of(load.at(), boardTime),
                advised == null ? null : AdviceView.of(advised, site, boardTime),
                YardTotal.of(itsYards),
                itsYards);
    }
}
