package io.bordergate.domain.site;

import java.time.Duration;

/**
 * When a gate is congested. The figures of the default are of the team, after thresholds in use elsewhere. Immutable.
 *
 * @param occupancy trucks in the yards by their capacity
 * @param daysToClear backlog by what was cleared in a day
 * @param waitMinutes median of the current waits
 * @param hold how long a level must have been lower before it falls
 */
public record CongestionLimits(Thresholds occupancy, Thresholds daysToClear, Thresholds waitMinutes, Duration hold) {
    public static final CongestionLimits DEFAULT = new CongestionLimits(
            Thresholds.of(0.65, 0.55, 0.80, 0.70, 0.95, 0.85),
            Thresholds.of(1.0, 0.8, 2.0, 1.6, 4.0, 3.2),
            Thresholds.OFF,
            Duration.ofMinutes(30));
}
