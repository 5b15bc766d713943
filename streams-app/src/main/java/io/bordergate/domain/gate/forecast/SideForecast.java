package io.bordergate.domain.gate.forecast;

import io.bordergate.domain.gate.Side;
import java.util.List;

/**
 * What is ahead of one side of a gate. Immutable; docs/forecast.md defines each figure.
 *
 * @param expectedTrucks that are announced or on their way
 * @param arrivals in the next 1, 3, 6, 12 and 24 hours
 * @param perHour arrivals in each of the next 24 hours
 * @param queue trucks that wait at the end of each of them
 * @param servicePerHour trucks that are cleared in an hour of open time
 * @param predictedWait of a truck that arrives now; null if that cannot be said
 */
public record SideForecast(
        Side side,
        int expectedTrucks,
        List<ExpectedArrivals> arrivals,
        List<Double> perHour,
        List<Double> queue,
        double servicePerHour,
        PredictedWait predictedWait) {
    public SideForecast {
        arrivals = List.copyOf(arrivals);
        perHour = List.copyOf(perHour);
        queue = List.copyOf(queue);
    }
}
