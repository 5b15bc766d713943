package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line: replay files from good arguments, one clear line for bad ones. */
class SimulatorAppTest {

    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void writesReplayFiles() throws IOException {
        int exit = run("--site", NormalDay.SITE_FILE.toString(), "--for", "PT10M", "--out", folder.toString());

        assertThat(exit).isZero();
        List<String> positions = Files.readAllLines(folder.resolve("positions.csv"));
        assertThat(positions.get(0)).isEqualTo("truck_id,event_time,received_time,lat,lon,speed_kmh,heading_deg,datum");
        assertThat(positions).hasSizeGreaterThan(1_000);
        assertThat(positions.subList(1, positions.size()))
                .allMatch(line -> line.matches("(VN|CN):\\S+,2026-05-04T00:\\S+Z,2026-05-04T00:\\S+Z,2[12]\\.[0-9]+,"
                        + "106\\.[0-9]+,[0-9.]+,[0-9.]*,"));
        assertThat(Files.readAllLines(folder.resolve("milestones.jsonl")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"declarationId\":\"") && line.endsWith("}"));
        assertThat(folder.resolve("status.jsonl")).doesNotExist();
        List<String> truth = Files.readAllLines(folder.resolve("truth.csv"));
        assertThat(truth.get(0)).isEqualTo("zone_id,at,trucks");
        assertThat(truth.subList(1, 5)).allMatch(line -> line.contains(",2026-05-04T00:00:00Z,"));
    }

    @Test
    void writesTheTruthOfADirtyDay() throws IOException {
        int exit = run(
                "--scenario",
                "dirty-day",
                "--site",
                NormalDay.SITE_FILE.toString(),
                "--for",
                "PT1H",
                "--out",
                folder.toString());

        assertThat(exit).isZero();
        assertThat(Files.readAllLines(folder.resolve("truth-trucks.csv")))
                .startsWith("truck_id,story")
                .anyMatch(line -> line.matches("VN:[0-9]{2}[A-Z][0-9]{5},NO_SHOW"))
                .noneMatch(line -> line.endsWith("ORDINARY"));
        assertThat(Files.readAllLines(folder.resolve("truth-crossings.csv")))
                .startsWith("truck_id,gate_id,direction,at")
                .anyMatch(line -> line.matches("(VN|CN):[^,]+,tan-thanh,EXPORT,2026-05-11T00:\\S+Z"));
        assertThat(Files.readAllLines(folder.resolve("positions.csv"))).anyMatch(line -> line.endsWith(",GCJ02"));
        assertThat(Files.readAllLines(folder.resolve("milestones.jsonl")))
                .allMatch(line -> line.contains(",\"recordTime\":\"2026-05-11T07:"));
    }

    @Test
    void writesAnnouncementsAndWaits() throws IOException {
        int exit = run(
                "--scenario",
                "weekend-closure",
                "--site",
                NormalDay.SITE_FILE.toString(),
                "--for",
                "PT16H",
                "--out",
                folder.toString());

        assertThat(exit).isZero();
        assertThat(Files.readAllLines(folder.resolve("status.jsonl")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"gateId\":\"") && line.contains("\"status\":\"CLOSED\""));
        List<String> waits = Files.readAllLines(folder.resolve("truth-waits.csv"));
        assertThat(waits.get(0)).isEqualTo("truck_id,gate_id,direction,arrived_at,cleared_at");
        assertThat(waits.subList(1, waits.size()))
                .hasSizeGreaterThan(500)
                .allMatch(line ->
                        line.matches("(VN|CN):[^,]+,[a-z-]+,(EX|IM)PORT,2023-01-0[456]T\\S+Z,(2023-01-06T\\S+Z)?"))
                .anyMatch(line -> line.endsWith(","))
                .anyMatch(line -> line.endsWith("Z"));
        assertThat(Files.readAllLines(folder.resolve("milestones.jsonl")))
                .allMatch(line -> line.contains(",\"recordTime\":\"2023-01-06T"));
    }

    @Test
    void saysInOneLineThatTheSiteFileIsMissing() {
        int exit = run("--site", "no-such.geojson", "--out", folder.toString());

        assertThat(exit).isNotZero();
        assertThat(errors.toString().strip())
                .isEqualTo("site file no-such.geojson does not exist: give the path of a GeoJSON site file");
    }

    @Test
    void saysInOneLineThatTheScenarioIsUnknown() {
        int exit =
                run("--scenario", "no-such-day", "--site", NormalDay.SITE_FILE.toString(), "--out", folder.toString());

        assertThat(exit).isNotZero();
        assertThat(errors.toString().strip().lines())
                .singleElement()
                .asString()
                .startsWith("scenario no-such-day: is neither a scenario of the simulator nor a file");
    }

    private int run(String... arguments) {
        return new CommandLine(new SimulatorApp())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }
}
