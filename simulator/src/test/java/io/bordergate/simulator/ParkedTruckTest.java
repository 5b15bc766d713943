package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.scenario.Step;
import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Polygon;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A truck that stands in a yard is seen in that yard, whatever its tracker's noise. */
class ParkedTruckTest {

    private static final List<TruckJourney> SOME =
            NormalDay.SIMULATION.plan().journeys().subList(1_000, 2_500);

    @Test
    void standsWellAwayFromEveryFence() {
        for (TruckJourney journey : SOME) {
            for (int i = 0; i < journey.stops().size(); i++) {
                Point bay = journey.timeline().pointAt(journey.stops().get(i).from());
                assertThat(yard(journey, i).contains(bay)).isTrue();
                assertThat(NormalDay.SITE.zones())
                        .allMatch(zone -> zone.polygon().metresToEdge(bay) >= 14.9);
            }
        }
    }

    @Test
    void isNeverSeenOutsideItsYard() {
        long parkedFixes = 0;
        for (TruckJourney journey : SOME) {
            for (FixEmission fix : new TruckFeed(journey, NormalDay.SIMULATION.scenario()).fixes()) {
                Point truth = journey.timeline().pointAt(fix.eventMillis());
                assertThat(fix.reportedPoint().metresTo(truth)).isLessThanOrEqualTo(5);
                if (journey.timeline().phaseAt(fix.eventMillis()) == Phase.PARKED) {
                    assertThat(yard(journey, stopAt(journey, fix.eventMillis())).contains(fix.reportedPoint()))
                            .isTrue();
                    parkedFixes++;
                }
            }
        }
        assertThat(parkedFixes).isGreaterThan(10_000);
    }

    private static int stopAt(TruckJourney journey, long millis) {
        for (int i = 0; i < journey.stops().size(); i++) {
            if (journey.stops().get(i).contains(millis)) {
                return i;
            }
        }
        throw new AssertionError("parked outside its stops");
    }

    private static Polygon yard(TruckJourney journey, int stop) {
        Step.Park park = journey.flow().parks().get(stop);
        return NormalDay.SITE.findZone(park.zone()).orElseThrow().polygon();
    }
}
