package io.bordergate.simulator;

import io.bordergate.simulator.GateTruth.GateVisit;
import io.bordergate.simulator.scenario.Direction;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Adds up what trucks lost at a gate, and before it for its sake, from the plan alone. Immutable. */
record GateCosts(TrafficPlan plan, GateTruth truth) {

    private static final double HOUR = 3_600_000;

    GateCost of(String gate, Interval time, double fullAbove) {
        List<HeldBack> held = coming().filter(journey -> journey.flow().gate().equals(gate))
                .flatMap(journey -> journey.heldBack().stream())
                .toList();
        Predicate<HeldBack> inBuffer = stay -> stay.buffer().isPresent();
        return new GateCost(
                gate,
                atGate(gate, Direction.EXPORT, time),
                atGate(gate, Direction.IMPORT, time),
                hours(held.stream().filter(inBuffer), time),
                hours(held.stream().filter(inBuffer.negate()), time),
                YardFill.of(plan, gate).millisAbove(fullAbove, time) / HOUR,
                diverted(gate, time),
                begun(held.stream().filter(inBuffer), time),
                begun(held.stream().filter(inBuffer.negate()), time));
    }

    private double atGate(String gate, Direction direction, Interval time) {
        return truth.visits().stream()
                        .filter(visit -> visit.gateId().equals(gate) && visit.direction() == direction)
                        .map(GateCosts::stay)
                        .mapToLong(stay -> stay.lengthWithin(time))
                        .sum()
                / HOUR;
    }

    private static Interval stay(GateVisit visit) {
        return new Interval(visit.arrivedAt().toEpochMilli(), visit.leftAt().toEpochMilli());
    }

    private static double hours(Stream<HeldBack> held, Interval time) {
        return held.mapToLong(stay -> stay.time().lengthWithin(time)).sum() / HOUR;
    }

    private static int begun(Stream<HeldBack> held, Interval time) {
        return (int) held.filter(stay -> time.contains(stay.time().from())).count();
    }

    private int diverted(String gate, Interval time) {
        return (int) coming().flatMap(journey -> journey.papers().amendment().stream())
                .filter(amendment -> amendment.declaredFor().gate().equals(gate) && time.contains(amendment.after()))
                .count();
    }

    private Stream<TruckJourney> coming() {
        return plan.journeys().stream().filter(TruckJourney::comes);
    }
}
