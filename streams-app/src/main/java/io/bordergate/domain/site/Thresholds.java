package io.bordergate.domain.site;

/**
 * From which values on a measure is BUSY, CONGESTED or CRITICAL. Immutable.
 *
 * @param busy the lowest
 * @param congested between them
 * @param critical the highest
 */
public record Thresholds(Step busy, Step congested, Step critical) {
    /** Of a measure that is not looked at: no value compares with these. */
    public static final Thresholds OFF = of(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /**
     * One level's. Immutable.
     *
     * @param up the level begins at this value
     * @param down and holds down to this one, which is lower
     */
    public record Step(double up, double down) {}

    /** Up and down of each level, the lowest level first. */
    public static Thresholds of(
            double busyUp,
            double busyDown,
            double congestedUp,
            double congestedDown,
            double criticalUp,
            double criticalDown) {
        return new Thresholds(
                new Step(busyUp, busyDown), new Step(congestedUp, congestedDown), new Step(criticalUp, criticalDown));
    }

    public boolean isOff() {
        return Double.isNaN(busy.up());
    }
}
