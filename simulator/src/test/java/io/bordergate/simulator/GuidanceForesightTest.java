package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever operators ask: it has no effect on what was before, and no truck is lost by it. */
class GuidanceForesightTest {

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsAskedLaterChangesNothingReportedBefore(long seed) {
        Random random = new Random(seed);
        Scenario scenario = GuidedGate.random(random);
        List<Guidance> all = GuidedGate.randomOrders(random);
        List<Report> toTheEnd = new ArrayList<>();
        Simulation.of(scenario, all).reportsFrom(0).forEachRemaining(toTheEnd::add);

        for (int known = 0; known < all.size(); known++) {
            Instant next = all.get(known).at();
            List<Report> asFar = reportsBefore(next, Simulation.of(scenario, all.subList(0, known)));
            List<Report> same = toTheEnd.stream()
                    .takeWhile(report -> report.recordTime().isBefore(next))
                    .toList();
            assertThat(same).as("%s, the first %d known", all, known).isEqualTo(asFar);
        }
    }

    private static List<Report> reportsBefore(Instant time, Simulation simulation) {
        List<Report> reports = new ArrayList<>();
        Iterator<Report> all = simulation.reportsFrom(0);
        while (all.hasNext()) {
            Report report = all.next();
            if (!report.recordTime().isBefore(time)) {
                break;
            }
            reports.add(report);
        }
        return reports;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyTruckThatComesStillPassesOnceAndWaitsInOnePlace(long seed) {
        Random random = new Random(seed);
        Scenario scenario = GuidedGate.random(random);
        TrafficPlan plan = TrafficPlan.of(scenario, GuidedGate.randomOrders(random));
        TrafficPlan unguided = TrafficPlan.of(scenario);

        assertThat(ids(plan)).isEqualTo(ids(unguided)).hasSameSizeAs(plan.journeys());
        for (TruckJourney journey : plan.journeys()) {
            assertThat(journey.gates()).hasSize(1);
            assertThat(journey.crossings()).hasSize(1);
            GateTimes times = journey.gateTimes();
            List<Long> moments = new ArrayList<>();
            journey.heldBack().ifPresent(held -> moments.add(held.time().from()));
            journey.heldBack().ifPresent(held -> moments.add(held.time().to()));
            moments.add(journey.queueing().orElseThrow().joined());
            moments.add(times.yardEntered());
            moments.add(times.yardLeft());
            assertThat(moments).isSorted();
            for (int i = 1; i < journey.stops().size(); i++) {
                assertThat(journey.stops().get(i).from())
                        .isGreaterThanOrEqualTo(journey.stops().get(i - 1).to());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoWaitedAndWhoCameHaveGoneOrWait(long seed) {
        Random random = new Random(seed);
        Scenario scenario = GuidedGate.random(random);
        TrafficPlan plan = TrafficPlan.of(scenario, GuidedGate.randomOrders(random));
        GateTruth truth = GroundTruth.of(plan).gates();
        Instant from = scenario.startsAt();
        Instant time = from.plusMillis((long) (random.nextDouble() * 86_400_000));
        for (String gate : List.of(GuidedGate.GATE, GuidedGate.OTHER)) {
            int stock = truth.backlogAt(gate, Direction.EXPORT, from);
            int come = truth.arrivals(gate, Direction.EXPORT, from.plusMillis(1), time.plusMillis(1))
                    .size();
            int gone = truth.cleared(gate, Direction.EXPORT, from.plusMillis(1), time.plusMillis(1))
                    .size();
            assertThat(truth.backlogAt(gate, Direction.EXPORT, time)).isEqualTo(stock + come - gone);
        }
    }

    @Test
    void theSameIsReportedEachTimeAndGuidanceThatAsksNothingIsNone() {
        Random random = new Random(3);
        Scenario scenario = GuidedGate.random(random);
        List<Guidance> orders = GuidedGate.randomOrders(random);

        assertSame(Simulation.of(scenario, orders), Simulation.of(scenario, orders));
        assertSame(Simulation.of(scenario), Simulation.of(scenario, List.of(GuidedGate.lifted(3))));
    }

    private static void assertSame(Simulation one, Simulation other) {
        Iterator<Report> left = one.reportsFrom(0);
        Iterator<Report> right = other.reportsFrom(0);
        while (left.hasNext()) {
            assertThat(right.next()).isEqualTo(left.next());
        }
        assertThat(right.hasNext()).isFalse();
    }

    private static Set<String> ids(TrafficPlan plan) {
        Set<String> ids = new HashSet<>();
        plan.journeys().forEach(journey -> ids.add(journey.truck().truckId()));
        return ids;
    }
}
