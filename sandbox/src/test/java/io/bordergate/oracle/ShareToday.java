package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Section 3 of docs/forecast.md, fewer than usual today: the factor of what is expected in the rest of the date, from what came
 * of it so far. Stateless.
 */
final class ShareToday {

    private static final double ORDINARY = 0.1;

    private ShareToday() {}

    /** Given all trucks of the side, and when half an hour has passed since the first fact. */
    static double of(List<ForecastTruck> trucks, Service service, Instant at, Instant begin) {
        long days =
                Math.min(ArrivalsAhead.MOST_DAYS, Duration.between(begin, at).toDays());
        List<Long> like = ArrivalsAhead.likeDays(service, at, days, new HashMap<>());
        LocalDate date = LocalDate.ofInstant(at, service.timeZone());
        double a = 0;
        double b = 0;
        for (int j = 0; j < ArrivalsAhead.STEPS; j++) {
            Instant from = ArrivalsAhead.time(at, -j - 1);
            boolean isToday = LocalDate.ofInstant(from, service.timeZone()).equals(date);
            OptionalDouble usual = isToday ? usual(trucks, from, like, begin) : OptionalDouble.empty();
            if (usual.isPresent()) {
                a += arrivals(trucks, from);
                b += usual.getAsDouble();
            }
        }
        double chance = 2 * (b + 1 + ORDINARY * b * ORDINARY * b);
        return b - a > 2 * Math.sqrt(chance) ? (a + 1) / (b + 1) : 1;
    }

    /** In that quarter hour of the days on which it counts. */
    private static OptionalDouble usual(List<ForecastTruck> trucks, Instant from, List<Long> days, Instant begin) {
        return days.stream()
                .map(day -> from.minus(Duration.ofDays(day)))
                .filter(then -> !then.isBefore(begin))
                .mapToLong(then -> arrivals(trucks, then))
                .average();
    }

    private static long arrivals(List<ForecastTruck> trucks, Instant from) {
        return trucks.stream()
                .filter(truck -> truck.arrivedIn(from, from.plus(ArrivalsAhead.STEP)))
                .count();
    }
}
