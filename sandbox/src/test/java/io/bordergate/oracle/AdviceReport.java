package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Section 1 of docs/advice.md: which gates are in need from quarter hour to quarter hour, and the lines of what they were
 * advised. Not thread-safe.
 */
final class AdviceReport {

    static final String HEADER =
            "gate_id,at,since,greatest_occupancy,excess,measure,to,trucks,room,wait_seconds,way_seconds";

    private static final Comparator<GateAhead> FULLEST_FIRST =
            Comparator.comparing(GateAhead::top).reversed().thenComparing(GateAhead::gate);

    private final Site site;
    private final Map<String, Instant> since = new HashMap<>();
    private final TreeMap<String, List<String>> linesByGate = new TreeMap<>();

    AdviceReport(Site site) {
        this.site = site;
    }

    /** By gate, then by time. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        linesByGate.values().forEach(lines::addAll);
        return lines;
    }

    /** Given the gates of which a forecast was made at that time. */
    void at(Instant time, Collection<GateAhead> gates, Knowledge known) {
        gates.forEach(gate -> judge(gate, time));
        List<GateAhead> inNeed = gates.stream()
                .filter(gate -> since.containsKey(gate.gate()))
                .sorted(FULLEST_FIRST)
                .toList();
        Rooms rooms = Rooms.of(site, known.trucks());
        for (GateAhead gate : inNeed) {
            Thresholds thresholds = occupancy(gate).orElseThrow();
            List<GateAhead> others = gates.stream()
                    .filter(other -> !since.containsKey(other.gate()))
                    .toList();
            double excess = (gate.top() - thresholds.down(Level.CONGESTED)) * gate.capacity();
            GateMeasures measures = new GateMeasures(gate, excess, site, rooms);
            measures.take(others, known);
            write(gate, excess, measures.lines());
        }
    }

    private void judge(GateAhead gate, Instant time) {
        Optional<Thresholds> thresholds = occupancy(gate);
        if (thresholds.isEmpty() || gate.top() < thresholds.get().down(Level.CONGESTED)) {
            since.remove(gate.gate());
            return;
        }
        double up = thresholds.get().up(Level.CONGESTED);
        if (gate.occupancy() >= up || (gate.top() >= up && !gate.isFirstDay())) {
            since.putIfAbsent(gate.gate(), time);
        }
    }

    private Optional<Thresholds> occupancy(GateAhead gate) {
        return Optional.ofNullable(site.rules(gate.gate()).thresholds().get(Measure.OCCUPANCY));
    }

    private void write(GateAhead gate, double excess, List<String> measures) {
        String start = CsvLine.join(List.of(
                gate.gate(),
                gate.at().toString(),
                since.get(gate.gate()).toString(),
                String.format(Locale.ROOT, "%.4f", gate.top()),
                trucks(excess)));
        List<String> lines = linesByGate.computeIfAbsent(gate.gate(), id -> new ArrayList<>());
        measures.forEach(measure -> lines.add(start + "," + measure));
        if (measures.isEmpty()) {
            lines.add(start + ",NONE,,,,,");
        }
    }

    static String trucks(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
