package io.bordergate.oracle;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * docs/gates.md and docs/advice.md: the alerts and daily tables of all gates and what is advised, found minute by minute from what was known at each, and only
 * when somebody asks for them. Not thread-safe.
 */
public final class GateReport {

    private static final GateReport NONE = new GateReport(List.of(), Site.of(MissingNode.getInstance()), Instant.EPOCH);

    private final List<Received> received;
    private final Site site;
    private final Instant clock;
    private Optional<List<String>> alerts = Optional.empty();
    private List<String> daily = List.of();
    private List<String> advice = List.of();

    /** The clock is where time ends. */
    GateReport(List<Received> received, Site site, Instant clock) {
        this.received = received;
        this.site = site;
        this.clock = clock;
    }

    static GateReport none() {
        return NONE;
    }

    List<String> alerts() {
        if (alerts.isEmpty()) {
            run();
        }
        return alerts.orElseThrow();
    }

    List<String> daily() {
        alerts();
        return daily;
    }

    List<String> advice() {
        alerts();
        return advice;
    }

    private void run() {
        Knowledge known = new Knowledge(received, site);
        TreeMap<String, GateLevels> levels = new TreeMap<>();
        AdviceReport advised = new AdviceReport(site);
        TreeMap<String, DailyTables> tables = new TreeMap<>();
        HashMap<String, List<GateTruck>> trucks = new HashMap<>();
        Instant first =
                received.isEmpty() ? clock.plusSeconds(60) : received.get(0).at();
        for (Instant time = first.truncatedTo(ChronoUnit.MINUTES); !time.isAfter(clock); time = time.plusSeconds(60)) {
            boolean isNews = known.moveTo(time);
            List<KnownTruck> all = List.copyOf(known.trucks());
            for (String gate : known.firstFacts().keySet()) {
                if (isNews || !trucks.containsKey(gate)) {
                    trucks.put(gate, ofGate(gate, all));
                }
                if (isNews || DailyTables.isEnd(time, site)) {
                    tables.computeIfAbsent(gate, id -> new DailyTables(id, site))
                            .at(time, trucks.get(gate));
                }
                levels.computeIfAbsent(
                                gate,
                                id -> new GateLevels(
                                        id, site, known.firstFacts().get(id)))
                        .at(time, trucks.get(gate), all, known.statuses(gate));
            }
            List<GateAhead> ahead = levels.values().stream()
                    .flatMap(gate -> gate.ahead().stream())
                    .toList();
            advised.at(time, ahead, known);
        }
        alerts = Optional.of(lines(levels.values()));
        daily = new ArrayList<>(List.of(DailyTable.HEADER));
        tables.values().forEach(gate -> daily.addAll(gate.lines()));
        advice = advised.lines();
    }

    private static List<String> lines(Collection<GateLevels> levels) {
        List<String> lines = new ArrayList<>(List.of(Alert.HEADER));
        levels.stream()
                .flatMap(gate -> gate.alerts().stream())
                .sorted(Alert.IN_ORDER)
                .forEach(alert -> lines.add(alert.toCsv()));
        return lines;
    }

    private static List<GateTruck> ofGate(String gate, List<KnownTruck> all) {
        return all.stream()
                .flatMap(truck -> truck.counted().stream())
                .filter(truck -> truck.gate().equals(gate))
                .toList();
    }
}
