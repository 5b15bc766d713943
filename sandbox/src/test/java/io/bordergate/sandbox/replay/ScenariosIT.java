package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Progress;
import io.bordergate.simulator.ReplayFiles;
import io.bordergate.simulator.Simulation;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.site.SiteMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The calibrated scenarios, replayed through the real broker, registry and topology at full speed: alerts and daily tables are
 * those that are kept beside this test, and say what the scenario was made to show. {@code -DupdateScenarios=true} writes the
 * kept files anew, {@code -Dscenarios=all} takes the long ones, too.
 */
class ScenariosIT {
    private static final Path SITE = Path.of("../deploy/site/lang-son.geojson");
    private static final Path KEPT = Path.of("src/test/resources/scenarios");
    private static final List<String> SHORT = List.of("calm-2024");
    private static final List<String> LONG =
            List.of("slow-build-up", "weekend-closure", "import-jam", "tet", "worst-december", "normal-day");
    /** The others are replayed whole. */
    private static final Map<String, Duration> PART = Map.of("normal-day", Duration.ofDays(2));

    @TempDir
    private Path folder;

    static Stream<String> scenarios() {
        boolean all = System.getProperty("scenarios", "").equals("all");
        if (!all) {
            System.out.println("scenarios " + LONG + " are skipped: -Dscenarios=all replays them");
        }
        return all ? Stream.concat(SHORT.stream(), LONG.stream()) : SHORT.stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void givesItsAlertsAndTables(String name) throws IOException {
        replay(name);
        List<String> alerts = Files.readAllLines(folder.resolve("out/alerts.csv"));
        List<String> tables = Files.readAllLines(folder.resolve("out/daily.csv"));

        tables.stream().skip(1).map(ScenariosIT::numbers).forEach(ScenariosIT::checkIdentity);
        checkStory(name, alerts, tables);
        if (Boolean.getBoolean("updateScenarios")) {
            Files.createDirectories(KEPT.resolve(name));
            Files.write(KEPT.resolve(name).resolve("alerts.csv"), alerts);
            Files.write(KEPT.resolve(name).resolve("daily.csv"), tables);
        }
        assertThat(alerts).isEqualTo(Files.readAllLines(KEPT.resolve(name).resolve("alerts.csv")));
        assertThat(tables).isEqualTo(Files.readAllLines(KEPT.resolve(name).resolve("daily.csv")));
    }

    private void replay(String name) throws IOException {
        Scenario scenario = Scenario.named(name, SiteMap.read(SITE));
        Duration whole = Duration.between(scenario.startsAt(), scenario.endsAt());
        new ReplayFiles(folder).write(Simulation.of(scenario), PART.getOrDefault(name, whole));
        Path statuses = folder.resolve("status.jsonl");
        var inputs = new InputFiles.Paths(
                folder.resolve("positions.csv"),
                null,
                folder.resolve("milestones.jsonl"),
                Files.exists(statuses) ? statuses : null);
        var silent = new Progress(new PrintWriter(Writer.nullWriter()), false);
        new ReplayRun(GateHome.find(), SiteFiles.read(SITE), 4, 1, silent).run(inputs, folder.resolve("out"));
    }

    /** stock = stock of the day before + arrived + moved_in - exported - moved_out - turned_back. */
    private static void checkIdentity(int[] day) {
        int change = day[7] + day[5] - day[0] - day[1] - day[6] - day[4];
        assertThat(day[12]).as(Arrays.toString(day)).isEqualTo(change);
        assertThat(day[8]).isEqualTo(day[9] + day[10] + day[11]);
    }

    private static void checkStory(String name, List<String> alerts, List<String> tables) {
        switch (name) {
            case "calm-2024" -> {
                assertThat(cleared(tables, "huu-nghi,2024-08-22")).isEqualTo(784);
                assertThat(cleared(tables, "tan-thanh,2024-08-22")).isEqualTo(347);
                assertThat(cleared(tables, "coc-nam,2024-08-22")).isEqualTo(9);
                assertThat(cleared(tables, "chi-ma,2024-08-22")).isEqualTo(103);
            }
            case "slow-build-up" -> {
                Instant predicted = first(alerts, "CONGESTED,", ",PREDICTION");
                Instant reached = first(alerts, "CRITICAL,", ",OCCUPANCY");
                System.out.println("slow-build-up: predicted " + Duration.between(predicted, reached) + " ahead");
                assertThat(predicted).isBefore(reached);
            }
            case "weekend-closure" -> {
                // Chi Ma clears nothing from Saturday to Sunday, and is no better for it.
                assertThat(cleared(tables, "chi-ma,2023-01-08")).isZero();
                assertThat(alerts)
                        .as("relief while closed")
                        .noneMatch(line ->
                                line.startsWith("chi-ma") && line.matches(".*,(EASED|RESOLVED),.*,2023-01-0(7|8)T.*"));
                assertThat(cleared(tables, "huu-nghi,2023-01-08")).isBetween(377, 417);
            }
            case "import-jam" -> {
                assertThat(alerts)
                        .anyMatch(
                                line -> line.contains(",huu-nghi,") && line.matches(".*,CONGESTED,2024-09-0(3|4)T.*"));
            }
            case "tet" -> {
                for (String day : List.of("2024-02-10", "2024-02-11", "2024-02-12", "2024-02-13")) {
                    assertThat(tables)
                            .filteredOn(line -> line.contains("," + day + ","))
                            .isNotEmpty()
                            .allSatisfy(line ->
                                    assertThat(cleared(List.of(line), line)).isZero());
                }
            }
            case "worst-december" -> {
                // Exports at 20:00 of the first day: all but those who were cleared, and the few that came.
                assertThat(stock(tables, ",2021-12-16,")).isBetween(4_000, 4_400);
                for (String gate : List.of("tan-thanh", "huu-nghi", "chi-ma")) {
                    assertThat(alerts).anyMatch(line -> line.contains("," + gate + ",") && line.contains(",CRITICAL,"));
                }
            }
            case "normal-day" ->
                assertThat(alerts)
                        .as("above BUSY")
                        .noneMatch(line -> line.contains(",CONGESTED,") || line.contains(",CRITICAL,"));
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static int cleared(List<String> tables, String gateAndDay) {
        int[] day = tables.stream()
                .filter(line -> line.startsWith(gateAndDay))
                .findFirst()
                .map(ScenariosIT::numbers)
                .orElseThrow();
        return day[0] + day[1] + day[2] + day[3];
    }

    private static int stock(List<String> tables, String day) {
        return tables.stream()
                .filter(line -> line.contains(day))
                .mapToInt(line -> numbers(line)[8])
                .sum();
    }

    private static int[] numbers(String line) {
        return Arrays.stream(line.split(",", -1))
                .skip(2)
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static Instant first(List<String> alerts, String level, String cause) {
        return alerts.stream()
                .filter(line -> line.contains("," + level) && line.endsWith(cause))
                .map(line -> Instant.parse(line.split(",", -1)[5]))
                .findFirst()
                .orElseThrow();
    }
}
