package io.bordergate.simulator;

import io.bordergate.simulator.GateTimes.Crossing;
import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Polygon;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One truck's whole trip, where it is at any time being a pure function of that time; immutable. A truck that never comes
 * has one too, the trip that it was declared for, but is nowhere.
 */
public final class TruckJourney {

    private final Story story;
    private final Truck truck;
    private final Flow flow;
    private final Way way;
    private final List<GateTimes> gates;
    private final Papers papers;
    private final Dice dice;

    TruckJourney(Story story, Truck truck, Flow flow, Way way, List<GateTimes> gates, Papers papers, Dice dice) {
        this.story = story;
        this.truck = truck;
        this.flow = flow;
        this.way = way;
        this.gates = List.copyOf(gates);
        this.papers = papers;
        this.dice = dice;
    }

    public Story story() {
        return story;
    }

    public Truck truck() {
        return truck;
    }

    public Flow flow() {
        return flow;
    }

    public boolean carriesFruit() {
        return declaration().goodsCategory().equals("FRUIT");
    }

    public Instant startsAt() {
        return Instant.ofEpochMilli(timeline().startsAt());
    }

    public Instant endsAt() {
        return Instant.ofEpochMilli(timeline().endsAt());
    }

    /** When the border is crossed, for the last time; not to be asked of a truck that never does. */
    public Instant crossesAt() {
        return Instant.ofEpochMilli(crossings().stream()
                .map(Crossing::at)
                .max(Comparator.naturalOrder())
                .orElseThrow());
    }

    /** Where the truck truly is; empty before its trip and after it. */
    public Optional<Point> positionAt(Instant time) {
        long millis = time.toEpochMilli();
        boolean underWay = comes()
                && timeline().startsAt() <= millis
                && millis < timeline().endsAt();
        return underWay ? Optional.of(timeline().pointAt(millis)) : Optional.empty();
    }

    public Phase phaseAt(Instant time) {
        return timeline().phaseAt(time.toEpochMilli());
    }

    /** Whether there is a truck at all. */
    boolean comes() {
        return story != Story.NO_SHOW;
    }

    List<Interval> visits(Polygon polygon) {
        return comes() ? timeline().visits(polygon) : List.of();
    }

    List<Crossing> crossings() {
        return gates.stream().flatMap(gate -> gate.crossings().stream()).toList();
    }

    Timeline timeline() {
        return way.timeline();
    }

    /** What is known before its turn comes, of a truck that queues for a service. */
    Optional<Way.Queueing> queueing() {
        return way.queueing();
    }

    /** How operators held it back before it set off for the gate, if they did. */
    Optional<HeldBack> heldBack() {
        return queueing().flatMap(Way.Queueing::heldBack);
    }

    /** Where it stands, in yards and queues, in order. */
    List<Interval> stops() {
        return way.stops();
    }

    /** The gates it comes to, in order; two if it moves. */
    List<GateTimes> gates() {
        return gates;
    }

    GateTimes gateTimes() {
        return gates.get(0);
    }

    Papers papers() {
        return papers;
    }

    /** The first of its declarations; that of an undeclared truck was never sent. */
    Declaration declaration() {
        return papers.declarations().get(0);
    }

    Dice dice() {
        return dice;
    }

    /** The earliest time at which anything is known of this trip. */
    long firstKnownAt() {
        return papers.declarations().stream()
                .mapToLong(Declaration::declaredAt)
                .reduce(timeline().startsAt(), Math::min);
    }
}
