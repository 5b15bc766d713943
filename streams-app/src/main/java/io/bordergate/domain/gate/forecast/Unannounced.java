package io.bordergate.domain.gate.forecast;

import io.bordergate.domain.gate.GateTruck;
import io.bordergate.domain.gate.GateTrucks;
import io.bordergate.domain.gate.Opening;
import io.bordergate.domain.gate.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many come in each step that nobody has announced yet: as many as at this time of the days before that are
 * like it came unannounced, as far ahead as the step is now, and for the rest of today as many fewer as today so far; on the
 * first day as many as in the last hours. Immutable.
 */
final class Unannounced {
    private static final int MOST_DAYS = 7;
    private static final Duration DAY = Duration.ofDays(1);
    /** What stood there when the watch began was seen all at once. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(30);

    private static final Duration LATELY = Duration.ofHours(3);
    /** By so much of itself the number of a day varies, beside chance. */
    private static final double VARIATION = 0.2;
    /** The same where no day is like the step: nobody knows. */
    private static final double NEW_VARIATION = 1;

    private final double[] perStep;
    /** By how much less sure an average of some days is. */
    private final double[] uncertainty;

    private final double[] variation;

    private Unannounced(double[] perStep, double[] uncertainty, double[] variation) {
        this.perStep = perStep;
        this.uncertainty = uncertainty;
        this.variation = variation;
    }

    /** In the step of that number, from 1 on. */
    double in(int step) {
        return perStep[step - 1];
    }

    /** The variance of that number by chance alone; so does the average of some days vary. */
    double variance(int step) {
        return perStep[step - 1] * uncertainty[step - 1];
    }

    /** By how much that number is more or less, beside chance, on one day than on others; all steps of a day together. */
    double deviation(int step) {
        return variation[step - 1] * perStep[step - 1] * Math.sqrt(uncertainty[step - 1]);
    }

    static Unannounced of(Side side, GateTrucks trucks, Opening opening, Instant since, Steps steps) {
        Instant settled = since.plus(SETTLED_AFTER);
        int days = (int)
                Math.min(MOST_DAYS, Duration.between(settled, steps.from()).toDays());
        if (days > 0) {
            var like = new LikeDays(side, opening, days, steps);
            double[] perStep = asBefore(side, trucks, days, like, steps);
            double share = new TodaySoFar(side, trucks, opening, settled, days, steps.from()).share(like);
            for (int i = 0; i < perStep.length && isToday(opening, steps, i); i++) {
                perStep[i] *= share;
            }
            return new Unannounced(perStep, uncertainty(like), variation(like));
        }
        double[] uncertainty = new double[Steps.COUNT];
        Arrays.fill(uncertainty, 2);
        double[] variation = new double[Steps.COUNT];
        Arrays.fill(variation, NEW_VARIATION);
        return new Unannounced(asLately(side, trucks, settled, steps), uncertainty, variation);
    }

    private static boolean isToday(Opening opening, Steps steps, int begin) {
        return opening.dateOf(steps.time(begin)).equals(opening.dateOf(steps.from()));
    }

    private static double[] uncertainty(LikeDays like) {
        return IntStream.rangeClosed(1, Steps.COUNT)
                .mapToDouble(step -> 1 + 1.0 / like.count(step))
                .toArray();
    }

    private static double[] variation(LikeDays like) {
        return IntStream.rangeClosed(1, Steps.COUNT)
                .mapToDouble(step -> like.isNew(step) ? NEW_VARIATION : VARIATION)
                .toArray();
    }

    private static double[] asBefore(Side side, GateTrucks trucks, int days, LikeDays like, Steps steps) {
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
        for (int i = 0; i < perStep.length; i++) {
            perStep[i] /= like.count(i + 1);
        }
        return perStep;
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
