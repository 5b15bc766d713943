package io.bordergate.domain.site;

import java.time.Duration;

/** How long loaded trucks take over a distance, stops included; figures of the team, not measured. */
public final class RoadTime {
    /** Roads of the border hills are longer than the straight line, by about this. */
    private static final double DETOUR = 1.4;

    private static final double METRES_PER_SECOND = 35 / 3.6;

    private RoadTime() {}

    /** As the crow flies; in whole seconds. */
    public static Duration over(double metres) {
        return Duration.ofSeconds(Math.round(metres * DETOUR / METRES_PER_SECOND));
    }
}
