package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * docs/forecast.md, what is ahead of one side of a gate: who waits at a time, how many come in each quarter hour after it,
 * and how many are cleared per hour of open time. Immutable.
 */
record SideAhead(List<GateTruck> backlog, List<Double> arrivals, double perHour, Service service, Instant at) {

    static final Duration DAY = Duration.ofHours(24);

    private static final int STEPS_PER_HOUR = 4;
    private static final double ROUNDING = 1e-6;
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    /** Given all trucks of the gate. */
    static SideAhead of(
            List<GateTruck> trucks, List<ForecastTruck> forecast, Service service, Instant at, Instant firstFact) {
        String side = service.side();
        List<GateTruck> ofSide =
                trucks.stream().filter(truck -> truck.side().equals(side)).toList();
        List<ForecastTruck> toCome =
                forecast.stream().filter(truck -> truck.side().equals(side)).toList();
        Clearance clearance = at.isBefore(firstFact.plus(DAY))
                ? Clearance.lately(ofSide, service, at)
                : Clearance.aDay(ofSide, service, at);
        return new SideAhead(
                ofSide.stream().filter(truck -> truck.waits(at)).toList(),
                Arrays.stream(ArrivalsAhead.of(toCome, service, at, firstFact))
                        .boxed()
                        .toList(),
                clearance.perHour(),
                service,
                at);
    }

    double[] growth() {
        return QueueAhead.growth(
                backlog.size(),
                arrivals.stream().mapToDouble(Double::doubleValue).toArray(),
                perHour,
                service,
                at);
    }

    /** How many are expected to come in the next hours, of those hours that follow the first so many. */
    double expected(int fromHours, int toHours) {
        return IntStream.range(fromHours * STEPS_PER_HOUR, toHours * STEPS_PER_HOUR)
                .mapToDouble(arrivals::get)
                .sum();
    }

    /** In the next 24 hours. */
    Duration openTime() {
        return service.openTime(at, at.plus(DAY));
    }

    /** In the next 24 hours, if there are enough of them. */
    double cleared() {
        return perHour * Clearance.hours(openTime());
    }

    /** Of a truck that comes now; cut to whole seconds, but for what only rounding makes less than one. */
    Optional<Duration> predictedWait() {
        if (perHour == 0) {
            return Optional.empty();
        }
        Duration needed = Duration.ofSeconds((long) ((backlog.size() + 1) / perHour * 3600 + ROUNDING));
        return service.timeUntil(at, needed, LONGEST_WAIT);
    }
}
