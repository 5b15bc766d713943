package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bordergate.simulator.Guidance.Hold;
import io.bordergate.simulator.scenario.Direction;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures that two ways to run a gate are compared by, against a count minute by minute. */
class GateCostTest {

    private static final Instant FROM = GuidedGate.at(1);
    private static final Instant UNTIL = GuidedGate.at(22);
    private static final TrafficPlan PLAN = GuidedGate.plan(
            GuidedGate.meter(2, 2, new Hold(GuidedGate.BUFFER, 10)), GuidedGate.divert(8, GuidedGate.OTHER, 1, true));
    private static final GroundTruth TRUTH = GroundTruth.of(PLAN);

    @Test
    void hoursAtTheGateAreTheBacklogOverTime() {
        GateCost cost = TRUTH.cost(GuidedGate.GATE, FROM, UNTIL, 0.95);
        double exports = 0;
        double imports = 0;
        for (Instant time = FROM; time.isBefore(UNTIL); time = time.plusSeconds(60)) {
            exports += TRUTH.gates().backlogAt(GuidedGate.GATE, Direction.EXPORT, time) / 60.0;
            imports += TRUTH.gates().backlogAt(GuidedGate.GATE, Direction.IMPORT, time) / 60.0;
        }

        assertThat(cost.exportHoursAtGate()).isCloseTo(exports, within(2.0)).isGreaterThan(100);
        assertThat(cost.importHoursAtGate()).isCloseTo(imports, within(2.0)).isGreaterThan(5);
    }

    @Test
    void whoIsHeldOrSentElsewhereIsCountedOnceFromThenOn() {
        GateCost cost = TRUTH.cost(GuidedGate.GATE, FROM, UNTIL, 0.95);
        List<TruckJourney> asked = GuidedGate.settingOff(GuidedGate.plan(), 2, 8);
        long gone = asked.stream()
                .filter(journey -> GuidedGate.same(journey, PLAN).heldBack().isEmpty())
                .count();

        assertThat(cost.held() + cost.keptAtOrigin()).isEqualTo((int) (asked.size() - gone));
        assertThat(cost.held()).isGreaterThanOrEqualTo(10);
        assertThat(cost.diverted())
                .isEqualTo(GuidedGate.settingOff(GuidedGate.plan(), 8, 22).size());
        double held = 0;
        for (Instant time = FROM; time.isBefore(UNTIL); time = time.plusSeconds(60)) {
            held += TRUTH.occupancyAt(GuidedGate.BUFFER, time) / 60.0;
        }
        assertThat(cost.hoursInBuffers()).isLessThanOrEqualTo(held).isCloseTo(held, within(held * 0.1));
        assertThat(cost.hoursAtOrigins()).isGreaterThan(1);
        assertThat(cost.hoursWaited())
                .isCloseTo(
                        cost.exportHoursAtGate()
                                + cost.importHoursAtGate()
                                + cost.hoursInBuffers()
                                + cost.hoursAtOrigins(),
                        within(1e-9));
    }

    @Test
    void aYardIsFullAboveAShareOfItsCapacityAndAnAreaWithinItCountsOnce() {
        for (double share : new double[] {0.08, 0.12, 0.15}) {
            assertFull(GuidedGate.GATE, "bao-nguyen", 320, share);
        }
        for (double share : new double[] {0.01, 0.03, 0.08}) {
            assertFull(GuidedGate.OTHER, "xuan-cuong", 650, share);
        }
    }

    private static void assertFull(String gate, String yard, int capacity, double share) {
        double hours = 0;
        for (Instant time = FROM; time.isBefore(UNTIL); time = time.plusSeconds(60)) {
            hours += TRUTH.occupancyAt(yard, time) > share * capacity ? 1 / 60.0 : 0;
        }
        assertThat(TRUTH.cost(gate, FROM, UNTIL, share).hoursFull())
                .as("%s above %s", yard, share)
                .isCloseTo(hours, within(0.3))
                .isBetween(0.5, 20.9);
    }
}
