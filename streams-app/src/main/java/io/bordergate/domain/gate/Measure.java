package io.bordergate.domain.gate;

import io.bordergate.domain.site.CongestionLimits;
import io.bordergate.domain.site.Thresholds;

/** What congestion is measured by. Of two at one level the first is the cause. */
public enum Measure {
    /** Trucks in the yards by their capacity. */
    OCCUPANCY,
    /** Backlog by what is cleared in a day; infinite if nothing is. */
    DAYS_TO_CLEAR,
    /** Median of the current waits, in minutes. */
    WAIT,
    /** The greatest OCCUPANCY that is ahead. */
    PREDICTION;

    /** What a level of this measure is worth: what is only predicted one less than what it predicts. */
    Level counts(Level level) {
        return this == PREDICTION ? level.oneLess() : level;
    }

    Thresholds thresholds(CongestionLimits limits) {
        return switch (this) {
            case OCCUPANCY, PREDICTION -> limits.occupancy();
            case DAYS_TO_CLEAR -> limits.daysToClear();
            case WAIT -> limits.waitMinutes();
        };
    }
}
