package io.bordergate.domain.gate;

import io.bordergate.domain.site.Thresholds;
import io.bordergate.domain.site.Thresholds.Step;
import java.util.List;

/** How congested a gate or one of its sides is, in rising order. */
public enum Level {
    NORMAL,
    BUSY,
    CONGESTED,
    CRITICAL;

    /** All but NORMAL, in rising order. */
    static final List<Level> RAISED = List.of(BUSY, CONGESTED, CRITICAL);

    /** Of one measure: the highest that its value reaches or, up to the one it had, holds. */
    static Level of(double value, Thresholds thresholds, Level before) {
        Level found = NORMAL;
        for (Level level : RAISED) {
            Step step = level.step(thresholds);
            if (value >= step.up() || (value >= step.down() && !level.isAbove(before))) {
                found = level;
            }
        }
        return found;
    }

    /** NORMAL has none below it. */
    Level oneLess() {
        return switch (this) {
            case NORMAL, BUSY -> NORMAL;
            case CONGESTED -> BUSY;
            case CRITICAL -> CONGESTED;
        };
    }

    boolean isAbove(Level other) {
        return compareTo(other) > 0;
    }

    Step step(Thresholds thresholds) {
        return switch (this) {
            case NORMAL -> throw new IllegalStateException("NORMAL has no threshold");
            case BUSY -> thresholds.busy();
            case CONGESTED -> thresholds.congested();
            case CRITICAL -> thresholds.critical();
        };
    }
}
