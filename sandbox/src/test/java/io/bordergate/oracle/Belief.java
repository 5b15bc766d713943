package io.bordergate.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Section 2 of docs/positions.md: believes or doubts the fixes of one truck, which it is shown in the order of their
 * times, from the first one on. Not thread-safe.
 */
final class Belief {

    private static final int SUSPECTS_BELIEVED = 3;

    private final Optional<Double> maxSpeedKmh;
    private final List<Fix> suspects = new ArrayList<>();
    private Optional<Fix> lastAccepted = Optional.empty();

    Belief(Optional<Double> maxSpeedKmh) {
        this.maxSpeedKmh = maxSpeedKmh;
    }

    /** What becomes of a whole way. */
    static List<Step> steps(List<Fix> inOrder, Optional<Double> maxSpeedKmh) {
        Belief belief = new Belief(maxSpeedKmh);
        return inOrder.stream().map(belief::next).toList();
    }

    private Step next(Fix fix) {
        if (fix.vague()) {
            return new Step(fix, Step.Verdict.SIGN_OF_LIFE);
        }
        if (lastAccepted.isEmpty() || canReach(lastAccepted.get(), fix)) {
            return accept(fix, Step.Verdict.ACCEPTED);
        }
        if (!suspects.isEmpty() && !canReach(suspects.get(suspects.size() - 1), fix)) {
            suspects.clear();
        }
        suspects.add(fix);
        return suspects.size() == SUSPECTS_BELIEVED
                ? accept(fix, Step.Verdict.ACCEPTED_AFTER_BREAK)
                : new Step(fix, Step.Verdict.SIGN_OF_LIFE);
    }

    private Step accept(Fix fix, Step.Verdict verdict) {
        suspects.clear();
        lastAccepted = Optional.of(fix);
        return new Step(fix, verdict);
    }

    private boolean canReach(Fix from, Fix to) {
        if (maxSpeedKmh.isEmpty()) {
            return true;
        }
        double hours = Duration.between(from.eventTime(), to.eventTime()).toMillis() / 3_600_000.0;
        return Globe.metres(from.at(), to.at()) / 1000 <= maxSpeedKmh.get() * hours;
    }
}
