package io.bordergate.domain.gate.forecast;

import io.bordergate.domain.gate.ExpectedTrucks;
import io.bordergate.domain.gate.GateTrucks;
import io.bordergate.domain.gate.Load;
import io.bordergate.domain.gate.Opening;
import io.bordergate.domain.gate.Side;
import io.bordergate.domain.site.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the forecast of one gate from what is known of it at a moment. Immutable; each forecast is made anew. */
public final class Forecaster {
    private static final List<Integer> HORIZONS = List.of(1, 3, 6, 12, 24);
    /** Before, the rate of arrivals is not known. */
    private static final Duration FIRST_AFTER = Duration.ofHours(1);
    /** Before, what is cleared in a day is not known. */
    private static final Duration DAY = Duration.ofDays(1);

    private static final double FOUR_DECIMALS = 10_000;

    private final GateTrucks trucks;
    private final ExpectedTrucks expected;
    private final Opening opening;
    private final Thresholds thresholds;

    /** The thresholds are those of OCCUPANCY. */
    public Forecaster(GateTrucks trucks, ExpectedTrucks expected, Opening opening, Thresholds thresholds) {
        this.trucks = trucks;
        this.expected = expected;
        this.opening = opening;
        this.thresholds = thresholds;
    }

    /** Null in the first hour of the gate. */
    public GateForecast forecast(Instant now, Instant since, Map<Side, Load> loads, int yardTrucks, int yardCapacity) {
        if (now.isBefore(since.plus(FIRST_AFTER))) {
            return null;
        }
        Map<Side, SideForecast> sides = new EnumMap<>(Side.class);
        List<Queue> queues = new ArrayList<>();
        loads.forEach((side, load) -> {
            var arrivals = new Arrivals(side, trucks, expected, opening, since, now);
            boolean dayKnown = !now.isBefore(since.plus(DAY));
            Double service = dayKnown ? load.clearedAnHour() : load.serviceRate();
            var queue = new Queue(side, load, opening, service == null ? 0 : service, arrivals, now);
            queues.add(queue);
            sides.put(side, ofSide(side, arrivals, queue));
        });
        List<Double> occupancy = yardCapacity == 0 ? List.of() : occupancy(queues, yardTrucks, yardCapacity);
        var forecast = new GateForecast(now, sides, occupancy, null, null);
        if (occupancy.isEmpty()) {
            return forecast;
        }
        double occupied = (double) yardTrucks / yardCapacity;
        return new GateForecast(
                now,
                sides,
                occupancy,
                timeTo(thresholds.congested().up(), occupied, forecast),
                timeTo(thresholds.critical().up(), occupied, forecast));
    }

    private static SideForecast ofSide(Side side, Arrivals arrivals, Queue queue) {
        return new SideForecast(
                side,
                arrivals.expectedTrucks(),
                HORIZONS.stream().map(arrivals::within).toList(),
                hours().map(hour -> IntStream.rangeClosed((hour - 1) * Steps.PER_HOUR + 1, hour * Steps.PER_HOUR)
                                .mapToDouble(arrivals::in)
                                .sum())
                        .toList(),
                hours().map(hour -> queue.after(hour * Steps.PER_HOUR)).toList(),
                queue.servicePerHour(),
                queue.predictedWait(side));
    }

    private static Stream<Integer> hours() {
        return IntStream.rangeClosed(1, Steps.COUNT / Steps.PER_HOUR).boxed();
    }

    /** Who waits and stands in no yard wants room there, too. */
    private static List<Double> occupancy(List<Queue> queues, int yardTrucks, int capacity) {
        double backlog = queues.stream().mapToDouble(queue -> queue.after(0)).sum();
        double now = Math.max(yardTrucks, backlog);
        return IntStream.rangeClosed(1, Steps.COUNT)
                .mapToObj(step -> {
                    double ahead = queues.stream()
                            .mapToDouble(queue -> queue.after(step))
                            .sum();
                    double ratio = Math.max(0, now + ahead - backlog) / capacity;
                    return Math.round(ratio * FOUR_DECIMALS) / FOUR_DECIMALS;
                })
                .toList();
    }

    private static Duration timeTo(double level, double occupied, GateForecast forecast) {
        Instant reached = forecast.reaches(level);
        if (occupied >= level) {
            return Duration.ZERO;
        }
        return reached == null ? null : Duration.between(forecast.at(), reached);
    }
}
