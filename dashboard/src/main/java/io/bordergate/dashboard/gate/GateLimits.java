package io.bordergate.dashboard.gate;

import io.bordergate.event.CongestionCause;
import io.bordergate.event.CongestionLevel;

/**
 * From which values on a gate is congested, as its site file says or, where that says nothing, as docs/gates.md does.
 * Immutable.
 *
 * @param occupancy ratio; null if the measure is off
 * @param daysToClear days; null if off
 * @param waitMinutes minutes; null if off
 */
public record GateLimits(Steps occupancy, Steps daysToClear, Steps waitMinutes) {
    public static final GateLimits DEFAULT = new GateLimits(
            new Steps(new Step(0.65, 0.55), new Step(0.80, 0.70), new Step(0.95, 0.85)),
            new Steps(new Step(1.0, 0.8), new Step(2.0, 1.6), new Step(4.0, 3.2)),
            null);

    /** A level begins at up, and holds down to down. Immutable. */
    public record Step(double up, double down) {}

    /** The steps of one measure. Immutable. */
    public record Steps(Step busy, Step congested, Step critical) {

        /** Null for a level that none of them leads to. */
        Step of(CongestionLevel level) {
            return switch (level) {
                case BUSY -> busy;
                case CONGESTED -> congested;
                case CRITICAL -> critical;
                case NORMAL, UNKNOWN -> null;
            };
        }
    }

    /** The step by which a measure holds a level; null if it cannot. A prediction counts one level less than it says. */
    public Step step(CongestionCause measure, CongestionLevel level) {
        Steps steps = switch (measure) {
            case OCCUPANCY, PREDICTION -> occupancy;
            case DAYS_TO_CLEAR -> daysToClear;
            case WAIT -> waitMinutes;
            case UNKNOWN -> null;
        };
        if (steps == null) {
            return null;
        }
        return steps.of(measure == CongestionCause.PREDICTION ? above(level) : level);
    }

    private static CongestionLevel above(CongestionLevel level) {
        return switch (level) {
            case BUSY -> CongestionLevel.CONGESTED;
            case CONGESTED -> CongestionLevel.CRITICAL;
            case NORMAL, CRITICAL, UNKNOWN -> CongestionLevel.UNKNOWN;
        };
    }
}
