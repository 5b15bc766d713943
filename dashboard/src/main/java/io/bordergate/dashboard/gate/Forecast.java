package io.bordergate.dashboard.gate;

import io.bordergate.event.TradeDirection;
import java.time.Instant;
import java.util.List;

/**
 * What is ahead of a gate in the next 24 hours. Immutable; docs/forecast.md.
 *
 * @param at when it was made
 * @param occupancy at the end of each of the next quarter hours, above 1 if trucks will stand outside; empty without capacity
 * @param minutesToCongested null if not within 24 hours
 * @param minutesToCritical null if not within 24 hours
 * @param sides EXPORT, then IMPORT
 */
public record Forecast(
        Instant at, List<Double> occupancy, Integer minutesToCongested, Integer minutesToCritical, List<Side> sides) {

    public Forecast {
        occupancy = List.copyOf(occupancy);
        sides = List.copyOf(sides);
    }

    /**
     * What is ahead of one side. Immutable.
     *
     * @param expectedTrucks that are declared or on their way
     * @param perHour arrivals in each of the next 24 hours
     * @param queue trucks that wait at the end of each of them
     * @param servicePerHour cleared in an hour of open time
     * @param waitMedianSeconds of a truck that arrives now; null if nothing is served, or not within a week
     * @param waitP95Seconds null without trucks that were cleared
     */
    public record Side(
            TradeDirection direction,
            int expectedTrucks,
            List<Arrivals> arrivals,
            List<Double> perHour,
            List<Double> queue,
            double servicePerHour,
            Long waitMedianSeconds,
            Long waitP95Seconds) {

        public Side {
            arrivals = List.copyOf(arrivals);
            perHour = List.copyOf(perHour);
            queue = List.copyOf(queue);
        }
    }

    /** How many trucks are expected in so many hours; between low and high in 8 of 10 cases. Immutable. */
    public record Arrivals(int hours, double trucks, double low, double high) {}
}
