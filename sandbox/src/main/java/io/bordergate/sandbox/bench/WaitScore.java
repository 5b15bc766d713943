package io.bordergate.sandbox.bench;

import io.bordergate.simulator.GateTruth;
import io.bordergate.simulator.GateTruth.GateVisit;
import io.bordergate.simulator.scenario.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far predicted waits were from those of the trucks that joined then, beside two naive ones: what was waited by the trucks
 * that were cleared last, and by those that joined at the same time yesterday. The naive ones are given the truth of the past.
 * Not thread-safe.
 */
final class WaitScore {
    private static final Duration DAY = Duration.ofDays(1);
    /** Who joins within it joins at the time of the forecast. */
    private static final Duration JOINING = Duration.ofHours(1);

    private static final Duration LATELY = Duration.ofHours(3);

    private final GateTruth truth;
    private final Instant from;
    private int predictions;
    private double waited;
    private double ours;
    private double lastValue;
    private double yesterday;
    private int within;

    WaitScore(GateTruth truth, Instant from) {
        this.truth = truth;
        this.from = from;
    }

    /** Counts one prediction, if all that it is held against is known. */
    void count(String gate, Direction direction, Instant at, Duration median, Duration p95) {
        if (at.minus(DAY).isBefore(from)) {
            return;
        }
        Optional<Duration> now = median(truth.arrivals(gate, direction, at, at.plus(JOINING)));
        Optional<Duration> last = median(truth.cleared(gate, direction, at.minus(LATELY), at));
        Optional<Duration> before = median(
                truth.arrivals(gate, direction, at.minus(DAY), at.minus(DAY).plus(JOINING)));
        if (now.isEmpty() || last.isEmpty() || before.isEmpty()) {
            return;
        }
        predictions++;
        waited += hours(now.get());
        ours += error(median, now.get());
        lastValue += error(last.get(), now.get());
        yesterday += error(before.get(), now.get());
        within += p95 != null && now.get().compareTo(p95) <= 0 ? 1 : 0;
    }

    /** Of those that were cleared in the end. */
    private static Optional<Duration> median(List<GateVisit> visits) {
        List<Duration> waits = visits.stream()
                .flatMap(visit -> visit.waited().stream())
                .sorted()
                .toList();
        return waits.isEmpty() ? Optional.empty() : Optional.of(waits.get(waits.size() / 2));
    }

    private static double error(Duration said, Duration waited) {
        return Math.abs(hours(said) - hours(waited));
    }

    private static double hours(Duration wait) {
        return wait.toSeconds() / 3_600.0;
    }

    /** Mean absolute errors of all predictions, in hours; null without any. */
    Line line() {
        return predictions == 0
                ? null
                : new Line(
                        predictions,
                        waited / predictions,
                        ours / predictions,
                        lastValue / predictions,
                        yesterday / predictions,
                        (double) within / predictions);
    }

    /**
     * What is printed.
     *
     * @param predictions how many
     * @param waited the median wait of who joined within the hour, on the average
     * @param within share of the predictions whose 95th percentile was not exceeded by that median, 0 to 1
     */
    record Line(int predictions, double waited, double ours, double lastValue, double yesterday, double within) {}
}
