package io.bordergate.domain.gate;

import io.bordergate.domain.gate.forecast.Forecaster;
import io.bordergate.domain.gate.forecast.GateForecast;
import io.bordergate.domain.site.GateSettings;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One gate under watch: takes in what is known of its trucks and its service, and says minute by minute how it stands. What
 * it says is a function of what it was told and of the minutes. Mutable, not thread-safe; docs/gates.md defines all of it.
 */
public final class GateWatch {
    /** Of a few trucks, or before a day was seen, days to clear say nothing. */
    private static final int BACKLOG_THAT_COUNTS = 20;

    private static final Duration DAY = Duration.ofDays(1);
    private static final long QUARTER_HOUR = Duration.ofMinutes(15).toMillis();

    private final String gateId;
    private final Site site;
    private final GateSettings settings;
    private final Map<String, Integer> yardCapacity;
    private final GateTrucks trucks = new GateTrucks();
    private final ExpectedTrucks expected = new ExpectedTrucks();
    private final Map<String, Set<String>> yardsByTrip = new HashMap<>();
    private final List<StatusChange> changes = new ArrayList<>();
    private final Map<Scope, ScopeState> scopes = new EnumMap<>(Scope.class);
    private final DailyTables days;
    private Opening opening;
    private Instant since;
    /** The last, made at a whole quarter hour; null before the first. */
    private GateForecast forecast;

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
     * @param alerts events of episodes
     * @param days daily tables that are new or have changed
     * @param forecast the last; null before the first
     */
    public record Reading(
            Instant at,
            Map<Side, Load> loads,
            int yardTrucks,
            int yardCapacity,
            boolean confident,
            Map<Scope, Level> levels,
            List<AlertEvent> alerts,
            List<DailyTable> days,
            GateForecast forecast) {

        /** Whether the forecast was made at this minute. */
        public boolean isForecastNew() {
            return forecast != null && forecast.at().equals(at);
        }

        /** Null without a capacity. */
        public Double occupancy() {
            return yardCapacity == 0 ? null : (double) yardTrucks / yardCapacity;
        }
    }

    public GateWatch(String gateId, Site site) {
        this.gateId = gateId;
        this.site = site;
        this.settings = site.gateSettings(gateId);
        this.days = new DailyTables(site.days());
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

    /**
     * What is known of a trip now.
     *
     * @param truck null if it is no truck of the gate, or has not arrived
     * @param coming null if it is not expected, or has arrived
     * @param yards that the truck is in
     */
    public void know(String tripId, GateTruck truck, ExpectedTruck coming, List<String> yards) {
        days.touch();
        trucks.remove(tripId);
        expected.remove(tripId);
        if (truck != null) {
            trucks.put(truck);
        }
        if (coming != null) {
            expected.put(coming);
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
        days.resume(table);
    }

    /** As it was when it was last made. */
    public void resume(GateForecast last) {
        forecast = last;
    }

    /** Nothing that a next minute could tell unless something comes or a day ends: no truck, and no level to fall. */
    public boolean isQuiet() {
        return trucks.size() == 0
                && expected.isEmpty()
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
        look(minute, loads);
        List<AlertEvent> alerts = new ArrayList<>();
        boolean confident = loads.values().stream().allMatch(Load::isConfident);
        step(Scope.GATE, measures(minute), confident, minute, alerts);
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
                days.changed(trucks, minute),
                forecast);
    }

    /** Ahead, each quarter hour. */
    private void look(Instant minute, Map<Side, Load> loads) {
        if (since != null && minute.toEpochMilli() % QUARTER_HOUR == 0) {
            var forecaster = new Forecaster(
                    trucks, expected, opening, settings.congestion().occupancy());
            forecast = forecaster.forecast(minute, since, loads, yardTrucks(), capacity());
        }
    }

    /** Drops what no figure asks for any more; says which trips. */
    public List<String> forget(Instant now) {
        List<String> forgotten = trucks.forget(now, opening);
        yardsByTrip.keySet().removeAll(forgotten);
        forgotten.addAll(expected.forget(now));
        return forgotten;
    }

    private void step(
            Scope scope, Map<Measure, Double> values, boolean confident, Instant minute, List<AlertEvent> alerts) {
        var outcome = new Congestion(gateId, scope.side(), settings.congestion())
                .step(scopes.get(scope), values, confident, minute);
        scopes.put(scope, outcome.state());
        outcome.events().forEach(event -> alerts.add(event.cause() == Measure.PREDICTION ? expected(event) : event));
    }

    /** With when what was predicted is expected. */
    private AlertEvent expected(AlertEvent event) {
        boolean rises = event.kind() == AlertEvent.Kind.OPENED || event.kind() == AlertEvent.Kind.ESCALATED;
        Level predicted = scopes.get(Scope.GATE).measures().get(Measure.PREDICTION);
        return rises
                ? event.expectedAt(forecast.reaches(
                        predicted.step(settings.congestion().occupancy()).up()))
                : event;
    }

    private Map<Measure, Double> measures(Load load, Instant minute) {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        measures.putAll(load.measures());
        if (!isDayKnown(minute) || load.backlog().trucks() < BACKLOG_THAT_COUNTS) {
            measures.remove(Measure.DAYS_TO_CLEAR);
        }
        return measures;
    }

    /** Of the gate as a whole. */
    private Map<Measure, Double> measures(Instant minute) {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        if (capacity() > 0) {
            measures.put(Measure.OCCUPANCY, (double) yardTrucks() / capacity());
        }
        if (forecast != null && forecast.greatestOccupancy() != null && isDayKnown(minute)) {
            measures.put(Measure.PREDICTION, forecast.greatestOccupancy());
        }
        return measures;
    }

    /** How long each side will be open in the day that begins then, by what is known. */
    public Map<Side, Duration> openAhead(Instant minute) {
        Map<Side, Duration> ahead = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            ahead.put(side, opening.openTime(side, minute, minute.plus(DAY)));
        }
        return ahead;
    }

    /** Whether a day was seen, so that days to clear and what is ahead can be believed. */
    public boolean isDayKnown(Instant minute) {
        return since != null && !minute.isBefore(since.plus(DAY));
    }

    /** Yards do not overlap, so a truck counts once in each that it is in. */
    private int yardTrucks() {
        return yardsByTrip.values().stream().mapToInt(Set::size).sum();
    }

    private int capacity() {
        return yardCapacity.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void reopen() {
        opening = new Opening(settings, site.timeZone(), changes);
    }
}
