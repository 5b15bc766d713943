package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bordergate.simulator.site.SiteMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded scenario is whole: readable to the last line, in the order of receipt, and its results fit together. */
class RecordedScenariosTest {

    private static final Path ALL = Path.of("scenarios");
    private static final Path COMMON_SITE = Path.of("../deploy/site/lang-son.geojson");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRIPS = "trip_id,truck_id,gate_id,direction,declaration_ids,data_stage,physical_stage,"
            + "arrived_at,entered_yard_at,left_yard_at,crossed_at,closed_by";
    private static final String DISCREPANCIES = "trip_id,truck_id,gate_id,kind,opened_at,closed_at";
    private static final long MOST_BYTES = 1_500_000;

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> entries = Files.list(ALL)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void areAllThereAndSmall() throws IOException {
        assertThat(scenarios())
                .extracting(folder -> folder.getFileName().toString())
                .contains(
                        "observed-export",
                        "observed-export-with-gps",
                        "observed-import",
                        "observed-import-with-gps",
                        "no-show",
                        "undeclared-299",
                        "turn-back",
                        "weekend-closure",
                        "dead-zone",
                        "fence-jitter",
                        "silent-in-yard",
                        "one-into-two");
        try (Stream<Path> files = Files.walk(ALL)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(MOST_BYTES);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void tellItsStoryAndTheCommand(Path folder) throws IOException {
        String name = folder.getFileName().toString();

        assertThat(Files.readString(folder.resolve("README.md")))
                .startsWith("# " + name + "\n")
                .contains("--positions simulator/scenarios/" + name + "/positions.csv")
                .contains("--site "
                        + (Files.exists(folder.resolve("site.geojson"))
                                ? "simulator/scenarios/" + name + "/site.geojson"
                                : "deploy/site/lang-son.geojson"));
        assertThat(site(folder).zones()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void haveReadablePositionsInTheOrderOfReceipt(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("positions.csv"));
        List<String> header = List.of(lines.get(0).split(","));
        int received = header.indexOf(header.contains("received_time") ? "received_time" : "event_time");
        Instant last = Instant.MIN;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            assertThat(fields).as(line).hasSameSizeAs(header);
            assertThat(fields[0]).matches("VN:[0-9]{2}[A-Z][0-9]{5}|CN:\\p{IsHan}[A-Z][A-Z0-9]{5}");
            assertThat(Double.parseDouble(fields[header.indexOf("lat")])).isBetween(21.9, 22.1);
            assertThat(Double.parseDouble(fields[header.indexOf("lon")])).isBetween(106.6, 106.8);
            Instant recordTime = Instant.parse(fields[received]);
            assertThat(recordTime)
                    .as(line)
                    .isAfterOrEqualTo(last)
                    .isAfterOrEqualTo(Instant.parse(fields[header.indexOf("event_time")]));
            last = recordTime;
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void haveReadableMilestonesInTheOrderOfReceipt(Path folder) throws IOException {
        SiteMap site = site(folder);
        Instant last = Instant.MIN;
        for (JsonNode milestone : json(folder.resolve("milestones.jsonl"))) {
            Instant recordTime =
                    time(milestone.has("recordTime") ? milestone.path("recordTime") : milestone.path("eventTime"));
            assertThat(recordTime).isAfterOrEqualTo(last).isAfterOrEqualTo(time(milestone.path("eventTime")));
            assertThat(milestone.path("declarationId").asText()).matches("20[0-9]{11}");
            assertThat(milestone.path("type").asText()).matches("[A-Z_]+");
            assertThat(milestone.path("authority").asText()).matches("[A-Z_]+");
            if (milestone.has("gateId")) {
                assertThat(site.findZone(milestone.path("gateId").asText())).isPresent();
            }
            if (milestone.has("yardId")) {
                assertThat(site.findZone(milestone.path("yardId").asText())).isPresent();
            }
            last = recordTime;
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void haveReadableStatusIfAny(Path folder) throws IOException {
        Path file = folder.resolve("status.jsonl");
        if (Files.exists(file)) {
            assertThat(json(file)).isNotEmpty().allSatisfy(status -> {
                assertThat(status.path("status").asText()).isIn("OPEN", "CLOSED", "REDUCED");
                assertThat(time(status.path("eventTime"))).isNotNull();
            });
        }
        assertThat(Files.readString(folder.resolve("README.md")).contains("--status"))
                .isEqualTo(Files.exists(file));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void expectTripsAndDiscrepanciesThatFitTogether(Path folder) throws IOException {
        List<String> trips = Files.readAllLines(folder.resolve("expected/trips.csv"));
        List<String> discrepancies = Files.readAllLines(folder.resolve("expected/discrepancies.csv"));
        Set<String> ids = new HashSet<>();

        assertThat(trips).startsWith(TRIPS).hasSizeGreaterThan(1);
        assertThat(discrepancies).startsWith(DISCREPANCIES);
        for (String line : trips.subList(1, trips.size())) {
            String[] fields = line.split(",", -1);
            assertThat(fields).as(line).hasSize(12);
            assertThat(fields[0]).startsWith(fields[1] + "|" + fields[2] + "|");
            assertThat(ids.add(fields[0])).as(line).isTrue();
            Instant.parse(fields[0].substring(fields[0].lastIndexOf('|') + 1));
        }
        for (String line : discrepancies.subList(1, discrepancies.size())) {
            String[] fields = line.split(",", -1);
            assertThat(fields).as(line).hasSize(6);
            assertThat(ids).contains(fields[0]);
            if (!fields[5].isEmpty()) {
                assertThat(Instant.parse(fields[4])).as(line).isBefore(Instant.parse(fields[5]));
            }
        }
        assertThat(trips.subList(1, trips.size())).isSorted();
        assertThat(discrepancies.subList(1, discrepancies.size())).isSorted();
    }

    private static SiteMap site(Path folder) throws IOException {
        Path own = folder.resolve("site.geojson");
        return SiteMap.read(Files.exists(own) ? own : COMMON_SITE);
    }

    private static List<JsonNode> json(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(RecordedScenariosTest::read)
                .toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant time(JsonNode text) {
        return OffsetDateTime.parse(text.asText()).toInstant();
    }
}
