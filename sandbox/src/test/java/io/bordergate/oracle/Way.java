package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Section 2 of docs/forecast.md: a truck was seen on its way, and when it should be there. Immutable. */
record Way(Instant seen, Instant eta) {

    private static final List<Double> FACTORS = List.of(0.7, 0.8, 0.9, 0.95, 1.0, 1.05, 1.1, 1.25, 1.5);

    /** The share of the factors by which it is there. */
    double share(Instant at) {
        double rest = Duration.between(seen, eta).toMillis();
        double since = Duration.between(seen, at).toMillis();
        long there = FACTORS.stream().filter(factor -> factor * rest <= since).count();
        return there / (double) FACTORS.size();
    }
}
