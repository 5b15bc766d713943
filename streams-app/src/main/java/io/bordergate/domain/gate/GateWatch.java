package io.bordergate.domain.gate;

import io.bordergate.domain.site.GateSettings;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One gate under watch: takes in what is known of its trucks and its service, and says minute by minute how it stands. What
 * it says is a function of what it was told and of the minutes. Mutable, not thread-safe; docs/gates.md defines all of it.
 */
public final class GateWatch {
    /** What changes a daily table after so long is not told any more. */
    private static final int DAYS_CORRECTED = 7;
    /** Of a few trucks, or before a day was seen, days to clear say nothing. */
    private static final int BACKLOG_THAT_COUNTS = 20;

    private static final Duration DAY = Duration.ofDays(1);

    private final String gateId;
    private final Site site;
    private final GateSettings settings;
    private final Map<String, Integer> yardCapacity;
    private final GateTrucks trucks = new GateTrucks();
    private final Map<String, Set<String>> yardsByTrip = new HashMap<>();
    private final List<StatusChange> changes = new ArrayList<>();
    private final Map<Scope, ScopeState> scopes = new EnumMap<>(Scope.class);
    private final TreeMap<LocalDate, DailyTable> told = new TreeMap<>();
    private Opening opening;
    private Instant since;
    private boolean touched;

    /** What has a level of its own. */
    public enum Scope {
        GATE(null),
        EXPORT(Side.EXPORT),
        IMPORT(Side.IMPORT);

        private final Side side;

        Scope(Side side) {
            this.side = side;
        }

        /** Null for the gate as a whole. */
        public Side side() {
            return side;
        }
    }

    /**
     * How the gate stands at a minute, and what is to be told of it. Immutable.
     *
     * @param loads by side
     * @param yardTrucks trucks in its yards that have a capacity
     * @param yardCapacity of these
     * @param alerts events of episodes, with the value of their cause; null if it has none
     * @param days daily tables that are new or have changed
     */
    public record Reading(
            Instant at,
            Map<Side, Load> loads,
            int yardTrucks,
            int yardCapacity,
            boolean confident,
            Map<Scope, Level> levels,
            Map<AlertEvent, Double> alerts,
            List<DailyTable> days) {

        /** Null without a capacity. */
        public Double occupancy() {
            return yardCapacity == 0 ? null : (double) yardTrucks / yardCapacity;
        }
    }

    public GateWatch(String gateId, Site site) {
        this.gateId = gateId;
        this.site = site;
        this.settings = site.gateSettings(gateId);
        this.yardCapacity = site.yardsThatCount(gateId).stream()
                .filter(yard -> yard.capacity() != null)
                .collect(Collectors.toMap(Place::id, Place::capacity));
        for (Scope scope : Scope.values()) {
            scopes.put(scope, ScopeState.NORMAL);
        }
        reopen();
    }

    /** Since when the gate is watched: its first fact. */
    public void begin(Instant firstFact) {
        since = firstFact;
    }

    /** What is known of a trip now: null if it is no truck of the gate; and the yards that it is in. */
    public void know(String tripId, GateTruck truck, List<String> yards) {
        touched = true;
        trucks.remove(tripId);
        if (truck != null) {
            trucks.put(truck);
        }
        Set<String> counted = yards.stream().filter(yardCapacity::containsKey).collect(Collectors.toSet());
        if (counted.isEmpty()) {
            yardsByTrip.remove(tripId);
        } else {
            yardsByTrip.put(tripId, counted);
        }
    }

    /** The service of the gate has changed, or is to. */
    public void change(StatusChange change) {
        changes.add(change);
        reopen();
    }

    /** Changes of service in the order in which they were received. */
    public List<StatusChange> changes() {
        return List.copyOf(changes);
    }

    /** Somebody has seen an alert; empty if that says nothing new. */
    public List<AlertEvent> acknowledge(String alertId, Instant receivedAt) {
        for (Scope scope : Scope.values()) {
            var outcome = Congestion.acknowledge(scopes.get(scope), alertId, receivedAt);
            scopes.put(scope, outcome.state());
            if (!outcome.events().isEmpty()) {
                return outcome.events();
            }
        }
        return List.of();
    }

    public ScopeState scope(Scope scope) {
        return scopes.get(scope);
    }

    /** As it was when it was last told. */
    public void resume(Scope scope, ScopeState state) {
        scopes.put(scope, state);
    }

