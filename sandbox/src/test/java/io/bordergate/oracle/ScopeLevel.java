package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Section 5 of docs/gates.md: the level of a gate, or of one side of it, from minute to minute, and what was told of it.
 * Not thread-safe.
 */
final class ScopeLevel {

    /** What the measures said at a minute: the highest level, and the first measure that has it. Immutable. */
    private record Minute(Instant time, Level highest, Measure by) {}

    private final String gate;
    private final String side;
    private final GateRules rules;
    private final Map<Measure, Level> levels = new EnumMap<>(Measure.class);
    /** The minutes since which the measures have been lower than the level, without break and with confidence. */
    private final Deque<Minute> lower = new ArrayDeque<>();

    private final List<Alert> alerts = new ArrayList<>();
    private Level level = Level.NORMAL;
    private Measure heldBy = Measure.OCCUPANCY;
    private String episode = "";

    ScopeLevel(String gate, String side, GateRules rules) {
        this.gate = gate;
        this.side = side;
        this.rules = rules;
    }

    List<Alert> alerts() {
        return alerts;
    }

    /** A measure without a value is missing. To be called at each minute. */
    void at(Instant time, Map<Measure, Double> values, boolean isSure) {
        Minute now = measured(time, values);
        if (now.highest().compareTo(level) > 0) {
            rise(now);
        } else if (now.highest() == level) {
            heldBy = now.by();
            lower.clear();
        } else if (isSure) {
            lower.addLast(now);
            if (!lower.getFirst().time().plus(rules.hold()).isAfter(time)) {
                fall(time);
            }
        } else {
            lower.clear();
        }
    }

    private Minute measured(Instant time, Map<Measure, Double> values) {
        Minute highest = new Minute(time, Level.NORMAL, Measure.OCCUPANCY);
        for (Map.Entry<Measure, Thresholds> measure : new EnumMap<>(rules.thresholds()).entrySet()) {
            Measure what = measure.getKey();
            Level before = levels.getOrDefault(what, Level.NORMAL);
            Level now = values.containsKey(what) ? measure.getValue().level(values.get(what), before) : Level.NORMAL;
            levels.put(what, now);
            Level counted = what.counted(now);
            if (counted.compareTo(highest.highest()) > 0) {
                highest = new Minute(time, counted, what);
            }
        }
        return highest;
    }

    private void rise(Minute now) {
        boolean isNew = level == Level.NORMAL;
        if (isNew) {
            episode = gate + "|" + side + "|" + now.time();
        }
        level = now.highest();
        heldBy = now.by();
        lower.clear();
        tell(isNew ? Alert.Event.OPENED : Alert.Event.ESCALATED, now.time());
    }

    /** To the highest level of the time since; what came after that level is lower than it in its turn. */
    private void fall(Instant time) {
        Level to = lower.stream().map(Minute::highest).reduce(Level.NORMAL, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        level = to;
        tell(to == Level.NORMAL ? Alert.Event.RESOLVED : Alert.Event.EASED, time);
        while (lower.stream().anyMatch(minute -> minute.highest() == to)) {
            heldBy = lower.removeFirst().by();
        }
    }

    private void tell(Alert.Event event, Instant time) {
        alerts.add(new Alert(episode, gate, side, event, level, time, heldBy));
    }
}
