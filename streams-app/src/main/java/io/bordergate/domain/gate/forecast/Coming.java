package io.bordergate.domain.gate.forecast;

import io.bordergate.domain.gate.ExpectedTruck;
import java.time.Duration;
import java.time.Instant;

/** When one expected truck comes: the probability of each step. Immutable. */
final class Coming {
    /** By how much the rest of the way may take longer than it should, each as likely as the others; figures of the team. */
    private static final double[] FACTORS = {0.7, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.25, 1.5};

    private final ExpectedTruck truck;
    private final Punctuality punctuality;
    private final boolean byPosition;
    /** The probability that it would have come by now, as it has not. */
    private final double missed;

    Coming(ExpectedTruck truck, Punctuality punctuality, Instant now) {
        this.truck = truck;
        this.punctuality = punctuality;
        double missedByPosition = truck.isOnItsWay() ? shareBy(now) : 1;
        this.byPosition = missedByPosition < 1;
        this.missed = byPosition ? missedByPosition : truck.announcement() == null ? 1 : byPlan(now);
    }

    /** That it has come by a time from now on. */
    double by(Instant t) {
        if (missed >= 1) {
            return 0;
        }
        return ((byPosition ? shareBy(t) : byPlan(t)) - missed) / (1 - missed);
    }

    private double byPlan(Instant t) {
        return punctuality.hasCome(truck.announcement().planned(), t);
    }

    private double shareBy(Instant t) {
        double way = Duration.between(truck.seen(), truck.eta()).toMillis();
        long gone = Duration.between(truck.seen(), t).toMillis();
        int count = 0;
        for (double factor : FACTORS) {
            count += factor * way <= gone ? 1 : 0;
        }
        return (double) count / FACTORS.length;
    }
}
