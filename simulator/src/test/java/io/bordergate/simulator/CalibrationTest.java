package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bordergate.simulator.Report.PositionReport;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Opening.Hours;
import io.bordergate.simulator.scenario.Reporting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The normal day has the volumes and faults that its scenario and the published figures promise. */
class CalibrationTest {

    private static final List<TruckJourney> JOURNEYS =
            NormalDay.SIMULATION.plan().journeys();
    private static final Reporting PROMISED = NormalDay.SIMULATION.scenario().reporting();

    @Test
    void clearsAboutThirteenHundredTrucksADay() {
        for (int day = 0; day < 7; day++) {
            assertThat(crossedOn(day)).as("day %d", day).hasSizeBetween(1_200, 1_400);
        }
    }

    @Test
    void isThreeQuartersImportAndExportsMostlyFruit() {
        List<TruckJourney> crossed = IntStream.range(0, 7)
                .boxed()
                .flatMap(day -> crossedOn(day).stream())
                .toList();
        List<TruckJourney> exports = crossed.stream()
                .filter(journey -> journey.flow().direction() == Direction.EXPORT)
                .toList();

        assertThat(1 - (double) exports.size() / crossed.size()).isBetween(0.73, 0.77);
        assertThat(share(exports, TruckJourney::carriesFruit)).isBetween(0.81, 0.89);
    }

    @Test
    void crossesOnlyWhileTheGateIsOpen() {
        assertThat(JOURNEYS)
                .allMatch(journey -> NormalDay.SIMULATION
                        .scenario()
                        .opening()
                        .crossing()
                        .include(journey.crossesAt()
                                .atOffset(
                                        NormalDay.SIMULATION.scenario().start().getOffset())
                                .toLocalTime()));
    }

    @Test
    void crossesInTheHoursThatTheSiteFileGivesItsGates() throws IOException {
        Hours crossing = NormalDay.scenario().opening().crossing();
        Set<String> gates = gatesWithTraffic();
        for (JsonNode feature :
                new ObjectMapper().readTree(NormalDay.SITE_FILE.toFile()).path("features")) {
            if (gates.remove(feature.path("id").asText())) {
                JsonNode hours = feature.path("properties").path("opening").path("hours");
                assertThat(hours).hasSize(1);
                assertThat(hours.path(0).path("days").asText()).isEqualTo("MON-SUN");
                assertThat(hours.path(0).path("from").asText())
                        .isEqualTo(crossing.from().toString());
                assertThat(hours.path(0).path("to").asText())
                        .isEqualTo(crossing.to().toString());
            }
        }
        assertThat(gates).isEmpty();
    }

    @Test
    void leavesSomeHundredTrucksOvernight() {
        for (int day = 0; day < 7; day++) {
            Instant eightInTheEvening = NormalDay.START.plus(Duration.ofHours(24L * day + 13));
            int stock = NormalDay.TRUTH.occupancyAt("xuan-cuong", eightInTheEvening)
                    + NormalDay.TRUTH.occupancyAt("bao-nguyen", eightInTheEvening);
            assertThat(stock).as("day %d", day).isBetween(350, 520);
        }
    }

    @Test
    void fillsTheYardsOfItsGatesAboutHalf() throws IOException {
        Set<String> gates = gatesWithTraffic();
        assertThat(gates).containsExactlyInAnyOrder("huu-nghi", "tan-thanh");
        for (JsonNode feature :
                new ObjectMapper().readTree(NormalDay.SITE_FILE.toFile()).path("features")) {
            JsonNode properties = feature.path("properties");
            if (properties.path("kind").asText().equals("yard")
                    && gates.contains(properties.path("gate").asText())) {
                String yard = feature.path("id").asText();
                int capacity = properties.path("capacity").asInt();
                IntSummaryStatistics trucks = IntStream.range(0, 7 * 24)
                        .map(hour -> NormalDay.TRUTH.occupancyAt(yard, NormalDay.START.plus(Duration.ofHours(hour))))
                        .summaryStatistics();
                assertThat(trucks.getAverage() / capacity).as(yard).isBetween(0.4, 0.7);
                assertThat(trucks.getMax()).as(yard).isLessThan(capacity * 4 / 5);
            }
        }
    }

