package io.bordergate.simulator;

import static io.bordergate.simulator.scenario.Direction.EXPORT;
import static io.bordergate.simulator.scenario.Direction.IMPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.bordergate.simulator.GroundTruth.Change;
import io.bordergate.simulator.Report.PositionReport;
import io.bordergate.simulator.Report.StatusReport;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.site.Point;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scenarios of real days and jams have the figures that were published of them. */
class PublishedScenariosTest {

    private static final List<String> GATES = List.of("huu-nghi", "tan-thanh", "coc-nam", "chi-ma");

    @Test
    void aCalmDayClearsExactlyWhatWasPublished() throws IOException {
        Simulation calm = simulation("calm-2024");
        GateTruth truth = calm.groundTruth().gates();
        Instant end = at("2024-08-22T20:00:00+07:00");

        assertThat(GATES.stream().map(gate -> clearedIn24Hours(truth, gate, end)))
                .containsExactly(784, 347, 9, 103);
        int exports = GATES.stream()
                .mapToInt(gate -> cleared(truth, gate, EXPORT, end))
                .sum();
        assertThat(exports).isEqualTo(328);
        assertThat(cleared(truth, "huu-nghi", EXPORT, end)).isEqualTo(220);
        assertThat(cleared(truth, "tan-thanh", EXPORT, end)).isEqualTo(95);
        int waiting = GATES.stream()
                .mapToInt(gate -> truth.backlogAt(gate, EXPORT, end))
                .sum();
        assertThat(waiting).isCloseTo(369, offset(20));
        assertThat(fixes(calm)).isLessThan(400_000);
    }

    @Test
    void theCrossingOfAnImportIsConfirmedWhenItLeaves() throws IOException {
        Simulation calm = simulation("calm-2024");
        int confirmed = 0;
        for (TruckJourney journey : calm.plan().journeys().subList(0, 1_000)) {
            GateTimes times = journey.gateTimes();
            long moment = journey.flow().direction() == IMPORT
                    ? times.gateLeft()
                    : times.crossed().orElseThrow();
            for (Milestone milestone : new MilestoneScript(journey, calm.scenario()).milestones()) {
                if (milestone.type().equals("CROS")) {
                    assertThat(milestone.eventMillis() - moment).isBetween(-1_000L, 60_000L);
                    confirmed++;
                }
            }
        }
        assertThat(confirmed).isGreaterThan(800);
    }

    @Test
    void aJamBuildsUpSlowlyAtOneGateAndNotAtTheOther() throws IOException {
        Simulation slow = simulation("slow-build-up");
        GateTruth truth = slow.groundTruth().gates();

        assertThat(truth.backlogAt("tan-thanh", EXPORT, slow.scenario().startsAt()))
                .isEqualTo(60);
        for (int day = 8; day <= 11; day++) {
            Instant end = at("2022-02-%02dT20:00:00+07:00".formatted(day));
            assertThat(cleared(truth, "tan-thanh", EXPORT, end)).isEqualTo(80);
            assertThat(truth.arrivals("tan-thanh", EXPORT, end.minus(Duration.ofDays(1)), end)
                            .size())
                    .isBetween(160, 180);
            assertThat(truth.backlogAt("huu-nghi", EXPORT, end)).isLessThan(40);
        }
        assertThat(truth.backlogAt("tan-thanh", EXPORT, at("2022-02-11T20:00:00+07:00")))
                .isGreaterThan(400);
        assertThat(peak(slow, "bao-nguyen")).isBetween(290, 320);
    }

    @Test
    void theWorstDecemberBeginsWithThePublishedStock() throws IOException {
        Simulation worst = simulation("worst-december");
        GateTruth truth = worst.groundTruth().gates();
        Instant start = worst.scenario().startsAt();

        assertThat(truth.backlogAt("tan-thanh", EXPORT, start)).isEqualTo(2_601);
        assertThat(truth.backlogAt("huu-nghi", EXPORT, start)).isEqualTo(1_263);
        assertThat(truth.backlogAt("chi-ma", EXPORT, start)).isEqualTo(678);
        for (int day = 16; day <= 18; day++) {
            Instant end = at("2021-12-%02dT20:00:00+07:00".formatted(day));
            int cleared = GATES.stream()
                    .mapToInt(gate -> clearedIn24Hours(truth, gate, end))
                    .sum();
            assertThat(cleared).isBetween(300, 825);
        }
        assertThat(peak(worst, "bao-nguyen")).isLessThanOrEqualTo(320);
    }

    @Test
    void whoWaitsForDaysStandsClearOfFencesAndIsHeardOfEveryFewHours() throws IOException {
        Simulation worst = simulation("worst-december");
        long longest = Duration.ofHours(5).plusMinutes(30).toMillis();
        int stood = 0;
        for (TruckJourney journey : worst.plan().journeys().subList(1_000, 1_300)) {
            List<Long> fixes = new Tracker(journey, worst.scenario()).fixTimes();
            for (int i = 1; i < fixes.size(); i++) {
                assertThat(fixes.get(i) - fixes.get(i - 1)).isBetween(1L, longest);
            }
            for (Interval stop : journey.stops()) {
                Point place = journey.timeline().pointAt(stop.from());
                assertThat(worst.scenario().site().zones())
                        .allMatch(zone -> zone.polygon().metresToEdge(place) >= 14.5);
                stood += journey.timeline().phaseAt(stop.from()) == Phase.WAITING ? 1 : 0;
            }
        }
        assertThat(stood).isGreaterThan(150);
    }

