package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Sections 2 and 3 of docs/forecast.md: how many trucks come to one side of a gate in each quarter hour ahead. Stateless. */
final class ArrivalsAhead {

    static final int STEPS = 96;
    static final Duration STEP = Duration.ofMinutes(15);

    private static final Duration UNTIL_COUNTED = Duration.ofMinutes(30);
    private static final Duration LATEST = Duration.ofHours(3);
    static final int MOST_DAYS = 7;

    private ArrivalsAhead() {}

    /** The first is that of the step from the time to a quarter hour later. Given all trucks of the side. */
    static double[] of(List<ForecastTruck> trucks, Service service, Instant at, Instant firstFact) {
        double[] ahead = new double[STEPS];
        addExpected(trucks, at, ahead);
        Instant begin = firstFact.plus(UNTIL_COUNTED);
        long days = Math.min(MOST_DAYS, Duration.between(begin, at).toDays());
        if (days > 0) {
            addAsOnDaysBefore(trucks, service, at, days, ShareToday.of(trucks, service, at, begin), ahead);
        } else {
            addAsLately(trucks, at, Lateness.later(begin, at.minus(LATEST)), ahead);
        }
        return ahead;
    }

    private static void addExpected(List<ForecastTruck> trucks, Instant at, double[] ahead) {
        Punctuality punctuality = Punctuality.of(trucks, at);
        for (ForecastTruck truck : trucks) {
            for (int i = 0; i < STEPS && truck.isExpected(at); i++) {
                ahead[i] += chance(truck, punctuality, time(at, i), time(at, i + 1));
            }
        }
    }

    private static double chance(ForecastTruck truck, Punctuality punctuality, Instant from, Instant to) {
        if (truck.way().isPresent() && truck.way().get().share(punctuality.at()) < 1) {
            Way way = truck.way().get();
            return (way.share(to) - way.share(from)) / (1 - way.share(punctuality.at()));
        }
        return truck.planned()
                .map(planned -> punctuality.chance(planned, from, to))
                .orElse(0.0);
    }

    private static void addAsOnDaysBefore(
            List<ForecastTruck> trucks, Service service, Instant at, long days, double today, double[] ahead) {
        Map<LocalDate, Boolean> open = new HashMap<>();
        LocalDate date = LocalDate.ofInstant(at, service.timeZone());
        for (int i = 0; i < STEPS; i++) {
            List<Long> like = likeDays(service, time(at, i), days, open);
            long came = 0;
            for (long day : like) {
                Instant then = at.minus(Duration.ofDays(day));
                Instant from = time(then, i);
                Instant to = time(then, i + 1);
                came += trucks.stream()
                        .filter(truck -> truck.arrivedIn(from, to) && !truck.isAnnounced(then))
                        .count();
            }
            boolean isToday =
                    LocalDate.ofInstant(time(at, i), service.timeZone()).equals(date);
            ahead[i] += (isToday ? today : 1) * came / like.size();
        }
    }

    /** The days before on whose date the side opens, if it does so on the date of that time, or does not either. */
    static List<Long> likeDays(Service service, Instant time, long days, Map<LocalDate, Boolean> open) {
        List<Long> all = LongStream.rangeClosed(1, days).boxed().toList();
        boolean opens = opens(service, time, open);
        List<Long> like = all.stream()
                .filter(day -> opens(service, time.minus(Duration.ofDays(day)), open) == opens)
                .toList();
        return like.isEmpty() ? all : like;
    }

    private static boolean opens(Service service, Instant time, Map<LocalDate, Boolean> open) {
        return open.computeIfAbsent(LocalDate.ofInstant(time, service.timeZone()), service::opensOn);
    }

    private static void addAsLately(List<ForecastTruck> trucks, Instant at, Instant begin, double[] ahead) {
        double hours = Duration.between(begin, at).toMillis() / 3_600_000.0;
        for (int i = 0; i < STEPS; i++) {
            Duration notice = STEP.multipliedBy(2L * i + 1).dividedBy(2);
            long came = trucks.stream()
                    .filter(truck -> truck.arrivedIn(begin, at) && isShort(truck, notice))
                    .count();
            ahead[i] += came / hours / 4;
        }
    }

    private static boolean isShort(ForecastTruck truck, Duration notice) {
        return truck.planned().isEmpty()
                || Duration.between(
                                        truck.declared().orElseThrow(),
                                        truck.arrived().orElseThrow())
                                .compareTo(notice)
                        < 0;
    }

    static Instant time(Instant at, int step) {
        return at.plus(STEP.multipliedBy(step));
    }
}
