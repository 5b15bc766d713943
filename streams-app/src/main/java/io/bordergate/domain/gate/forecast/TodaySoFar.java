package io.bordergate.domain.gate.forecast;

import io.bordergate.domain.gate.GateTruck;
import io.bordergate.domain.gate.GateTrucks;
import io.bordergate.domain.gate.Opening;
import io.bordergate.domain.gate.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * Whether clearly fewer trucks have come today so far than until this time of the days before that are like it, as before a
 * feast; the days before cannot tell. That more came says nothing: what comes at once when a gate opens again was held back. Immutable.
 */
final class TodaySoFar {
    private static final Duration DAY = Duration.ofDays(1);
    /** By so much of itself the number of ordinary days varies, beside chance: the two published days of August 2024 do. */
    private static final double VARIATION = 0.1;
    /** So many standard deviations are no chance. */
    private static final double CLEARLY = 2;

    private final Instant now;
    private final Instant settled;
    private final int days;
    private final int quarterHours;
    /** By days before and quarter hours before now; of both 0 is the latest. */
    private final int[][] came;

    TodaySoFar(Side side, GateTrucks trucks, Opening opening, Instant settled, int days, Instant now) {
        this.now = now;
        this.settled = settled;
        this.days = days;
        LocalDate today = opening.dateOf(now);
        quarterHours = (int) IntStream.range(0, Steps.COUNT)
                .takeWhile(i -> opening.dateOf(begin(0, i)).equals(today))
                .count();
        came = new int[days + 1][quarterHours];
        for (GateTruck truck : trucks.since(side, now.minus(DAY.multipliedBy(days + 1L)))) {
            count(truck.arrived());
        }
    }

    private void count(Instant arrived) {
        long before = Math.floorDiv(Duration.between(arrived, now).toMillis(), Steps.LENGTH.toMillis());
        long day = Math.floorDiv(before, Steps.COUNT);
        int quarterHour = (int) Math.floorMod(before, (long) Steps.COUNT);
        if (day >= 0 && day <= days && quarterHour < quarterHours) {
            came[(int) day][quarterHour]++;
        }
    }

    private Instant begin(int day, int quarterHour) {
        return now.minus(DAY.multipliedBy(day)).minus(Steps.LENGTH.multipliedBy(quarterHour + 1L));
    }

    /** What was expected of the rest of today times this is expected now; above 0 and at most 1. */
    double share(LikeDays like) {
        double today = 0;
        double before = 0;
        for (int i = 0; i < quarterHours; i++) {
            int sum = 0;
            int counted = 0;
            for (int day = 1; day <= days; day++) {
                if (like.isLike(day, 1) && !begin(day, i).isBefore(settled)) {
                    sum += came[day][i];
                    counted++;
                }
            }
            if (counted > 0) {
                today += came[0][i];
                before += (double) sum / counted;
            }
        }
        double variance = 2 * (before + 1 + Math.pow(VARIATION * before, 2));
        return before - today > CLEARLY * Math.sqrt(variance) ? (today + 1) / (before + 1) : 1;
    }
}
