package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.bordergate.simulator.GateTimes.Crossing;
import io.bordergate.simulator.GroundTruth.Change;
import io.bordergate.simulator.scenario.Deviations;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.site.CrossingLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trucks that do not simply pass: as many as the scenario says, and they do what their story says. */
class StoryTest {

    private static final long SEED = 11;

    @Test
    void hasTheSharesOfTheScenario() {
        Deviations promised = DirtyDay.SIMULATION.scenario().deviations();
        List<TruckJourney> trips = DirtyDay.journeys().stream()
                .filter(journey -> journey.story() != Story.RECEIVER)
                .filter(journey -> isWithin(journey.gateTimes().arrived()))
                .toList();
        List<TruckJourney> exports = trips.stream()
                .filter(journey -> journey.flow().direction() == Direction.EXPORT)
                .toList();
        List<TruckJourney> chineseImports = trips.stream()
                .filter(journey -> journey.flow().direction() == Direction.IMPORT)
                .filter(journey -> journey.truck().isChinese())
                .toList();

        assertThat(share(trips, Story.UNDECLARED)).isCloseTo(promised.undeclared(), offset(0.012));
        assertThat(share(trips, Story.NO_SHOW)).isCloseTo(promised.noShow(), offset(0.012));
        assertThat(share(trips, Story.TWO_DECLARATIONS)).isCloseTo(promised.twoDeclarations(), offset(0.012));
        assertThat(share(trips, Story.SHARED_DECLARATION)).isCloseTo(2 * promised.sharedDeclaration(), offset(0.015));
        assertThat(share(exports, Story.TURNED_BACK)).isCloseTo(promised.turnedBack(), offset(0.02));
        assertThat(share(exports, Story.MOVED)).isCloseTo(promised.moved(), offset(0.02));
        assertThat(share(chineseImports, Story.TRANSSHIPPED)).isCloseTo(promised.transshipped(), offset(0.025));
    }

    @ParameterizedTest
    @EnumSource(Story.class)
    void crossesTheBorderAsItsStorySays(Story story) {
        assertThat(DirtyDay.journeys(story)).hasSizeGreaterThan(20).allSatisfy(journey -> {
            List<Boolean> out =
                    journey.crossings().stream().map(Crossing::leavesVietnam).toList();
            boolean export = journey.flow().direction() == Direction.EXPORT;
            assertThat(out)
                    .isEqualTo(
                            switch (story) {
                                case TURNED_BACK, RECEIVER -> List.of();
                                case TRANSSHIPPED -> List.of(false, true);
                                default -> List.of(export);
                            });
        });
    }

    @Test
    void crossesWhileTheBorderIsOpenAlsoOnAWayThatWasNotPlanned() {
        List<TruckJourney> rerouted = new ArrayList<>(DirtyDay.journeys(Story.MOVED));
        rerouted.addAll(DirtyDay.journeys(Story.TRANSSHIPPED));
        rerouted.addAll(DirtyDay.journeys(Story.SHARED_DECLARATION));

        assertThat(rerouted)
                .allMatch(journey -> DirtyDay.SIMULATION
                        .scenario()
                        .opening()
                        .crossing()
                        .include(journey.crossesAt()
                                .atOffset(DirtyDay.SIMULATION.scenario().start().getOffset())
                                .toLocalTime()));
    }

    @Test
    void movesFromOneGateToTheOtherWithinHours() {
        assertThat(DirtyDay.journeys(Story.MOVED)).allSatisfy(journey -> {
            GateTimes from = journey.gates().get(0);
            GateTimes to = journey.gates().get(1);
            assertThat(to.gate()).isNotEqualTo(from.gate());
            assertThat(to.arrived() - from.gateLeft()).isBetween(600_000L, 3 * 3_600_000L);
            assertThat(from.crossings()).isEmpty();
            assertThat(journey.visits(
                            NormalDay.SITE.findZone(from.yard()).orElseThrow().polygon()))
                    .hasSizeGreaterThanOrEqualTo(1);
        });
    }

