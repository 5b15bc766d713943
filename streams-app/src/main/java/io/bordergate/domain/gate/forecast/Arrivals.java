package io.bordergate.domain.gate.forecast;

import io.bordergate.domain.gate.ExpectedTruck;
import io.bordergate.domain.gate.ExpectedTrucks;
import io.bordergate.domain.gate.GateTrucks;
import io.bordergate.domain.gate.Opening;
import io.bordergate.domain.gate.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The arrivals on one side of a gate in the next day, quarter hour by quarter hour. Immutable. */
final class Arrivals {
    /** Of a normal distribution, eight times in ten the value lies so many deviations around its mean. */
    private static final double DEVIATIONS = 1.2816;

    private final Steps steps;
    private final List<Coming> expected = new ArrayList<>();
    private final Unannounced unannounced;
    private final double[] perStep = new double[Steps.COUNT];

    Arrivals(Side side, GateTrucks trucks, ExpectedTrucks expectedTrucks, Opening opening, Instant since, Instant now) {
        steps = new Steps(now);
        Punctuality punctuality = Punctuality.of(side, trucks, expectedTrucks, now);
        for (ExpectedTruck truck : expectedTrucks.of(side)) {
            if (truck.isExpectedAt(now)) {
                expected.add(new Coming(truck, punctuality, now));
            }
        }
        unannounced = Unannounced.of(side, trucks, opening, since, steps);
        for (Coming truck : expected) {
            add(truck);
        }
        for (int i = 0; i < perStep.length; i++) {
            perStep[i] += unannounced.in(i + 1);
        }
    }

    private void add(Coming truck) {
        double before = 0;
        for (int i = 0; i < perStep.length; i++) {
            double by = truck.by(steps.time(i + 1));
            perStep[i] += by - before;
            before = by;
        }
    }

    /** Trucks that may come and are known of. */
    int expectedTrucks() {
        return expected.size();
    }

    /** In the step of that number, from 1 on. */
    double in(int step) {
        return perStep[step - 1];
    }

    ExpectedArrivals within(int hours) {
        int last = hours * Steps.PER_HOUR;
        double trucks = 0;
        double variance = 0;
        double deviation = 0;
        for (int i = 0; i < last; i++) {
            trucks += perStep[i];
            variance += unannounced.variance(i + 1);
            deviation += unannounced.deviation(i + 1);
        }
        for (Coming truck : expected) {
            double comes = truck.by(steps.time(last));
            variance += comes * (1 - comes);
        }
        double margin = DEVIATIONS * Math.sqrt(Math.max(0, variance) + deviation * deviation);
        return new ExpectedArrivals(hours, trucks, Math.max(0, trucks - margin), trucks + margin);
    }
}