    /** As it was when it was last told. */
    public void resume(DailyTable table) {
        told.put(table.date(), table);
        touched = true;
    }

    /** Nothing that a next minute could tell unless something comes or a day ends: no truck, and no level to fall. */
    public boolean isQuiet() {
        return trucks.size() == 0
                && yardsByTrip.isEmpty()
                && scopes.values().stream().allMatch(state -> state.level() == Level.NORMAL);
    }

    /** When its day ends, after that moment. */
    public Instant dayEndsAfter(Instant time) {
        return site.days().endOf(site.days().dateOf(time.plusMillis(1)));
    }

    /** One minute has passed: the levels move on. */
    public Reading take(Instant minute, Duration inputAge) {
        Map<Side, Load> loads = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            loads.put(side, Load.of(side, trucks, opening, minute, inputAge));
        }
        Map<AlertEvent, Double> alerts = new LinkedHashMap<>();
        boolean confident = loads.values().stream().allMatch(Load::isConfident);
        step(Scope.GATE, occupancy(), confident, minute, alerts);
        for (Side side : Side.values()) {
            Load load = loads.get(side);
            step(Scope.valueOf(side.name()), measures(load, minute), load.isConfident(), minute, alerts);
        }
        return new Reading(
                minute,
                loads,
                yardTrucks(),
                capacity(),
                confident,
                scopes.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().level())),
                alerts,
                tables(minute));
    }

    /** Drops what no figure asks for any more; says which trips. */
    public List<String> forget(Instant now) {
        List<String> forgotten = trucks.forget(now, opening);
        yardsByTrip.keySet().removeAll(forgotten);
        return forgotten;
    }

    private void step(
            Scope scope,
            Map<Measure, Double> values,
            boolean confident,
            Instant minute,
            Map<AlertEvent, Double> alerts) {
        var outcome = new Congestion(gateId, scope.side(), settings.congestion())
                .step(scopes.get(scope), values, confident, minute);
        scopes.put(scope, outcome.state());
        outcome.events().forEach(event -> alerts.put(event, finite(values.get(event.cause()))));
    }

    private Map<Measure, Double> measures(Load load, Instant minute) {
        boolean known = since != null && !minute.isBefore(since.plus(DAY));
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        measures.putAll(load.measures());
        if (!known || load.backlog().trucks() < BACKLOG_THAT_COUNTS) {
            measures.remove(Measure.DAYS_TO_CLEAR);
        }
        return measures;
    }

    private static Double finite(Double value) {
        return value == null || value.isInfinite() ? null : value;
    }

    private Map<Measure, Double> occupancy() {
        return capacity() == 0 ? Map.of() : Map.of(Measure.OCCUPANCY, (double) yardTrucks() / capacity());
    }

    /** Yards do not overlap, so a truck counts once in each that it is in. */
    private int yardTrucks() {
        return yardsByTrip.values().stream().mapToInt(Set::size).sum();
    }

    private int capacity() {
        return yardCapacity.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Days that have ended and were not told, or have changed since. */
    private List<DailyTable> tables(Instant minute) {
        LocalDate last = site.days().dateOf(minute.plusMillis(1)).minusDays(1);
        boolean ended = told.isEmpty() ? trucks.size() > 0 : told.lastKey().isBefore(last);
        if (!touched && !ended) {
            return List.of();
        }
        touched = false;
        List<DailyTable> changed = new ArrayList<>();
        for (LocalDate date = firstDay(last); !date.isAfter(last); date = date.plusDays(1)) {
            DailyTable table = DailyTable.of(trucks, site.days(), date);
            if (!table.equals(told.put(date, table))) {
                changed.add(table);
            }
        }
        told.headMap(last.minusDays(DAYS_CORRECTED)).clear();
        return changed;
    }

    private LocalDate firstDay(LocalDate last) {
        LocalDate corrected = last.minusDays(DAYS_CORRECTED - 1L);
        LocalDate first = trucks.firstArrival().map(site.days()::dateOf).orElse(last.plusDays(1));
        if (!told.isEmpty() && told.firstKey().isBefore(first)) {
            first = told.firstKey();
        }
        return first.isBefore(corrected) ? corrected : first;
    }

    private void reopen() {
        opening = new Opening(settings, site.timeZone(), changes);
    }
}
