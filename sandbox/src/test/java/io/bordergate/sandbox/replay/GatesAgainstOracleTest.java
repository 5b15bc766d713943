package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.oracle.Oracle;
import io.bordergate.oracle.RandomGates;
import io.bordergate.oracle.Reduction;
import io.bordergate.oracle.TripCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Alerts, predictions among them, and daily tables against a program that shares no code with them, on random journeys of several days between
 * gates with hours and levels, all inputs mixed at random. A case that fails is reduced to a small one and kept. More of
 * them: {@code -Dgates.seeds=200}.
 */
class GatesAgainstOracleTest {
    private static final int TRUCKS = 12;
    private static final int CONVOYS = 12;
    private static final int SEEDS = 10;

    private static int predictions;

    @TempDir
    Path folder;

    private int states;

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        long first = Long.getLong("gates.first", 1);
        for (long seed = first; seed < first + Integer.getInteger("gates.seeds", SEEDS); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @AfterAll
    static void muchWasPredicted() {
        System.out.println("gates against the oracle: " + predictions + " alerts by PREDICTION");
        assertThat(predictions).as("alerts by PREDICTION").isGreaterThan(seeds().size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesWhatTheOracleGives(long seed) throws IOException {
        TripCase drawn = RandomGates.generate(seed, TRUCKS, CONVOYS);
        List<String> expected = expected(drawn);
        assertThat(expected.size()).as("alerts and tables of seed " + seed).isGreaterThan(20);
        predictions += (int)
                expected.stream().filter(line -> line.endsWith(",PREDICTION")).count();
        List<String> ours = ours(drawn, seed);
        if (!ours.equals(expected) && !Boolean.getBoolean("gates.asDrawn")) {
            TripCase small = Reduction.of(drawn, (TripCase smaller) -> isWrong(smaller, seed));
            Path kept = Files.createDirectories(Path.of("target/gates-seed-" + seed));
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
        List<String> lines = new ArrayList<>(result.alerts());
        lines.addAll(result.daily());
        return lines;
    }

    private List<String> ours(TripCase drawn, long seed) throws IOException {
        Path place = folder.resolve("case-" + states++);
        drawn.writeTo(place);
        try (var run = new TopologyRun(drawn.siteFile(place), drawn.now(), place.resolve("state"))) {
            run.replay(
                            drawn.positionsFile(place),
                            drawn.milestonesFile(place),
                            Optional.of(drawn.statusFile(place)),
                            seed)
                    .drain();
            List<String> lines = new ArrayList<>(run.alerts());
            lines.addAll(run.daily());
            return lines;
        }
    }
}
