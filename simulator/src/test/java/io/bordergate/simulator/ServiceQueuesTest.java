package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.simulator.GroundTruth.Change;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.scenario.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every queue, on scenarios that follow from a seed. */
class ServiceQueuesTest {

    private static final Map<Long, TrafficPlan> PLANS = new ConcurrentHashMap<>();

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theYardNeverHoldsMoreThanItsCapacity(long seed) {
        TrafficPlan plan = plan(seed);
        int capacity =
                plan.scenario().site().findZone(SmallQueues.YARD).orElseThrow().capacity();

        assertThat(GroundTruth.of(plan).changes(SmallQueues.YARD, from(plan), until(plan)))
                .extracting(Change::trucks)
                .allMatch(trucks -> 0 <= trucks && trucks <= capacity);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachSlotTakesTheReadyTruckThatEnteredFirst(long seed) {
        TrafficPlan plan = plan(seed);
        for (Service service : plan.scenario().operation().services()) {
            List<TruckJourney> trucks = trucks(plan, service);
            List<Long> slots = slots(plan.scenario(), service);
            for (long slot : slots) {
                List<TruckJourney> gone =
                        trucks.stream().filter(truck -> departs(truck) == slot).toList();
                List<TruckJourney> first = trucks.stream()
                        .filter(truck -> ready(truck) <= slot && departs(truck) >= slot)
                        .min(Comparator.comparingLong(truck -> truck.gateTimes().yardEntered()))
                        .stream()
                        .toList();
                assertThat(gone).as("%s at %d", service.id(), slot).isEqualTo(first);
            }
            long end = until(plan).toEpochMilli();
            assertThat(trucks.stream().map(ServiceQueuesTest::departs).filter(time -> time < end))
                    .allMatch(slots::contains);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyGoesBeforeItIsReady(long seed) {
        TrafficPlan plan = plan(seed);
        assertThat(plan.journeys()).allMatch(truck -> departs(truck) >= ready(truck));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoStandsOnTheQueueRoadGoesOnInTheOrderOfComing(long seed) {
        TrafficPlan plan = plan(seed);
        for (Service service : plan.scenario().operation().services()) {
            List<Interval> stands = trucks(plan, service).stream()
                    .flatMap(truck -> truck.stops().stream()
                            .filter(stop -> truck.timeline().phaseAt(stop.from()) == Phase.WAITING))
                    .sorted(Comparator.comparingLong(Interval::from))
                    .toList();
            assertThat(stands).extracting(Interval::to).isSorted();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoWaitedAndWhoCameHaveGoneOrWait(long seed) {
        TrafficPlan plan = plan(seed);
        GateTruth truth = GroundTruth.of(plan).gates();
        Instant from = from(plan);
        Random random = new Random(seed);
        for (Direction direction : Direction.values()) {
            int stock = truth.backlogAt("tan-thanh", direction, from);
            Instant time = from.plusMillis((long) (random.nextDouble() * 2 * 86_400_000));
            int come = truth.arrivals("tan-thanh", direction, from.plusMillis(1), time.plusMillis(1))
                    .size();
            int gone = truth.cleared("tan-thanh", direction, from.plusMillis(1), time.plusMillis(1))
                    .size();
            assertThat(truth.backlogAt("tan-thanh", direction, time)).isEqualTo(stock + come - gone);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void importsCrossTheBorderOnlyWhileTheirServiceWorks(long seed) {
        TrafficPlan plan = plan(seed);
        Service service = plan.scenario().operation().services().get(1);
        ServiceHours hours = new ServiceHours(plan.scenario(), service);
        for (TruckJourney truck : trucks(plan, service)) {
            long crossed = truck.gateTimes().crossed().orElseThrow();
            boolean open = hours.isOpenAt(crossed)
                    || hours.isOpenAt(crossed - Duration.ofMinutes(15).toMillis());
            assertThat(open || crossed >= until(plan).toEpochMilli()).isTrue();
        }
    }

    private static TrafficPlan plan(long seed) {
        return PLANS.computeIfAbsent(seed, given -> TrafficPlan.of(SmallQueues.scenario(given)));
    }

    private static List<TruckJourney> trucks(TrafficPlan plan, Service service) {
        return plan.journeys().stream()
                .filter(TruckJourney::comes)
                .filter(truck -> service.serves(truck.flow()))
                .toList();
    }

    /** All moments of a service within the scenario. */
    private static List<Long> slots(Scenario scenario, Service service) {
        ServiceHours hours = new ServiceHours(scenario, service);
        Dice dice = Dice.of(scenario.seed()).pick("slots").pick(service.id());
        List<Long> slots = new ArrayList<>();
        for (int day = 0; day <= scenario.days(); day++) {
            var date = scenario.start().toLocalDate().plusDays(day);
            slots.addAll(hours.slots(date, dice.pick(date.toEpochDay())));
        }
        slots.removeIf(slot -> slot < scenario.startsAt().toEpochMilli()
                || slot >= scenario.endsAt().toEpochMilli());
        return slots;
    }

    private static long ready(TruckJourney truck) {
        long papers =
                truck.gateTimes().yardEntered() + truck.queueing().orElseThrow().processing();
        return Math.max(papers, yardStop(truck).from());
    }

    private static long departs(TruckJourney truck) {
        return yardStop(truck).to();
    }

    private static Interval yardStop(TruckJourney truck) {
        return truck.stops().get(truck.stops().size() - 1);
    }

    private static Instant from(TrafficPlan plan) {
        return plan.scenario().startsAt();
    }

    private static Instant until(TrafficPlan plan) {
        return plan.scenario().endsAt();
    }
}
