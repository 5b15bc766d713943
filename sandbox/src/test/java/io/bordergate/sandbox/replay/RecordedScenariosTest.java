package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.BorderTopics;
import io.bordergate.oracle.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded stories: the product gives what was thought through by hand, and what the oracle gives, in any mixture. */
class RecordedScenariosTest {
    private static final Path SCENARIOS = Path.of("../simulator/scenarios");
    private static final Path SITE = Path.of("../deploy/site/lang-son.geojson");
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    Path folder;

    static List<Path> scenarios() throws IOException {
        try (var folders = Files.list(SCENARIOS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void goesAsExpected(Path scenario) throws IOException {
        Path site = existing(scenario.resolve("site.geojson"), SITE);
        Path positions = existing(scenario.resolve("positions.csv"), noPositions());
        Path milestones = existing(scenario.resolve("milestones.jsonl"), Files.writeString(folder.resolve("none"), ""));
        var expected = Oracle.run(site, positions, milestones, null, NOW);

        for (long mixture = 1; mixture <= 3; mixture++) {
            try (var run = new TopologyRun(site, NOW, folder.resolve("state-" + mixture))) {
                run.replay(positions, milestones, mixture);
                assertThat(run.stays()).isEqualTo(expected.stays());
                assertThat(run.trips()).isEqualTo(expected.trips());
                assertThat(run.discrepancies()).isEqualTo(expected.discrepancies());
                assertThat(run.fates("milestones", BorderTopics.DECLARATION_MILESTONE))
                        .isEqualTo(fates(expected, "milestones"));
                assertThat(run.fates("positions", BorderTopics.TRUCK_POSITION)).isEqualTo(fates(expected, "positions"));
            }
        }
        for (var file : List.of("trips.csv", "discrepancies.csv")) {
            Path byHand = scenario.resolve("expected").resolve(file);
            if (Files.exists(byHand)) {
                assertThat(file.equals("trips.csv") ? expected.trips() : expected.discrepancies())
                        .as(byHand.toString())
                        .isEqualTo(Files.readAllLines(byHand));
            }
        }
    }

    private static List<String> fates(Oracle.Result result, String input) {
        return result.fates().stream()
                .filter(line -> line.startsWith(input + ","))
                .toList();
    }

    private Path noPositions() throws IOException {
        return Files.writeString(folder.resolve("no-positions.csv"), "truck_id,event_time,lat,lon\n");
    }

    private static Path existing(Path path, Path otherwise) {
        return Files.exists(path) ? path : otherwise;
    }
}
