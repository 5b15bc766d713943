package io.bordergate.domain.gate.forecast;

import io.bordergate.domain.gate.GateTruck;
import io.bordergate.domain.gate.GateTrucks;
import io.bordergate.domain.gate.Opening;
import io.bordergate.domain.gate.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How many come in each step that nobody has announced yet: as many as at this time of the days before that are
 * like it came unannounced, as far ahead as the step is now; on the first day as many as in the last hours. Immutable.
 */
final class Unannounced {
    private static final int MOST_DAYS = 7;
    private static final Duration DAY = Duration.ofDays(1);
    /** What stood there when the watch began was seen all at once. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(30);

    private static final Duration LATELY = Duration.ofHours(3);

    private final double[] perStep;
    private final double[] uncertainty;

    private Unannounced(double[] perStep, double[] uncertainty) {
        this.perStep = perStep;
        this.uncertainty = uncertainty;
    }

    /** In the step of that number, from 1 on. */
    double in(int step) {
        return perStep[step - 1];
    }

    /** The variance of that number: it varies by itself, and so does the average of some days. */
    double variance(int step) {
        return perStep[step - 1] * uncertainty[step - 1];
    }

    static Unannounced of(Side side, GateTrucks trucks, Opening opening, Instant since, Steps steps) {
        Instant settled = since.plus(SETTLED_AFTER);
        int days = (int)
                Math.min(MOST_DAYS, Duration.between(settled, steps.from()).toDays());
        if (days > 0) {
            return asBefore(side, trucks, days, new LikeDays(side, opening, days, steps), steps);
        }
        double[] uncertainty = new double[Steps.COUNT];
        Arrays.fill(uncertainty, 2);
        return new Unannounced(asLately(side, trucks, settled, steps), uncertainty);
    }

    private static Unannounced asBefore(Side side, GateTrucks trucks, int days, LikeDays like, Steps steps) {
        double[] perStep = new double[Steps.COUNT];
        for (GateTruck truck : trucks.since(side, steps.from().minus(DAY.multipliedBy(days)))) {
            for (int day = 1; day <= days; day++) {
                Instant then = steps.from().minus(DAY.multipliedBy(day));
                long step = new Steps(then).numberOf(truck.arrived());
                boolean counts = step >= 1 && step <= Steps.COUNT && like.isLike(day, (int) step);
                if (counts && !truck.isAnnouncedAt(then)) {
                    perStep[(int) step - 1] += 1;
                }
            }
        }
        double[] uncertainty = new double[Steps.COUNT];
        for (int i = 0; i < perStep.length; i++) {
            int count = like.count(i + 1);
            perStep[i] /= count;
            uncertainty[i] = 1 + 1.0 / count;
        }
        return new Unannounced(perStep, uncertainty);
    }

    private static double[] asLately(Side side, GateTrucks trucks, Instant settled, Steps steps) {
        Instant now = steps.from();
        Instant begin = settled.isAfter(now.minus(LATELY)) ? settled : now.minus(LATELY);
        double stepsSeen = (double) Duration.between(begin, now).toMillis() / Steps.LENGTH.toMillis();
        double[] perStep = new double[Steps.COUNT];
        for (GateTruck truck : trucks.since(side, begin)) {
            if (!truck.arrived().isAfter(begin) || truck.arrived().isAfter(now)) {
                continue;
            }
            for (int step = 1; step <= Steps.COUNT; step++) {
                Instant known = truck.arrived()
                        .minus(Steps.LENGTH.multipliedBy(2L * step - 1).dividedBy(2));
                boolean unannounced = truck.announcement() == null
                        || truck.announcement().declared().isAfter(known);
                perStep[step - 1] += unannounced ? 1 : 0;
            }
        }
        for (int i = 0; i < perStep.length; i++) {
            perStep[i] /= stepsSeen;
        }
        return perStep;
    }
}