    @Test
    void transshipsWhileAllTrucksStandInTheYard() {
        for (TruckJourney giver : DirtyDay.journeys(Story.TRANSSHIPPED)) {
            long at = giver.papers().transfer().orElseThrow().at();
            Set<String> trucks = new TreeSet<>();
            giver.papers().transfer().orElseThrow().trucks().forEach(truck -> trucks.add(truck.truckId()));
            assertThat(trucks).hasSize(3);
            DirtyDay.journeys().stream()
                    .filter(journey -> trucks.contains(journey.truck().truckId()))
                    .forEach(journey -> assertThat(journey.gateTimes().yardEntered() <= at
                                    && at < journey.gateTimes().yardLeft())
                            .isTrue());
        }
    }

    @Test
    void aNoShowIsNowhereAndSaysNothing() {
        assertThat(DirtyDay.journeys(Story.NO_SHOW)).allSatisfy(journey -> {
            assertThat(journey.positionAt(journey.crossesAt())).isEmpty();
            assertThat(new TruckFeed(journey, DirtyDay.SIMULATION.scenario()).fixes())
                    .isEmpty();
        });
    }

    @Test
    void theTruthCountsTrucksThatAreThereAndCrossingsThatHappen() {
        Random random = new Random(SEED);
        for (int sample = 0; sample < 20; sample++) {
            Instant time = DirtyDay.START.plusMillis(
                    (long) (random.nextDouble() * Duration.ofDays(2).toMillis()));
            for (String zone : DirtyDay.TRUTH.zones()) {
                Shape shape = Shape.of(zone);
                assertThat((long) DirtyDay.TRUTH.occupancyAt(zone, time))
                        .as("%s at %s, seed %d", zone, time, SEED)
                        .isEqualTo(DirtyDay.journeys().stream()
                                .flatMap(journey -> journey.positionAt(time).stream())
                                .filter(point -> shape.contains(point.lon(), point.lat()))
                                .count());
            }
        }
        assertThat(DirtyDay.TRUTH.crossings(DirtyDay.START, DirtyDay.END))
                .hasSizeBetween(2_300, 3_200)
                .extracting(GroundTruth.Crossing::truckId)
                .doesNotContainAnyElementsOf(DirtyDay.TRUTH.trucks(Story.NO_SHOW))
                .doesNotContainAnyElementsOf(DirtyDay.TRUTH.trucks(Story.TURNED_BACK));
        assertThat(DirtyDay.TRUTH.crossings(DirtyDay.START, DirtyDay.END)).allSatisfy(StoryTest::isAtTheLine);
        assertThat(DirtyDay.TRUTH.changes("bao-nguyen", DirtyDay.START, DirtyDay.END))
                .extracting(Change::trucks)
                .allMatch(trucks -> trucks >= 0);
    }

    private static void isAtTheLine(GroundTruth.Crossing crossing) {
        TruckJourney journey = DirtyDay.journeys().stream()
                .filter(candidate -> candidate.truck().truckId().equals(crossing.truckId()))
                .findFirst()
                .orElseThrow();
        CrossingLine line = NormalDay.SITE.findCrossing(crossing.gateId()).orElseThrow();
        double lat = journey.positionAt(crossing.at()).orElseThrow().lat();
        assertThat(lat).isCloseTo(line.points().get(0).lat(), offset(0.0001));
    }

    /** The trips that come on the days of the scenario; of those before, the long ones are more often still there. */
    private static boolean isWithin(long millis) {
        return DirtyDay.START.toEpochMilli() <= millis && millis < DirtyDay.END.toEpochMilli();
    }

    private static double share(List<TruckJourney> journeys, Story story) {
        Predicate<TruckJourney> wanted = journey -> journey.story() == story;
        return (double) journeys.stream().filter(wanted).count() / journeys.size();
    }
}
