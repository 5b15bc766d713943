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
    WAIT;

    Thresholds thresholds(CongestionLimits limits) {
        return switch (this) {
            case OCCUPANCY -> limits.occupancy();
            case DAYS_TO_CLEAR -> limits.daysToClear();
            case WAIT -> limits.waitMinutes();
        };
    }
}
