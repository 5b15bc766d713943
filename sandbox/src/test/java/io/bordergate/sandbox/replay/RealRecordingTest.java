package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bordergate.contract.BorderTopics;
import io.bordergate.oracle.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real positions, which are not part of the project: the product gives what the oracle gives. They are looked for in the
 * folder {@code -Drecordings}, else in {@code shared/data} beside the project; without them the test is skipped, and says so.
 */
class RealRecordingTest {
    private static final Path FILE =
            Path.of(System.getProperty("recordings", "../../shared/data")).resolve("muse-road-positions.csv");
    private static final Path SITE = Path.of("../docs/examples/muse-road.geojson");
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void givesWhatTheOracleGives() throws IOException {
        compare(SITE, FILE);
    }

    @Test
    void givesWhatTheOracleGivesWithALimitOfSpeed() throws IOException {
        var site = (ObjectNode) new ObjectMapper().readTree(SITE.toFile());
        site.put("maxSpeedKmh", 40);
        compare(Files.writeString(folder.resolve("slow.geojson"), site.toString()), FILE);
    }

    private void compare(Path site, Path positions) throws IOException {
        assumeTrue(
                Files.exists(positions), "no recording at " + positions.toAbsolutePath() + ": give -Drecordings=DIR");
        Path milestones = Files.writeString(folder.resolve("none.jsonl"), "");
        var expected = Oracle.run(site, positions, milestones, null, NOW);
        try (var run = new TopologyRun(site, NOW, folder.resolve("state"))) {
            run.replay(positions, milestones, 1);

            assertThat(run.stays()).hasSizeGreaterThan(1).isEqualTo(expected.stays());
            assertThat(run.trips()).isEqualTo(expected.trips());
            assertThat(run.discrepancies()).isEqualTo(expected.discrepancies());
            assertThat(run.fates("positions", BorderTopics.TRUCK_POSITION)).isEqualTo(positionsOf(expected.fates()));
        }
    }

    private static List<String> positionsOf(List<String> fates) {
        return fates.stream().filter(line -> line.startsWith("positions,")).toList();
    }
}