    @Test
    void gatesThatAreClosedAtTheWeekendLetNobodyOverAndTrucksGoOnComing() throws IOException {
        Simulation weekend = simulation("weekend-closure");
        GroundTruth truth = weekend.groundTruth();
        Instant saturday = at("2023-01-07T00:00:00+07:00");
        Instant monday = at("2023-01-09T00:00:00+07:00");

        assertThat(truth.crossings(saturday, monday))
                .extracting(GroundTruth.Crossing::gateId)
                .doesNotContain("chi-ma", "coc-nam")
                .contains("huu-nghi", "tan-thanh");
        assertThat(truth.gates().arrivals("chi-ma", EXPORT, saturday, monday)).hasSizeGreaterThan(40);
        Instant sunday = at("2023-01-08T20:00:00+07:00");
        assertThat(cleared(truth.gates(), "huu-nghi", EXPORT, sunday)).isEqualTo(82);
        assertThat(cleared(truth.gates(), "huu-nghi", IMPORT, sunday)).isEqualTo(315);
        assertThat(cleared(truth.gates(), "tan-thanh", EXPORT, sunday)).isEqualTo(130);
        assertThat(cleared(truth.gates(), "tan-thanh", IMPORT, sunday)).isEqualTo(90);
    }

    @Test
    void aClosureIsAnnouncedBeforeItHolds() throws IOException {
        List<StatusReport> announced = new ArrayList<>();
        simulation("weekend-closure").reportsFrom(0).forEachRemaining(report -> {
            if (report instanceof StatusReport status) {
                announced.add(status);
            }
        });

        assertThat(announced)
                .extracting(status -> status.gateId() + " " + status.recordTime())
                .containsExactly(
                        "chi-ma 2023-01-06T08:00:00Z",
                        "coc-nam 2023-01-06T08:00:00Z",
                        "chi-ma 2023-01-08T10:00:00Z",
                        "coc-nam 2023-01-08T10:00:00Z");
        assertThat(announced.get(0).json())
                .isEqualTo("{\"gateId\":\"chi-ma\",\"status\":\"CLOSED\",\"eventTime\":\"2023-01-07T00:00:00+07:00\","
                        + "\"recordTime\":\"2023-01-06T15:00:00+07:00\","
                        + "\"reason\":\"closed by the Chinese side at the weekend\"}");
    }

    @Test
    void tetClosesAllGatesAfterAPeak() throws IOException {
        GroundTruth truth = simulation("tet").groundTruth();
        Instant peak = at("2024-02-08T20:00:00+07:00");

        assertThat(GATES.stream()
                        .mapToInt(gate -> clearedIn24Hours(truth.gates(), gate, peak))
                        .sum())
                .isEqualTo(2_057);
        assertThat(truth.crossings(at("2024-02-10T00:00:00+07:00"), at("2024-02-14T00:00:00+07:00")))
                .isEmpty();
        assertThat(truth.crossings(at("2024-02-14T07:00:00+07:00"), at("2024-02-14T20:00:00+07:00")))
                .hasSizeGreaterThan(1_000);
    }

    @Test
    void importsThatDoNotLeaveFillTheYard() throws IOException {
        Simulation jam = simulation("import-jam");
        GateTruth truth = jam.groundTruth().gates();

        assertThat(cleared(truth, "huu-nghi", IMPORT, at("2024-09-03T20:00:00+07:00")))
                .isEqualTo(500);
        assertThat(cleared(truth, "huu-nghi", IMPORT, at("2024-09-04T20:00:00+07:00")))
                .isEqualTo(500);
        assertThat(truth.arrivals("huu-nghi", IMPORT, at("2024-09-03T05:00:00+07:00"), at("2024-09-03T20:00:00+07:00")))
                .hasSizeGreaterThan(850);
        assertThat(peak(jam, "xuan-cuong")).isBetween(640, 650);
    }

    private static Simulation simulation(String name) throws IOException {
        return Simulation.of(Scenario.named(name, NormalDay.SITE));
    }

    private static int clearedIn24Hours(GateTruth truth, String gate, Instant end) {
        return cleared(truth, gate, EXPORT, end) + cleared(truth, gate, IMPORT, end);
    }

    private static int cleared(GateTruth truth, String gate, Direction direction, Instant end) {
        return truth.cleared(gate, direction, end.minus(Duration.ofDays(1)), end)
                .size();
    }

    private static int peak(Simulation simulation, String yard) {
        Scenario scenario = simulation.scenario();
        return simulation.groundTruth().changes(yard, scenario.startsAt(), scenario.endsAt()).stream()
                .mapToInt(Change::trucks)
                .max()
                .orElseThrow();
    }

    private static long fixes(Simulation simulation) {
        Iterator<Report> reports = simulation.reportsFrom(0);
        return Stream.generate(() -> reports.hasNext() ? reports.next() : null)
                .takeWhile(report -> report != null)
                .filter(PositionReport.class::isInstance)
                .count();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
