package io.bordergate.simulator;

import static io.bordergate.simulator.GuidedGate.BUFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.bordergate.simulator.Guidance.Hold;
import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.site.Polygon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Trucks that are asked to wait: in the lanes, in a buffer or where they come from. */
class HoldTest {

    private static final TrafficPlan UNGUIDED = GuidedGate.plan();
    private static final Polygon PARK =
            NormalDay.SITE.findZone(BUFFER).orElseThrow().polygon();

    @Test
    void fromTheLanesOneEntersTheYardPerToken() {
        TrafficPlan plan =
                TrafficPlan.of(GuidedGate.scenario(0), List.of(GuidedGate.meter(1, 2), GuidedGate.lifted(6)));

        List<Long> admitted = GuidedGate.exports(plan).stream()
                .filter(journey -> journey.flow().gate().equals(GuidedGate.GATE))
                .flatMap(journey -> journey.stops().stream()
                        .filter(stop -> journey.timeline().phaseAt(stop.from()) == Phase.WAITING))
                .map(Interval::to)
                .filter(end -> end >= millis(1) && end < millis(6))
                .sorted()
                .toList();
        assertThat(admitted).containsExactlyElementsOf(hours(1.5, 0.5, 9));
        assertThat(entered(plan, 1.5, 6)).isBetween(8L, 10L);
        assertThat(entered(UNGUIDED, 1.5, 6)).isGreaterThan(25);
    }

    @Test
    void whoHasToWaitAtItsOriginStartsLaterAndNothingIsSeenOfIt() {
        TrafficPlan plan = GuidedGate.plan(GuidedGate.meter(2, 0), GuidedGate.lifted(6));
        List<TruckJourney> asked = GuidedGate.settingOff(UNGUIDED, 2, 6);

        assertThat(asked).hasSizeGreaterThan(25);
        for (TruckJourney before : asked) {
            TruckJourney after = GuidedGate.same(before, plan);
            HeldBack held = after.heldBack().orElseThrow();
            assertThat(held.buffer()).isEmpty();
            assertThat(held.time().from()).isEqualTo(before.timeline().startsAt());
            assertThat(held.time().to()).isEqualTo(after.timeline().startsAt());
            assertThat(new TruckFeed(after, plan.scenario()).fixes())
                    .allMatch(fix -> fix.eventMillis() >= held.time().to());
            assertThat(after.papers()).isEqualTo(before.papers());
        }
        assertThat(letGo(plan)).containsExactlyElementsOf(every20Seconds(6, asked.size()));
    }

    @Test
    void theFirstToWaitStandInTheBufferAndGoFirst() {
        TrafficPlan plan = GuidedGate.plan(GuidedGate.meter(2, 0, new Hold(BUFFER, 5)), GuidedGate.lifted(6));
        List<TruckJourney> asked = GuidedGate.settingOff(UNGUIDED, 2, 6).stream()
                .sorted(Comparator.comparing(TruckJourney::startsAt))
                .toList();

        for (int i = 0; i < asked.size(); i++) {
            TruckJourney before = asked.get(i);
            TruckJourney after = GuidedGate.same(before, plan);
            HeldBack held = after.heldBack().orElseThrow();
            assertThat(held.buffer().isPresent()).isEqualTo(i < 5);
            assertThat(held.time()).isEqualTo(new Interval(before.timeline().startsAt(), millis(6) + i * 20_000L));
            if (i < 5) {
                standsInThePark(after, held);
            }
        }
    }

    private static void standsInThePark(TruckJourney journey, HeldBack held) {
        assertThat(journey.timeline().startsAt()).isEqualTo(held.time().from());
        assertThat(journey.stops().get(0)).isEqualTo(held.time());
        assertThat(PARK.contains(journey.timeline().pointAt(held.time().from())))
                .isTrue();
        assertThat(held.buffer().orElseThrow().points()).hasSize(4);
        long road = held.buffer().orElseThrow().duration();
        assertThat(road).isBetween(5 * 60_000L, 15 * 60_000L);
        long begins = held.time().to() + road;
        assertThat(journey.timeline().pointAt(begins))
                .isEqualTo(held.buffer().get().points().get(3));
        assertThat(journey.queueing().orElseThrow().joined()).isGreaterThan(begins);
    }

