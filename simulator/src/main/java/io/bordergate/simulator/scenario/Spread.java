package io.bordergate.simulator.scenario;

/** A lognormal quantity by its median and 95th percentile, never above the cap; immutable. */
public record Spread(double median, double p95, double cap) {

    private static final double NORMAL_AT_P95 = 1.6448536269514722;
    private static final double SMALLEST_PART_OF_MEDIAN = 0.2;

    /** The value that belongs to a standard normal draw. */
    public double at(double normal) {
        double sigma = StrictMath.log(p95 / median) / NORMAL_AT_P95;
        double value = median * StrictMath.exp(normal * sigma);
        return Math.min(cap, Math.max(median * SMALLEST_PART_OF_MEDIAN, value));
    }
}
