package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.oracle.RandomAdvice;
import io.bordergate.oracle.TripCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Advice against a program that shares no code with the product, on random days at five gates of which two are sent far more than
 * they can take. Among the trucks are some that are seen on the road before they are declared. More of them: {@code
 * -Dadvice.seeds=100}. A case that fails is kept.
 */
class AdviceAgainstOracleTest {
    private static final int SEEDS = 5;
    private static final int TOP = 3;
    private static final int EXCESS = 4;
    private static final int MEASURE = 5;
    private static final int ROOM = 8;

    private static final Map<String, Integer> LINES_BY_MEASURE = new TreeMap<>();

    @TempDir
    Path folder;

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        long first = Long.getLong("advice.first", 1);
        for (long seed = first; seed < first + Integer.getInteger("advice.seeds", SEEDS); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @AfterAll
    static void everyMeasureWasAdvised() {
        System.out.println("advice against the oracle, seeds " + seeds() + ": lines " + LINES_BY_MEASURE);
        assertThat(LINES_BY_MEASURE)
                .as("lines of each measure over seeds %s: %s", seeds(), LINES_BY_MEASURE)
                .containsOnlyKeys("DIVERT", "HOLD", "METER_EXPORT", "METER_IMPORT", "NONE", "STAY_AWAY");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void advisesWhatTheOracleAdvises(long seed) throws IOException {
        TripCase drawn = RandomAdvice.generate(seed);
        List<String> expected = drawn.result().advice();
        expected.stream()
                .skip(1)
                .forEach(line -> LINES_BY_MEASURE.merge(line.split(",", -1)[MEASURE], 1, Integer::sum));
        List<String> ours = ours(drawn, seed);
        if (!isSame(expected, ours)) {
            Path kept = Files.createDirectories(Path.of("target/advice-seed-" + seed));
            drawn.writeTo(kept);
            assertThat(ours).as("seed " + seed + ", kept: " + kept).isEqualTo(expected);
        }
    }

    private List<String> ours(TripCase drawn, long seed) throws IOException {
        drawn.writeTo(folder);
        try (var run = new TopologyRun(drawn.siteFile(folder), drawn.now(), folder.resolve("state"))) {
            run.replay(
                            drawn.positionsFile(folder),
                            drawn.milestonesFile(folder),
                            Optional.of(drawn.statusFile(folder)),
                            seed)
                    .drain();
            return run.advice();
        }
    }

    private static boolean isSame(List<String> expected, List<String> ours) {
        for (int i = 0; i < expected.size() && i < ours.size(); i++) {
            if (!isSame(expected.get(i).split(",", -1), ours.get(i).split(",", -1))) {
                return false;
            }
        }
        return expected.size() == ours.size();
    }

    /** A sum that was added up in another order may be rounded to the next digit; all else is equal. */
    private static boolean isSame(String[] expected, String[] ours) {
        for (int i = 0; i < expected.length; i++) {
            boolean isNear = switch (i) {
                case TOP -> isNear(expected[i], ours[i], 0.000_11);
                // The occupancy is rounded to four digits, and there are at most 120 places.
                case EXCESS, ROOM -> isNear(expected[i], ours[i], 0.022);
                default -> false;
            };
            if (!expected[i].equals(ours[i]) && !isNear) {
                return false;
            }
        }
        return expected.length == ours.length;
    }

    private static boolean isNear(String one, String other, double most) {
        return one.matches("-?\\d+\\.\\d+")
                && other.matches("-?\\d+\\.\\d+")
                && Math.abs(Double.parseDouble(one) - Double.parseDouble(other)) < most;
    }
}
