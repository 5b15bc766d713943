package io.bordergate.simulator;

import io.bordergate.simulator.Milestone.Confirmation;
import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Paperwork;
import io.bordergate.simulator.scenario.Scenario;
import java.util.List;
import java.util.OptionalLong;

/**
 * Writes down the confirmations of one declaration with the disorder of real offices: late, missing, received out of
 * order or twice, plates written in different ways. Not thread-safe.
 */
final class Clerk {

    static final double MINUTE = 60_000;
    private static final double BACKLOG_MINUTES = 1;
    /** The arrival is confirmed while the truck still stands in the yard. */
    private static final double LATEST_PART_OF_DWELL = 0.8;

    private final TruckJourney journey;
    private final Declaration declaration;
    private final Scenario scenario;
    private final Dice dice;
    private final List<Milestone> out;
    private final List<Truck> named;
    private String gate;
    private String yard;
    private int drawn;

    Clerk(TruckJourney journey, Declaration declaration, Scenario scenario, Dice dice, List<Milestone> out) {
        this(journey, declaration, scenario, dice, out, List.of());
    }

    private Clerk(
            TruckJourney journey,
            Declaration declaration,
            Scenario scenario,
            Dice dice,
            List<Milestone> out,
            List<Truck> named) {
        this.journey = journey;
        this.declaration = declaration;
        this.scenario = scenario;
        this.dice = dice;
        this.out = out;
        this.named = named;
        this.gate = journey.gateTimes().gate();
        this.yard = journey.gateTimes().yard();
    }

    /** One who names a truck in what follows. */
    Clerk naming(Truck truck) {
        return naming(List.of(truck));
    }

    Clerk naming(List<Truck> trucks) {
        Clerk other =
                new Clerk(journey, declaration, scenario, dice.pick("naming").pick(trucks.size()), out, trucks);
        other.gate = gate;
        other.yard = yard;
        return other;
    }

    /** From now on it is about another gate. */
    void at(GateTimes other) {
        gate = other.gate();
        yard = other.yard();
    }

    /** From now on it is about the gate and yard of another flow. */
    void at(Flow other) {
        gate = other.gate();
        yard = other.yard();
    }

    boolean isFirst(Truck truck) {
        return declaration.trucks().get(0).equals(truck);
    }

    long declaredAt() {
        return declaration.declaredAt();
    }

    void declared() {
        write(declaredAt(), declaration.trucks(), confirmed("DECLARED", "ENTERPRISE"), next());
    }

    /** Between so many minutes after a moment: it comes to this gate now, and is to arrive at a time. */
    void amended(long moment, double leastMinutes, double mostMinutes, long plannedArrival) {
        Dice draw = next();
        Confirmation amended = new Confirmation("AMENDED", "ENTERPRISE", gate, yard, OptionalLong.of(plannedArrival));
        write(moment + Math.round(draw.between(leastMinutes, mostMinutes) * MINUTE), named, amended, draw);
    }

    /** Adds a confirmation between so many minutes after a moment. */
    void after(long moment, double leastMinutes, double mostMinutes, String type, String authority) {
        Dice draw = next();
        long event = moment + Math.round(draw.between(leastMinutes, mostMinutes) * MINUTE);
        write(event, named, confirmed(type, authority), draw);
    }

    /** The arrival by one of two authorities, which may be late or forget it. */
    void gateIn(GateTimes times, double leastMinutes, double mostMinutes, String authority) {
        Dice draw = next();
        Dice trouble = dice.pick("trouble");
        Paperwork paperwork = scenario.paperwork();
        boolean concerned = authority.equals("CUSTOMS") == trouble.pick("who").chance(0.5);
        double share = concerned ? trouble.unit() : 1;
        if (share < paperwork.missingAuthorityShare()) {
            return;
        }
        double minutes = draw.between(leastMinutes, mostMinutes);
        if (share < paperwork.missingAuthorityShare() + paperwork.lateAuthorityShare()) {
            double late =
                    paperwork.lateAuthorityMinutes().at(trouble.pick("late").normal());
            minutes = Math.max(minutes, late);
        }
        long event = Math.min(times.arrived() + Math.round(minutes * MINUTE), latestGateIn(times));
        write(event, named, confirmed("GTIN", authority), draw);
    }

    /** Who queues for a service is confirmed when he goes at the latest; how long he will stay is not known before. */
    private long latestGateIn(GateTimes times) {
        double dwell = times.yardLeft() - times.yardEntered();
        return journey.queueing().isPresent()
                ? times.yardLeft()
                : times.yardEntered() + (long) (LATEST_PART_OF_DWELL * dwell);
    }

    private Dice next() {
        return dice.pick(drawn++);
    }

    private Confirmation confirmed(String type, String authority) {
        return new Confirmation(type, authority, gate, yard, OptionalLong.empty());
    }

    private void write(long moment, List<Truck> trucks, Confirmation confirmation, Dice draw) {
        Paperwork paperwork = scenario.paperwork();
        long event = Math.max(moment, declaredAt()) / 1000 * 1000;
        double usual = draw.pick("delay").between(0.1, 4);
        boolean delayed = draw.pick("delayed").chance(paperwork.delayedShare());
        double minutes =
                delayed ? paperwork.delayMinutes().at(draw.pick("how-late").normal()) : usual;
        long received = notBeforeStart(event + Math.round(minutes * MINUTE), draw);
        Milestone milestone = new Milestone(
                declaration,
                journey.flow(),
                confirmation,
                written(trucks, draw.pick("plates")),
                scenario.start().getOffset(),
                event,
                received / 1000 * 1000);
        out.add(milestone);
        if (draw.pick("repeated").chance(paperwork.repeatedShare())) {
            double again = draw.pick("again").between(1, 60) * MINUTE;
            out.add(milestone.receivedAt((received + (long) again) / 1000 * 1000));
        }
    }

    /** What happened before the start reaches a receiver when it first connects. */
    private long notBeforeStart(long received, Dice draw) {
        long start = scenario.startsAt().toEpochMilli();
        long backlog = start + Math.round(draw.pick("backlog").unit() * BACKLOG_MINUTES * MINUTE);
        return received < start ? backlog : received;
    }

    private List<Truck> written(List<Truck> trucks, Dice draw) {
        return trucks.stream()
                .map(truck -> draw.chance(scenario.paperwork().plateVariantShare())
                        ? Plates.writtenOtherwise(truck, draw.pick(truck.truckId()))
                        : truck)
                .toList();
    }
}
