package io.bordergate.domain.gate;

import io.bordergate.domain.gate.AlertEvent.Kind;
import io.bordergate.domain.site.CongestionLimits;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How congested a scope is, a gate as a whole or one of its sides. It rises at once; it falls when there has been relief for
 * a while that may be believed, so that figures that jitter raise no second alert. Immutable; docs/gates.md, section 5.
 */
public final class Congestion {
    private final String scope;
    private final CongestionLimits limits;

    /** What has become of a scope, and what is to be told of it. Immutable. */
    public record Outcome(ScopeState state, List<AlertEvent> events) {
        public Outcome {
            events = List.copyOf(events);
        }
    }

    /** Side is null for the gate as a whole. */
    public Congestion(String gateId, Side side, CongestionLimits limits) {
        this.scope = gateId + "|" + (side == null ? "" : side) + "|";
        this.limits = limits;
    }

    /** From one minute to the next; a measure of which there is no value is left out. */
    public Outcome step(ScopeState before, Map<Measure, Double> values, boolean confident, Instant at) {
        Map<Measure, Level> measures = levels(before, values);
        Level highest = measures.entrySet().stream()
                .map(Congestion::counted)
                .max(Comparator.naturalOrder())
                .orElse(Level.NORMAL);
        boolean rises = highest.isAbove(before.level());
        Map<Level, Instant> lowerSince = lowerSince(before, highest, confident, at);
        Level level = rises ? highest : fallen(before.level(), lowerSince, at);
        if (level == Level.NORMAL) {
            return new Outcome(ScopeState.NORMAL, fall(before, level, values, at));
        }
        Map<Level, Measure> heldBy = heldBy(before, measures, highest);
        lowerSince.keySet().removeIf(each -> each.isAbove(level));
        heldBy.keySet().removeIf(each -> each.isAbove(level));
        String alertId = before.alertId() == null ? scope + at : before.alertId();
        var after = new ScopeState(level, measures, lowerSince, heldBy, alertId, before.acknowledged());
        return new Outcome(after, rises ? rise(before, after, values, at) : fall(before, level, values, at));
    }

    /** Somebody says to have seen an episode; nothing happens if it is over, or he is not the first. */
    public static Outcome acknowledge(ScopeState before, String alertId, Instant receivedAt) {
        if (before.acknowledged() || !alertId.equals(before.alertId())) {
            return new Outcome(before, List.of());
        }
        var after =
                new ScopeState(before.level(), before.measures(), before.lowerSince(), before.heldBy(), alertId, true);
        var event = new AlertEvent(alertId, Kind.ACKNOWLEDGED, before.level(), receivedAt, before.cause(), null, null);
        return new Outcome(after, List.of(event));
    }

    /** Of each measure that is above NORMAL. */
    private Map<Measure, Level> levels(ScopeState before, Map<Measure, Double> values) {
        Map<Measure, Level> levels = new EnumMap<>(Measure.class);
        values.forEach((measure, value) -> {
            Level had = before.measures().getOrDefault(measure, Level.NORMAL);
            Level level = Level.of(value, measure.thresholds(limits), had);
            if (level != Level.NORMAL) {
                levels.put(measure, level);
            }
        });
        return levels;
    }

    /** What lasts goes on; what is broken, by a measure or by doubt, begins anew. */
    private static Map<Level, Instant> lowerSince(ScopeState before, Level highest, boolean confident, Instant at) {
        Map<Level, Instant> since = new EnumMap<>(Level.class);
        for (Level level : Level.RAISED) {
            if (confident && level.isAbove(highest) && !level.isAbove(before.level())) {
                since.put(level, before.lowerSince().getOrDefault(level, at));
            }
        }
        return since;
    }

    /** To the highest level that was reached since it has been lower, if that was long enough ago. */
    private Level fallen(Level level, Map<Level, Instant> lowerSince, Instant at) {
        Instant since = lowerSince.get(level);
        if (since == null || at.isBefore(since.plus(limits.hold()))) {
            return level;
        }
        Level reached = Level.NORMAL;
        for (Level lower : Level.RAISED) {
            boolean wasReached =
                    lowerSince.get(lower) == null || lowerSince.get(lower).isAfter(since);
            if (level.isAbove(lower) && wasReached) {
                reached = lower;
            }
        }
        return reached;
    }

    private static Map<Level, Measure> heldBy(ScopeState before, Map<Measure, Level> measures, Level highest) {
        Map<Level, Measure> heldBy = new EnumMap<>(Level.class);
        heldBy.putAll(before.heldBy());
        measures.entrySet().stream()
                .filter(entry -> counted(entry) == highest)
                .findFirst()
                .ifPresent(first -> heldBy.put(highest, first.getKey()));
        return heldBy;
    }

    private static Level counted(Map.Entry<Measure, Level> measure) {
        return measure.getKey().counts(measure.getValue());
    }

    private static List<AlertEvent> rise(ScopeState before, ScopeState after, Map<Measure, Double> values, Instant at) {
        Kind kind = before.level() == Level.NORMAL ? Kind.OPENED : Kind.ESCALATED;
        return List.of(event(after.alertId(), kind, after.level(), at, after.cause(), values));
    }

    private static List<AlertEvent> fall(ScopeState before, Level level, Map<Measure, Double> values, Instant at) {
        if (level == before.level()) {
            return List.of();
        }
        Kind kind = level == Level.NORMAL ? Kind.RESOLVED : Kind.EASED;
        return List.of(event(before.alertId(), kind, level, at, before.cause(), values));
    }

    private static AlertEvent event(
            String alertId, Kind kind, Level level, Instant at, Measure cause, Map<Measure, Double> values) {
        Double value = values.get(cause);
        return new AlertEvent(
                alertId, kind, level, at, cause, value == null || value.isInfinite() ? null : value, null);
    }
}