    @Test
    void startsWithTrucksInTheYards() {
        assertThat(NormalDay.TRUTH.occupancyAt("xuan-cuong", NormalDay.START)).isGreaterThan(100);
        assertThat(NormalDay.TRUTH.occupancyAt("bao-nguyen", NormalDay.START)).isGreaterThan(50);
    }

    @Test
    void silencesAndFailsDevicesAsPromised() {
        List<Tracker> trackers = JOURNEYS.stream()
                .filter(journey -> journey.startsAt().isAfter(NormalDay.START))
                .map(journey -> new Tracker(journey, NormalDay.SIMULATION.scenario()))
                .toList();
        double visits = JOURNEYS.stream()
                .filter(journey -> journey.startsAt().isAfter(NormalDay.START))
                .mapToInt(journey -> journey.stops().size())
                .sum();
        double silent =
                trackers.stream().mapToInt(tracker -> tracker.silences().size()).sum();

        assertThat(silent / visits).isCloseTo(PROMISED.silentShare(), offset(0.02));
        assertThat(share(trackers, Tracker::fails)).isBetween(PROMISED.deadShare() / 2, PROMISED.deadShare() * 2);
        assertThat(share(trackers, tracker -> tracker.deadZone().isPresent()))
                .isCloseTo(PROMISED.deadZoneShare(), offset(0.015));
    }

    @Test
    void doublesFixesAndDelaysThemAsPromised() {
        Set<String> seen = new HashSet<>();
        List<PositionReport> fixes = NormalDay.positions(Duration.ofHours(4)).toList();
        double doubles = fixes.stream()
                .filter(fix -> !seen.add(fix.truckId() + fix.eventTime()))
                .count();
        long[] delays =
                fixes.stream().mapToLong(CalibrationTest::delayMillis).sorted().toArray();

        assertThat(doubles / fixes.size()).isCloseTo(PROMISED.duplicateShare(), offset(0.002));
        assertThat(delays[delays.length / 2]).isBetween(3_000L, 40_000L);
        assertThat(delays[delays.length * 99 / 100]).isBetween(200_000L, 1_000_000L);
        assertThat(delays[delays.length - 1]).isBetween(600_000L, 30 * 60_000L);
    }

    @Test
    void reportsOftenWhileMovingAndRarelyWhileParked() {
        for (TruckJourney journey : JOURNEYS.subList(3_000, 3_300)) {
            List<Long> fixes = new Tracker(journey, NormalDay.SIMULATION.scenario()).fixTimes();
            for (int i = 1; i < fixes.size(); i++) {
                long gap = fixes.get(i) - fixes.get(i - 1);
                boolean moving = !journey.timeline().isStoppedAt(fixes.get(i - 1));
                assertThat(gap).isPositive();
                assertThat(gap <= 30_000 || !moving).as("gap of %d ms", gap).isTrue();
            }
        }
    }

    private static long delayMillis(PositionReport fix) {
        return Duration.between(fix.eventTime(), fix.recordTime()).toMillis();
    }

    private static List<TruckJourney> crossedOn(int day) {
        Instant from = NormalDay.START.plus(Duration.ofDays(day));
        return JOURNEYS.stream()
                .filter(journey -> !journey.crossesAt().isBefore(from))
                .filter(journey -> journey.crossesAt().isBefore(from.plus(Duration.ofDays(1))))
                .toList();
    }

    private static Set<String> gatesWithTraffic() {
        return NormalDay.scenario().flows().stream().map(Flow::gate).collect(Collectors.toCollection(HashSet::new));
    }

    private static <T> double share(List<T> all, Predicate<T> wanted) {
        return (double) all.stream().filter(wanted).count() / all.size();
    }
}
