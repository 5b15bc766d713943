package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Draws what a device says beside its place, right or wrong: how exact it is, how fast, and a time whose weeks rolled
 * over. Not thread-safe.
 */
final class RandomReport {

    /** The limit of the sites that have one. */
    static final int MAX_ACCURACY_METRES = 100;

    private static final List<String> EXACT = List.of("", "", "5", "12.5", "100", "-1");
    private static final List<String> VAGUE = List.of("100.5", "101", "2500", "1e300");
    private static final List<String> SPEEDS = List.of("", "0", "4.5", "5", "12.5", "80");
    private static final List<Integer> WEEKS = List.of(1024, 1024, 2048, 1023, 3072);
    private static final int WRONG_ONE_IN = 60;

    private final Random random;

    RandomReport(Random random) {
        this.random = random;
    }

    /** Mostly exact. */
    Draft describe(Draft fix) {
        List<String> accuracies = random.nextInt(7) == 0 ? VAGUE : EXACT;
        return fix.with("accuracy_m", pick(accuracies)).with("speed_kmh", pick(SPEEDS));
    }

    /** One with a time behind by whole weeks, seldom by a number of them that nothing explains. */
    Instant time(Instant eventTime) {
        return random.nextInt(WRONG_ONE_IN) == 0 ? eventTime.minus(weeks()) : eventTime;
    }

    private Duration weeks() {
        return Duration.ofDays(7L * WEEKS.get(random.nextInt(WEEKS.size())));
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
