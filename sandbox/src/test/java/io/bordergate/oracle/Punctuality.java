package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Section 2 of docs/forecast.md: how late the trucks of one side of a gate come, as known at a time, and how many of them
 * at all. Delays are in milliseconds. Immutable.
 */
record Punctuality(Instant at, List<Long> delays, double everCome) {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Integer> IMAGINED_MINUTES = List.of(-60, -15, 0, 30, 120);
    private static final int IMAGINED = 20;
    private static final int IMAGINED_COME = 19;

    /** Given all trucks of the side. */
    static Punctuality of(List<ForecastTruck> trucks, Instant at) {
        Instant begin = at.minus(WEEK);
        LongStream seen = trucks.stream()
                .filter(truck -> truck.arrivedIn(begin, at) && !truck.movedIn())
                .filter(truck -> truck.isAnnounced(truck.arrived().orElseThrow()))
                .mapToLong(truck -> Duration.between(
                                truck.planned().orElseThrow(), truck.arrived().orElseThrow())
                        .toMillis());
        LongStream imagined = IMAGINED_MINUTES.stream()
                .mapToLong(minutes -> Duration.ofMinutes(minutes).toMillis());
        List<ForecastTruck> due =
                trucks.stream().filter(truck -> isDue(truck, begin, at)).toList();
        long come = due.stream().filter(truck -> truck.hasArrived(at)).count();
        return new Punctuality(
                at,
                LongStream.concat(seen, imagined).boxed().toList(),
                (come + IMAGINED_COME) / (double) (due.size() + IMAGINED));
    }

    private static boolean isDue(ForecastTruck truck, Instant begin, Instant at) {
        if (truck.planned().isEmpty()) {
            return false;
        }
        Instant planned = truck.planned().get();
        boolean isInTime = planned.isAfter(begin) && !planned.isAfter(at.minus(DAY)) && truck.isAnnounced(planned);
        boolean isGone = truck.left().isPresent() && truck.left().get().isBefore(begin);
        return isInTime && !truck.movedIn() && !isGone;
    }

    /** How likely a truck that has not come until now comes in between. */
    double chance(Instant planned, Instant from, Instant to) {
        double come = everCome * (share(planned, to) - share(planned, from));
        return come / (1 - everCome * share(planned, at));
    }

    private double share(Instant planned, Instant until) {
        long delay = Duration.between(planned, until).toMillis();
        long notLater = delays.stream().filter(some -> some <= delay).count();
        return notLater / (double) delays.size();
    }
}
