package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.BorderTopics;
import io.bordergate.oracle.Oracle;
import io.bordergate.oracle.RandomTrips;
import io.bordergate.oracle.Reduction;
import io.bordergate.oracle.TripCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trips and discrepancies against a program that shares no code with them, on random journeys with papers that belong to
 * them or not, the two flows mixed at random. A case that fails is reduced to a small one and printed. More of them:
 * {@code -Dtrips.seeds=200}.
 */
class TripsAgainstOracleTest {
    private static final int TRUCKS = 6;

    @TempDir
    Path folder;

    private int states;

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        long first = Long.getLong("trips.first", 1);
        for (long seed = first; seed < first + Integer.getInteger("trips.seeds", 12); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesWhatTheOracleGives(long seed) throws IOException {
        TripCase drawn = RandomTrips.generate(seed, TRUCKS);
        List<String> expected = expected(drawn);
        List<String> ours = ours(drawn, seed);
        if (!ours.equals(expected)) {
            TripCase small =
                    Reduction.of(drawn, (positions, milestones) -> isWrong(drawn.with(positions, milestones), seed));
            Path kept = Files.createDirectories(Path.of("target/trips-seed-" + seed));
            small.writeTo(kept);
            assertThat(ours(small, seed))
                    .as("seed " + seed + ", reduced: " + kept)
                    .isEqualTo(expected(small));
        }
        assertThat(ours).as("seed " + seed).isEqualTo(expected);
    }

    private boolean isWrong(TripCase smaller, long seed) {
        try {
            return !ours(smaller, seed).equals(expected(smaller));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> expected(TripCase drawn) {
        Oracle.Result result = drawn.result();
        List<String> lines = new ArrayList<>(result.stays());
        lines.addAll(result.trips());
        lines.addAll(result.discrepancies());
        // Whether the one or the other of two that contradict each other bears a flag depends on which came first.
        lines.addAll(withoutFlags(result.fates().stream()
                .filter(line -> line.startsWith("milestones,"))
                .toList()));
        return lines;
    }

    private List<String> ours(TripCase drawn, long seed) throws IOException {
        Path place = folder.resolve("case-" + states++);
        drawn.writeTo(place);
        try (var run = new TopologyRun(drawn.siteFile(place), drawn.now(), place.resolve("state"))) {
            run.replay(drawn.positionsFile(place), drawn.milestonesFile(place), seed);
            List<String> lines = new ArrayList<>(run.stays());
            lines.addAll(run.trips());
            lines.addAll(run.discrepancies());
            lines.addAll(withoutFlags(run.fates("milestones", BorderTopics.DECLARATION_MILESTONE)));
            return lines;
        }
    }

    private static List<String> withoutFlags(List<String> fates) {
        long used = fates.stream()
                .filter(TripsAgainstOracleTest::isUsed)
                .mapToLong(TripsAgainstOracleTest::count)
                .sum();
        List<String> lines = new ArrayList<>(
                fates.stream().filter(line -> !isUsed(line)).sorted().toList());
        lines.add("milestones used: " + used);
        return lines;
    }

    private static boolean isUsed(String line) {
        return line.contains(",APPLIED,") || line.contains(",FLAGGED,");
    }

    private static long count(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf(',') + 1));
    }
}
