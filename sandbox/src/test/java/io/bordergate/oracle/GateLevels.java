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
    private static final Duration WEEK = Duration.ofDays(7);

    private final Site site;
    private final GateRules rules;
    private final Instant firstFact;
    private final List<Zone> yards;
    private final Map<String, ScopeLevel> scopes;

    GateLevels(String gate, Site site, Instant firstFact) {
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
        Map<Measure, Double> ofGate = new EnumMap<>(Measure.class);
        occupancy(all).ifPresent(value -> ofGate.put(Measure.OCCUPANCY, value));
        scopes.get("").at(time, ofGate, isSure);
    }

    private Map<Measure, Double> ofSide(
            List<GateTruck> trucks, List<GateTruck> backlog, Service service, Instant time) {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        if (backlog.size() >= FEWEST_TO_CLEAR && !time.isBefore(firstFact.plus(FIRST_DAY))) {
            int cleared = clearedADay(trucks, service, time);
            values.put(
                    Measure.DAYS_TO_CLEAR, cleared == 0 ? Double.POSITIVE_INFINITY : backlog.size() / (double) cleared);
        }
        if (!backlog.isEmpty()) {
            values.put(Measure.WAIT, medianWaitSeconds(backlog, time) / 60.0);
        }
        return values;
    }

    private static int clearedADay(List<GateTruck> trucks, Service service, Instant time) {
        Optional<Instant> end = service.lastOpen(time);
        if (end.isEmpty()) {
            return 0;
        }
        Duration averageDay = service.openTime(end.get().minus(WEEK), end.get()).dividedBy(7);
        Instant begin = service.stretchBefore(end.get(), averageDay);
        return (int) trucks.stream()
                .flatMap(truck -> truck.cleared().stream())
                .filter(cleared -> cleared.isAfter(begin) && !cleared.isAfter(end.get()))
                .count();
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

    /** A truck in two yards is one truck. */
    private Optional<Double> occupancy(List<KnownTruck> all) {
        if (yards.isEmpty()) {
            return Optional.empty();
        }
        long inside = all.stream()
                .filter(truck -> yards.stream().anyMatch(yard -> truck.zones().contains(yard.id())))
                .count();
        int capacity =
                yards.stream().mapToInt(yard -> yard.capacity().orElseThrow()).sum();
        return Optional.of(inside / (double) capacity);
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