    @Test
    void aTokenGoesToTheBufferBeforeTheOriginsAndIsBroughtAlong() {
        TrafficPlan plan = GuidedGate.plan(GuidedGate.meter(2, 4, new Hold(BUFFER, 3)));
        List<HeldBack> held = GuidedGate.exports(plan).stream()
                .flatMap(journey -> journey.heldBack().stream())
                .sorted(Comparator.comparingLong(stay -> stay.time().to()))
                .toList();
        List<HeldBack> early =
                held.stream().filter(stay -> stay.time().to() < millis(20)).toList();

        assertThat(early).hasSizeGreaterThan(55);
        assertThat(early).allMatch(stay -> (stay.time().to() - millis(2)) % 900_000 == 0);
        assertThat(early.stream().map(stay -> stay.time().to())).doesNotHaveDuplicates();
        for (HeldBack stay : early) {
            long standing = held.stream()
                    .filter(other -> other.buffer().isPresent()
                            && other.time().contains(stay.time().from()))
                    .count();
            assertThat(standing).isLessThanOrEqualTo(3);
            if (stay.buffer().isEmpty()) {
                assertThat(held)
                        .noneMatch(other -> other.buffer().isPresent()
                                && other.time().from() < stay.time().to()
                                && other.time().to() > stay.time().to());
            }
        }
        assertThat(GuidedGate.exports(plan).stream()
                        .filter(journey -> journey.heldBack().isPresent())
                        .filter(journey -> journey.heldBack().get().time().to() < millis(20))
                        .flatMap(journey -> journey.stops().stream()
                                .filter(stop -> journey.timeline().phaseAt(stop.from()) == Phase.WAITING)))
                .as("who brought a token does not wait in the lanes while the yard has room")
                .allMatch(stop -> stop.length() <= 60_000);
    }

    @Test
    void whoStandsInTheLanesHasTheTokensBeforeAllOthers() {
        TrafficPlan plan =
                TrafficPlan.of(GuidedGate.scenario(0.5), List.of(GuidedGate.meter(2, 2, new Hold(BUFFER, 5))));
        List<HeldBack> held = GuidedGate.exports(plan).stream()
                .flatMap(journey -> journey.heldBack().stream())
                .toList();

        assertThat(entered(plan, 4, 16)).isBetween(23L, 25L);
        assertThat(held).hasSizeGreaterThan(50);
        assertThat(held)
                .noneMatch(stay -> stay.time().to() >= millis(4) && stay.time().to() < millis(16));
    }

    @Test
    void whoIsSentElsewhereWaitsThereLikeAllWhoSetOffThere() {
        Guidance closed = new Guidance(GuidedGate.at(1), GuidedGate.OTHER, List.of(), List.of(), OptionalDouble.of(0));
        TrafficPlan plan = GuidedGate.plan(GuidedGate.divert(2, GuidedGate.OTHER, 1, true), closed);
        List<TruckJourney> asked = GuidedGate.settingOff(UNGUIDED, 2, 20);

        assertThat(asked).hasSizeGreaterThan(100);
        for (TruckJourney before : asked) {
            TruckJourney after = GuidedGate.same(before, plan);
            assertThat(after.flow().gate()).isEqualTo(GuidedGate.OTHER);
            assertThat(after.heldBack().orElseThrow().time().from())
                    .isGreaterThan(before.timeline().startsAt());
            assertThat(after.startsAt()).isAfterOrEqualTo(GuidedGate.at(24));
        }
    }

    @Test
    void whoWaitsToTheEndIsLetGoThen() {
        TrafficPlan plan = GuidedGate.plan(GuidedGate.meter(2, 0, new Hold(BUFFER, 5)));

        assertThat(plan.presentAt(GuidedGate.at(23.9)).stream()
                        .filter(journey -> PARK.contains(
                                journey.positionAt(GuidedGate.at(23.9)).orElseThrow())))
                .hasSize(5);
        assertThat(plan.journeys()).hasSameSizeAs(UNGUIDED.journeys());
    }

    @Test
    void aBufferMustBeOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuidedGate.plan(GuidedGate.meter(2, 0, new Hold("bao-nguyen", 5))))
                .withMessageContaining("'bao-nguyen' is no buffer");
    }

    private static long entered(TrafficPlan plan, double from, double until) {
        return GuidedGate.exports(plan).stream()
                .filter(journey -> journey.gateTimes().gate().equals(GuidedGate.GATE))
                .map(journey -> journey.gateTimes().yardEntered())
                .filter(time -> time >= millis(from) && time < millis(until))
                .count();
    }

    private static List<Long> letGo(TrafficPlan plan) {
        return GuidedGate.exports(plan).stream()
                .flatMap(journey -> journey.heldBack().stream())
                .map(held -> held.time().to())
                .sorted()
                .toList();
    }

    private static List<Long> every20Seconds(double hours, int count) {
        return LongStream.range(0, count)
                .map(i -> millis(hours) + i * 20_000)
                .boxed()
                .toList();
    }

    private static List<Long> hours(double first, double step, int count) {
        List<Long> times = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> times.add(millis(first + i * step)));
        return times;
    }

    private static long millis(double hours) {
        Instant at = GuidedGate.at(hours);
        return at.toEpochMilli();
    }
}
