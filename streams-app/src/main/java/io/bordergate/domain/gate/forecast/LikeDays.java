package io.bordergate.domain.gate.forecast;

import io.bordergate.domain.gate.Opening;
import io.bordergate.domain.gate.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which of the days before are like the one in which a step lies: on which the gate was open at all if it will be then, and closed
 * all day if it will be then. If none is like it, all are. Immutable.
 */
final class LikeDays {
    private static final Duration DAY = Duration.ofDays(1);

    /** For each step the numbers of days, from 1 on. */
    private final BitSet[] byStep = new BitSet[Steps.COUNT];

    private final BitSet newSteps = new BitSet();

    LikeDays(Side side, Opening opening, int days, Steps steps) {
        // There are few dates, and it takes a while to find out.
        Map<LocalDate, Boolean> opens = new HashMap<>();
        Predicate<Instant> opensThen =
                time -> opens.computeIfAbsent(opening.dateOf(time), date -> opening.opensOn(side, date));
        for (int step = 1; step <= Steps.COUNT; step++) {
            Instant begin = steps.time(step - 1);
            boolean open = opensThen.test(begin);
            var like = new BitSet();
            for (int day = 1; day <= days; day++) {
                like.set(day, opensThen.test(begin.minus(DAY.multipliedBy(day))) == open);
            }
            if (like.isEmpty()) {
                newSteps.set(step);
                like.set(1, days + 1);
            }
            byStep[step - 1] = like;
        }
    }

    boolean isLike(int day, int step) {
        return byStep[step - 1].get(day);
    }

    /** Whether no day is like it. */
    boolean isNew(int step) {
        return newSteps.get(step);
    }

    /** How many are like it; at least one. */
    int count(int step) {
        return byStep[step - 1].cardinality();
    }
}
