package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.simulator.GateTruth.GateVisit;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.site.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The truth of gates against where trucks are, on the day on which all goes wrong. */
class GateTruthTest {

    private static final long SEED = 23;
    private static final GateTruth TRUTH = DirtyDay.TRUTH.gates();

    @Test
    void exportsAreClearedAtTheBorderAndImportsWhenTheyLeave() {
        Map<String, List<GateVisit>> byTruck =
                TRUTH.visits().stream().collect(Collectors.groupingBy(GateVisit::truckId));
        for (TruckJourney journey : DirtyDay.journeys(Story.ORDINARY)) {
            GateVisit visit = byTruck.get(journey.truck().truckId()).get(0);
            boolean export = visit.direction() == Direction.EXPORT;
            assertThat(visit.arrivedAt().toEpochMilli())
                    .isEqualTo(journey.gateTimes().arrived());
            assertThat(visit.clearedAt().orElseThrow())
                    .isEqualTo(
                            export
                                    ? journey.crossesAt()
                                    : Instant.ofEpochMilli(journey.gateTimes().gateLeft()));
            assertThat(visit.waited().orElseThrow()).isPositive();
        }
    }

    @Test
    void whoTurnsBackIsNotClearedAndWhoMovesIsClearedAtTheSecondGate() {
        for (Story story : List.of(Story.TURNED_BACK, Story.MOVED)) {
            for (TruckJourney journey : DirtyDay.journeys(story)) {
                List<GateVisit> visits = TRUTH.visits().stream()
                        .filter(visit -> visit.truckId().equals(journey.truck().truckId()))
                        .toList();
                assertThat(visits.get(0).clearedAt()).isEmpty();
                assertThat(visits).hasSize(story == Story.MOVED ? 2 : 1);
                if (story == Story.MOVED) {
                    assertThat(visits.get(1).clearedAt()).contains(journey.crossesAt());
                    assertThat(visits.get(1).arrivedAt()).isAfter(visits.get(0).leftAt());
                }
            }
        }
    }

    @Test
    void theBacklogIsWhoStandsInTheZonesOfTheGateOrIsOnTheWayFromThereToTheBorder() {
        Random random = new Random(SEED);
        for (int sample = 0; sample < 10; sample++) {
            Instant time = DirtyDay.START.plusMillis(
                    (long) (random.nextDouble() * Duration.ofDays(2).toMillis()));
            for (String gate : List.of("huu-nghi", "tan-thanh")) {
                List<Shape> zones = DirtyDay.SIMULATION.scenario().site().zones().stream()
                        .filter(zone -> zone.gate().equals(gate))
                        .filter(zone ->
                                zone.kind().equals("gate") || zone.kind().equals("yard"))
                        .map(Zone::id)
                        .map(Shape::of)
                        .toList();
                int inside = (int) DirtyDay.journeys().stream()
                        .flatMap(journey -> journey.positionAt(time).stream())
                        .filter(point -> zones.stream().anyMatch(zone -> zone.contains(point.lon(), point.lat())))
                        .count();
                int backlog =
                        TRUTH.backlogAt(gate, Direction.EXPORT, time) + TRUTH.backlogAt(gate, Direction.IMPORT, time);
                assertThat(backlog - inside)
                        .as("%s at %s, seed %d", gate, time, SEED)
                        .isBetween(0, 3);
            }
        }
    }
}
