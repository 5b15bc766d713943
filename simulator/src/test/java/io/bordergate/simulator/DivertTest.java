package io.bordergate.simulator;

import static io.bordergate.simulator.GuidedGate.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bordergate.simulator.scenario.Flow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Trucks that are asked to go to another gate when they set off. */
class DivertTest {

    private static final TrafficPlan UNGUIDED = GuidedGate.plan();
    private static final TrafficPlan ALL = GuidedGate.plan(GuidedGate.divert(2, OTHER, 1, false), GuidedGate.lifted(6));

    @Test
    void whoSetsOffWhileItIsInForceGoesToTheOtherGateUnlessItIsRefrigerated() {
        Set<String> asked = GuidedGate.settingOff(UNGUIDED, 2, 6).stream()
                .map(journey -> journey.truck().truckId())
                .collect(Collectors.toSet());
        assertThat(asked).hasSizeGreaterThan(25);
        for (TruckJourney before : GuidedGate.exports(UNGUIDED)) {
            boolean cold = before.papers().declarations().stream().anyMatch(Declaration::refrigerated);
            boolean goes = asked.contains(before.truck().truckId()) && !cold;
            TruckJourney after = GuidedGate.same(before, ALL);
            assertThat(after.flow().gate())
                    .isEqualTo(goes ? OTHER : before.flow().gate());
            assertThat(after.gateTimes().gate()).isEqualTo(after.flow().gate());
            assertThat(after.papers().amendment().isPresent()).isEqualTo(goes);
        }
    }

    @Test
    void itBeginsTheOtherWayAfterTheWayToItsBeginning() {
        Flow other = ALL.scenario().flows().get(2);
        QueuedRoute route = new QueuedRoute(other, new Ground(NormalDay.SITE)::bay, Dice.of(1));
        for (TruckJourney after : diverted(ALL)) {
            TruckJourney before = GuidedGate.same(after, UNGUIDED);
            double metres =
                    before.timeline().pointAt(before.timeline().startsAt()).metresTo(route.begin()) * 1.4;
            double minutes =
                    Duration.between(before.startsAt(), after.startsAt()).toMillis() / 60_000.0;
            assertThat(minutes).isCloseTo(metres / 35_000 * 60, within(0.01)).isGreaterThan(5);
            assertThat(after.timeline().pointAt(after.timeline().startsAt())).isEqualTo(route.begin());
        }
    }

    @Test
    void itsDeclarationIsAmendedAndAllThatFollowsIsOfTheOtherGate() {
        int amended = 0;
        for (TruckJourney after : diverted(ALL)) {
            long setOff = GuidedGate.same(after, UNGUIDED).timeline().startsAt();
            List<Milestone> milestones = new MilestoneScript(after, ALL.scenario()).milestones();
            for (Milestone milestone : milestones) {
                boolean first = Set.of("DECLARED", "REGISTERED").contains(milestone.type());
                assertThat(milestone.confirmation().gate()).isEqualTo(first ? GuidedGate.GATE : OTHER);
                if (milestone.type().equals("AMENDED")) {
                    amended++;
                    assertThat(milestone.eventMillis()).isBetween(setOff + 59_000, setOff + 600_000);
                    String json = milestone.report(0).json();
                    assertThat(json).contains("\"gateId\":\"huu-nghi\"", "\"yardId\":\"xuan-cuong\"", "plannedArrival");
                    long planned = milestone.confirmation().plannedAnew().orElseThrow();
                    assertThat(Math.abs(planned - after.gateTimes().arrived())).isLessThan(3 * 3_600_000L);
                } else if (!first) {
                    assertThat(milestone.eventMillis())
                            .isGreaterThanOrEqualTo(after.gateTimes().arrived() / 1000 * 1000);
                }
            }
        }
        assertThat(amended).isGreaterThan(8);
    }

    @Test
    void oneDrawDecidesSoThatAGreaterShareTakesMoreAndTheSame() {
        Set<String> few = ids(diverted(share(0.3)));
        Set<String> many = ids(diverted(share(0.6)));
        int all = GuidedGate.settingOff(UNGUIDED, 0, 24).size();

        assertThat(many).containsAll(few);
        assertThat(few.size() / (double) all).isCloseTo(0.3, within(0.08));
        assertThat(many.size() / (double) all).isCloseTo(0.6, within(0.08));
    }

    @Test
    void whoDoesNotObeyAndWhoHasNowhereToGoGoesAsBefore() {
        TrafficPlan deaf = TrafficPlan.of(GuidedGate.scenario(0), List.of(GuidedGate.divert(2, OTHER, 1, true)));
        TrafficPlan nowhere = GuidedGate.plan(GuidedGate.divert(2, "chi-ma", 1, true));

        for (TrafficPlan plan : List.of(deaf, nowhere)) {
            assertThat(diverted(plan)).isEmpty();
            assertThat(plan.journeys()).hasSameSizeAs(UNGUIDED.journeys());
            for (TruckJourney journey : UNGUIDED.journeys()) {
                assertThat(GuidedGate.same(journey, plan).endsAt()).isEqualTo(journey.endsAt());
            }
        }
    }

    private static TrafficPlan share(double share) {
        return GuidedGate.plan(GuidedGate.divert(0, OTHER, share, true), GuidedGate.lifted(24));
    }

    private static List<TruckJourney> diverted(TrafficPlan plan) {
        return plan.journeys().stream()
                .filter(journey -> journey.papers().amendment().isPresent())
                .toList();
    }

    private static Set<String> ids(List<TruckJourney> journeys) {
        return new HashSet<>(
                journeys.stream().map(journey -> journey.truck().truckId()).toList());
    }
}
