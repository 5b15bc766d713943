package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.site.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a trip looks like from its beginning to its end. */
class TruckJourneyTest {

    private static final List<TruckJourney> JOURNEYS =
            NormalDay.SIMULATION.plan().journeys();

    @Test
    void exportTrucksQueueParkAndGoOver() {
        assertThat(phases("tan-thanh-export"))
                .containsExactly(
                        Phase.APPROACH,
                        Phase.QUEUE,
                        Phase.GATE,
                        Phase.PARKED,
                        Phase.TO_CROSSING,
                        Phase.OVER,
                        Phase.GONE);
    }

    @Test
    void importTrucksComeOverParkAndLeave() {
        assertThat(phases("tan-thanh-import"))
                .containsExactly(Phase.APPROACH, Phase.QUEUE, Phase.GATE, Phase.PARKED, Phase.LEAVING, Phase.GONE);
    }

    @Test
    void changesSidesOfTheBorderAtItsCrossing() {
        for (TruckJourney journey : JOURNEYS.subList(0, 2_000)) {
            double before = journey.positionAt(journey.crossesAt().minusSeconds(2))
                    .map(Point::lat)
                    .orElseThrow();
            double after = journey.positionAt(journey.crossesAt().plusSeconds(2))
                    .map(Point::lat)
                    .orElseThrow();
            boolean northwards = after > before;
            assertThat(northwards).isEqualTo(journey.flow().direction() == Direction.EXPORT);
        }
    }

    @Test
    void movesWithoutJumps() {
        for (TruckJourney journey : JOURNEYS.subList(2_000, 2_100)) {
            Instant last = journey.startsAt();
            for (Instant now = last.plusSeconds(10); now.isBefore(journey.endsAt()); now = now.plusSeconds(10)) {
                double metres = journey.positionAt(last)
                        .orElseThrow()
                        .metresTo(journey.positionAt(now).orElseThrow());
                assertThat(metres).isLessThan(150);
                last = now;
            }
        }
    }

    @Test
    void hasAPlateOfItsOwnInValidForm() {
        Set<String> digits = new HashSet<>();
        for (TruckJourney journey : JOURNEYS) {
            String truckId = journey.truck().truckId();
            assertThat(truckId).matches("VN:[0-9]{2}[A-Z][0-9]{5}|CN:[桂粤湘云鲁][A-Z][0-9]{5}");
            assertThat(journey.truck().plateText().replaceAll("[-. ]", "")).isEqualTo(truckId.substring(3));
            digits.add(truckId);
        }
        assertThat(digits).hasSameSizeAs(JOURNEYS);
    }

    private static List<Phase> phases(String flow) {
        TruckJourney journey = JOURNEYS.stream()
                .filter(candidate -> candidate.flow().id().equals(flow))
                .findFirst()
                .orElseThrow();
        List<Phase> phases = new ArrayList<>();
        for (Instant time = journey.startsAt();
                time.isBefore(journey.endsAt().plus(Duration.ofMinutes(1)));
                time = time.plusSeconds(1)) {
            Phase phase = journey.phaseAt(time);
            if (phases.isEmpty() || phases.get(phases.size() - 1) != phase) {
                phases.add(phase);
            }
        }
        return phases;
    }
}
