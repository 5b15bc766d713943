package io.bordergate.simulator.scenario;

import io.bordergate.simulator.scenario.Opening.Hours;
import java.time.LocalTime;
import java.util.List;

/** How events spread over a day: within some hours, by the weights of equal parts of these; local time, immutable. */
public record Rhythm(Hours hours, List<Double> weights) {

    /** At any time of day alike. */
    public static final Rhythm ALL_DAY = new Rhythm(new Hours(LocalTime.MIN, LocalTime.MAX), List.of(1.0));

    public Rhythm {
        weights = List.copyOf(weights);
    }

    /** The time of day for a draw from 0 to 1. */
    public LocalTime at(double draw) {
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        double left = draw * total;
        int part = 0;
        while (part < weights.size() - 1 && left >= weights.get(part)) {
            left -= weights.get(part);
            part++;
        }
        double fraction = (part + left / weights.get(part)) / weights.size();
        return hours.from().plusNanos((long) (hours.length().toNanos() * Math.min(fraction, 0.999999)));
    }
}
