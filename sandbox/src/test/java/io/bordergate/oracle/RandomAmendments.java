package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws how a declaration is amended for another gate or yard while its truck goes to one gate and then to another:
 * before it comes, while it is there, on the way, after it has come; once, or back and forth. Not thread-safe.
 */
final class RandomAmendments {

    private static final List<Duration> LIMITS = List.of(
            Duration.ZERO, Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(6));

    private final Random random;

    RandomAmendments(Random random) {
        this.random = random;
    }

    /** To which gate and yard (numbers of {@link RandomTripSite}), and when. Immutable. */
    record Amendment(Instant at, int gate, int yard) {}

    /** In no order; the first gate is the one for which it was declared. */
    List<Amendment> of(Outing first, Outing second) {
        List<Amendment> amendments = new ArrayList<>();
        int gate = first.gate();
        for (int left = 1 + random.nextInt(random.nextInt(3) + 1); left > 0; left--) {
            gate = random.nextInt(6) == 0 ? gate : 1 - gate;
            amendments.add(new Amendment(moment(first, second), gate, random.nextInt(2)));
        }
        return amendments;
    }

    private Instant moment(Outing first, Outing second) {
        return switch (random.nextInt(12)) {
            case 0 -> first.arrived().minus(minutes(600));
            case 1 -> between(first.left(), second.arrived());
            case 2 -> between(second.arrived(), second.left());
            case 3 -> second.left().plus(minutes(300));
            case 4 -> exactly(first.enteredYard().orElse(first.arrived()));
            case 5 -> exactly(second.arrived().minus(LIMITS.get(random.nextInt(LIMITS.size()))));
            case 6 -> exactly(first.arrived());
            default -> between(first.arrived(), first.left());
        };
    }

    private Instant exactly(Instant time) {
        return time.plusMillis(random.nextInt(3) - 1L);
    }

    /** To the minute, so that two may fall together with each other or with a confirmation. */
    private Instant between(Instant from, Instant to) {
        return from.plus(minutes((int) Math.max(0, Duration.between(from, to).toMinutes()) + 1));
    }

    private Duration minutes(int bound) {
        return Duration.ofMinutes(random.nextInt(bound));
    }
}
