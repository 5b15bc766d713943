package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sections 4 and 5 of docs/gates.md: measures one gate at each minute and keeps the levels of its scopes. Not thread-safe. */
final class GateLevels {

    private static final int FEWEST_TO_CLEAR = 20;
    private static final int FEWEST_TO_COVER = 10;
    private static final double LEAST_COVERAGE = 0.5;
    private static final Duration FIRST_DAY = Duration.ofHours(24);
    private static final Duration FIRST_HOUR = Duration.ofHours(1);
    private static final long QUARTER_SECONDS = 15 * 60;

    private final String gate;
    private final Site site;
    private final GateRules rules;
    private final Instant firstFact;
    private final List<Zone> yards;
    private final Map<String, ScopeLevel> scopes;
    /** As it was found at the last quarter hour. */
    private Optional<Double> prediction = Optional.empty();

    private Optional<GateAhead> ahead = Optional.empty();

    GateLevels(String gate, Site site, Instant firstFact) {
        this.gate = gate;
        this.site = site;
        this.rules = site.rules(gate);
        this.firstFact = firstFact;
        this.yards = yards(gate, site);
        this.scopes = Map.of(
                "", new ScopeLevel(gate, "", rules),
                "EXPORT", new ScopeLevel(gate, "EXPORT", rules),
                "IMPORT", new ScopeLevel(gate, "IMPORT", rules));
    }

    List<Alert> alerts() {
        return scopes.values().stream()
                .flatMap(scope -> scope.alerts().stream())
                .toList();
    }

    /** Of the minute that was measured last; empty if no forecast was made then, and without a capacity. */
    Optional<GateAhead> ahead() {
        return ahead;
    }

    void at(Instant time, List<GateTruck> trucks, List<KnownTruck> all, List<StatusChange> statuses) {
        boolean isSure = true;
        for (String side : List.of("EXPORT", "IMPORT")) {
            List<GateTruck> ofSide =
                    trucks.stream().filter(truck -> truck.side().equals(side)).toList();
            List<GateTruck> backlog =
                    ofSide.stream().filter(truck -> truck.waits(time)).toList();
            Service service = Service.of(rules.opening(), statuses, side, site.timeZone());
            boolean isSideSure = isSure(backlog, service, time);
            scopes.get(side).at(time, ofSide(ofSide, backlog, service, time), isSideSure);
            isSure &= isSideSure;
        }
        boolean isFirstDay = time.isBefore(firstFact.plus(FIRST_DAY));
        boolean isQuarter = time.getEpochSecond() % QUARTER_SECONDS == 0;
        boolean isForecast = isQuarter && !yards.isEmpty() && !time.isBefore(firstFact.plus(FIRST_HOUR));
        ahead = isForecast ? Optional.of(found(time, trucks, all, statuses)) : Optional.empty();
        ahead.ifPresent(found -> prediction = Optional.of(found.greatestAhead()));
        Map<Measure, Double> ofGate = new EnumMap<>(Measure.class);
        occupancy(all).ifPresent(value -> ofGate.put(Measure.OCCUPANCY, value));
        if (!isFirstDay) {
            prediction.ifPresent(value -> ofGate.put(Measure.PREDICTION, value));
        }
        scopes.get("").at(time, ofGate, isSure);
    }

    private Map<Measure, Double> ofSide(
            List<GateTruck> trucks, List<GateTruck> backlog, Service service, Instant time) {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        if (backlog.size() >= FEWEST_TO_CLEAR && !time.isBefore(firstFact.plus(FIRST_DAY))) {
            int cleared = Clearance.aDay(trucks, service, time).trucks();
            values.put(
                    Measure.DAYS_TO_CLEAR, cleared == 0 ? Double.POSITIVE_INFINITY : backlog.size() / (double) cleared);
        }
        if (!backlog.isEmpty()) {
            values.put(Measure.WAIT, medianWaitSeconds(backlog, time) / 60.0);
        }
        return values;
    }

    private static long medianWaitSeconds(List<GateTruck> backlog, Instant time) {
        List<Long> waits = backlog.stream()
                .map(truck -> Duration.between(truck.arrived(), time).toSeconds())
                .sorted()
                .toList();
        return waits.get((waits.size() + 1) / 2 - 1);
    }

    private static boolean isSure(List<GateTruck> backlog, Service service, Instant time) {
        long live = backlog.stream().filter(GateTruck::live).count();
        boolean isCovered = backlog.size() < FEWEST_TO_COVER || live >= LEAST_COVERAGE * backlog.size();
        return isCovered && (backlog.isEmpty() || service.isOpen(time));
    }

    private Optional<Double> occupancy(List<KnownTruck> all) {
        return yards.isEmpty() ? Optional.empty() : Optional.of(inYards(all) / (double) capacity());
    }

    /** What the forecast takes from each trip of the gate. */
    private GateAhead found(Instant time, List<GateTruck> trucks, List<KnownTruck> all, List<StatusChange> statuses) {
        List<ForecastTruck> forecast = all.stream()
                .flatMap(truck -> truck.forecast().stream())
                .filter(truck -> truck.gate().equals(gate))
                .toList();
        Service exports = Service.of(rules.opening(), statuses, "EXPORT", site.timeZone());
        Service imports = Service.of(rules.opening(), statuses, "IMPORT", site.timeZone());
        return GateAhead.of(
                gate,
                firstFact,
                SideAhead.of(trucks, forecast, exports, time, firstFact),
                SideAhead.of(trucks, forecast, imports, time, firstFact),
                inYards(all),
                capacity());
    }

    /** A truck in two yards is one truck. */
    private int inYards(List<KnownTruck> all) {
        return (int) all.stream()
                .filter(truck -> yards.stream().anyMatch(yard -> truck.zones().contains(yard.id())))
                .count();
    }

    private int capacity() {
        return yards.stream().mapToInt(yard -> yard.capacity().orElseThrow()).sum();
    }

    private static List<Zone> yards(String gate, Site site) {
        List<Zone> withCapacity = site.zones().stream()
                .filter(zone -> zone.kind().equals("yard") && zone.gate().equals(Optional.of(gate)))
                .filter(zone -> zone.capacity().isPresent())
                .toList();
        return withCapacity.stream()
                .filter(zone -> withCapacity.stream().noneMatch(other -> !other.equals(zone) && zone.liesWithin(other)))
                .toList();
    }
}
