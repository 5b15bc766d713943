package io.bordergate.domain.gate;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What must be remembered of the congestion of one scope, a gate or one of its sides, from one minute to the next. Immutable.
 *
 * @param level of the scope
 * @param measures level of each measure that is above NORMAL
 * @param lowerSince for each level up to the scope's: since when all measures have been lower, with confidence and without
 *     break; none while one is not
 * @param heldBy for each level reached in the episode the measure that was at it last
 * @param alertId of the episode; null if there is none, for the level is NORMAL
 * @param acknowledged whether somebody has seen the episode
 */
public record ScopeState(
        Level level,
        Map<Measure, Level> measures,
        Map<Level, Instant> lowerSince,
        Map<Level, Measure> heldBy,
        String alertId,
        boolean acknowledged) {
    /** Of a scope of which nothing is known yet. */
    public static final ScopeState NORMAL = new ScopeState(Level.NORMAL, Map.of(), Map.of(), Map.of(), null, false);

    public ScopeState {
        measures = ordered(Measure.class, measures);
        lowerSince = ordered(Level.class, lowerSince);
        heldBy = ordered(Level.class, heldBy);
    }

    private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> keys, Map<K, V> map) {
        Map<K, V> ordered = new EnumMap<>(keys);
        ordered.putAll(map);
        return Collections.unmodifiableMap(ordered);
    }

    /** The measure that holds the level, or held it last; null if the level is NORMAL. */
    public Measure cause() {
        return heldBy.get(level);
    }
}
