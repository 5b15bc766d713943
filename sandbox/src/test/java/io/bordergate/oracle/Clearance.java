package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Section 4 of docs/gates.md: what one side of a gate cleared in a stretch of so much open time. Immutable. */
record Clearance(int trucks, Duration openTime) {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LATELY = Duration.ofHours(3);

    /** In as much open time as an average day of the last week has. Given all trucks of the side. */
    static Clearance aDay(List<GateTruck> trucks, Service service, Instant time) {
        Optional<Instant> end = service.lastOpen(time);
        if (end.isEmpty()) {
            return new Clearance(0, Duration.ZERO);
        }
        Duration averageDay = service.openTime(end.get().minus(WEEK), end.get()).dividedBy(7);
        Instant latest = service.stretchBefore(end.get(), averageDay);
        Instant dayBefore = end.get().minus(Duration.ofDays(1));
        boolean isLonger = averageDay.isZero() || !latest.isAfter(dayBefore);
        Instant begin = isLonger ? latest : service.closedSince(latest, dayBefore);
        return new Clearance(cleared(trucks, begin, end.get()), averageDay);
    }

    /** In the latest three hours of open time, or in as many as there are in a week. */
    static Clearance lately(List<GateTruck> trucks, Service service, Instant time) {
        Duration inWeek = service.openTime(time.minus(WEEK), time);
        boolean isEnough = inWeek.compareTo(LATELY) >= 0;
        Instant begin = isEnough ? service.stretchBefore(time, LATELY) : time.minus(WEEK);
        return new Clearance(cleared(trucks, begin, time), isEnough ? LATELY : inWeek);
    }

    private static int cleared(List<GateTruck> trucks, Instant begin, Instant end) {
        return (int) trucks.stream()
                .flatMap(truck -> truck.cleared().stream())
                .filter(at -> at.isAfter(begin) && !at.isAfter(end))
                .count();
    }

    /** Trucks per hour of open time; nothing if there is none. */
    double perHour() {
        return openTime.isZero() ? 0 : trucks / hours(openTime);
    }

    static double hours(Duration time) {
        return time.toMillis() / 3_600_000.0;
    }
}
