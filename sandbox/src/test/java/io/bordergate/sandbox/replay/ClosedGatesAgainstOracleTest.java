package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.BorderTopics;
import io.bordergate.oracle.RandomGates;
import io.bordergate.oracle.TripCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fates of declarations for days on which a gate is closed by its hours or its calendar, against a program that shares
 * no code with them, on random gates and papers.
 */
class ClosedGatesAgainstOracleTest {
    /** Of these, some have a gate that is closed for days. */
    private static final long FIRST_SEED = 5;

    private static final int SEEDS = 4;

    @TempDir
    Path folder;

    @Test
    void givesTheFatesOfTheOracle() throws IOException {
        int mismatches = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            TripCase drawn = RandomGates.generate(seed, 6, 12);
            TripCase papers = drawn.with(drawn.positions().subList(0, 1), drawn.milestones());
            List<String> expected = papers.result().fates().stream()
                    .filter(line -> line.startsWith("milestones,"))
                    .toList();
            assertThat(ours(papers, seed)).as("seed " + seed).isEqualTo(expected);
            mismatches += (int) expected.stream()
                    .filter(line -> line.contains("GATE_MISMATCH"))
                    .count();
        }
        assertThat(mismatches).as("seeds with a declaration for a closed gate").isGreaterThan(1);
    }

    private List<String> ours(TripCase papers, long seed) throws IOException {
        Path place = folder.resolve("seed-" + seed);
        papers.writeTo(place);
        try (var run = new TopologyRun(papers.siteFile(place), papers.now(), place.resolve("state"))) {
            return run.replay(papers.positionsFile(place), papers.milestonesFile(place), seed)
                    .fates("milestones", BorderTopics.DECLARATION_MILESTONE);
        }
    }
}
