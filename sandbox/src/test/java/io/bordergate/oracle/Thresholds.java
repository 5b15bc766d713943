package io.bordergate.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Of BUSY, CONGESTED and CRITICAL, in this order, the value that begins it and the lower one down to which it holds. Immutable. */
record Thresholds(List<Double> up, List<Double> down) {

    private static final List<Level> LEVELS = List.of(Level.BUSY, Level.CONGESTED, Level.CRITICAL);

    /** Three pairs by the names of the levels. */
    static Thresholds of(JsonNode levels) {
        List<Double> up = new ArrayList<>();
        List<Double> down = new ArrayList<>();
        for (String level : List.of("busy", "congested", "critical")) {
            up.add(levels.path(level).path(0).asDouble());
            down.add(levels.path(level).path(1).asDouble());
        }
        return new Thresholds(up, down);
    }

    /** Of a level above NORMAL. */
    double up(Level level) {
        return up.get(LEVELS.indexOf(level));
    }

    double down(Level level) {
        return down.get(LEVELS.indexOf(level));
    }

    /** Where a measure stands that stood at that level a minute before. */
    Level level(double value, Level before) {
        Level level = Level.NORMAL;
        for (int i = 0; i < LEVELS.size(); i++) {
            Level next = LEVELS.get(i);
            boolean holds = next.compareTo(before) <= 0 && value >= down.get(i);
            if (holds || value >= up.get(i)) {
                level = next;
            }
        }
        return level;
    }
}
