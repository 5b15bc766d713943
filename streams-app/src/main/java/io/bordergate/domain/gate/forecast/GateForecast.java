package io.bordergate.domain.gate.forecast;

import io.bordergate.domain.gate.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is ahead of one gate in the next 24 hours. Immutable; docs/forecast.md defines each figure.
 *
 * @param at when it was made
 * @param occupancy by quarter hours: trucks that want room in the yards by their capacity; empty without a capacity
 * @param toCongested until the occupancy reaches that level; null if it does not
 * @param toCritical the same
 */
public record GateForecast(
        Instant at, Map<Side, SideForecast> sides, List<Double> occupancy, Duration toCongested, Duration toCritical) {
    public GateForecast {
        sides = Map.copyOf(sides);
        occupancy = List.copyOf(occupancy);
    }

    /** Null without a capacity. */
    public Double greatestOccupancy() {
        return occupancy.isEmpty()
                ? null
                : occupancy.stream().mapToDouble(Double::doubleValue).max().getAsDouble();
    }

    /** When the occupancy ahead reaches a value first; null if it does not. */
    public Instant reaches(double value) {
        for (int i = 0; i < occupancy.size(); i++) {
            if (occupancy.get(i) >= value) {
                return new Steps(at).time(i + 1);
            }
        }
        return null;
    }
}
