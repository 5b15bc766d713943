package io.bordergate.sandbox.bench;

import io.bordergate.simulator.GateTruth;
import io.bordergate.simulator.scenario.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far forecasts of arrivals were from what really came, beside two naive ones: as many as in the same time just past, and
 * as many as at the same time yesterday. The naive ones are given the truth of the past. Not thread-safe.
 */
final class ForecastScore {
    private static final Duration DAY = Duration.ofDays(1);
    /** The forecast must know a whole day, as one of the naive ones does. */
    private final Instant from;

    private final Instant until;
    private final GateTruth truth;
    private final Map<Integer, Errors> byHours = new TreeMap<>();

    /**
     * Mean absolute errors of all forecasts so many hours ahead, in trucks.
     *
     * @param hours ahead
     * @param forecasts how many
     * @param trucks that came, on the average
     * @param ours of the product
     * @param lastValue as many as just before
     * @param yesterday as many as at the same time of the day before
     * @param within share of the forecasts whose band held the truth, 0 to 1
     */
    record Line(
            int hours, int forecasts, double trucks, double ours, double lastValue, double yesterday, double within) {}

    private static final class Errors {
        private int forecasts;
        private int within;
        private double trucks;
        private double ours;
        private double lastValue;
        private double yesterday;
    }

    ForecastScore(GateTruth truth, Instant from, Instant until) {
        this.truth = truth;
        this.from = from;
        this.until = until;
    }

    /** Counts one forecast, if all that it is held against lies within the scenario. */
    void count(String gate, Direction direction, Instant at, int hours, double trucks, double low, double high) {
        Duration ahead = Duration.ofHours(hours);
        if (at.minus(DAY).isBefore(from) || at.plus(ahead).isAfter(until)) {
            return;
        }
        int came = arrivals(gate, direction, at, ahead);
        Errors errors = byHours.computeIfAbsent(hours, any -> new Errors());
        errors.forecasts++;
        errors.within += came >= Math.floor(low) && came <= Math.ceil(high) ? 1 : 0;
        errors.trucks += came;
        errors.ours += Math.abs(trucks - came);
        errors.lastValue += Math.abs(arrivals(gate, direction, at.minus(ahead), ahead) - came);
        errors.yesterday += Math.abs(arrivals(gate, direction, at.minus(DAY), ahead) - came);
    }

    private int arrivals(String gate, Direction direction, Instant begin, Duration length) {
        return truth.arrivals(gate, direction, begin, begin.plus(length)).size();
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        byHours.forEach((hours, errors) -> {
            int n = errors.forecasts;
            lines.add(new Line(
                    hours,
                    n,
                    errors.trucks / n,
                    errors.ours / n,
                    errors.lastValue / n,
                    errors.yesterday / n,
                    (double) errors.within / n));
        });
        return lines;
    }
}
