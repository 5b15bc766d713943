package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Polygon;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One truck's whole trip through one gate, where it is at any time being a pure function of that time; immutable. */
public final class TruckJourney {

    private final Truck truck;
    private final Flow flow;
    private final Timeline timeline;
    private final List<Interval> stops;
    private final GateTimes gateTimes;
    private final Declaration declaration;
    private final Dice dice;

    TruckJourney(
            Truck truck,
            Flow flow,
            Timeline timeline,
            List<Interval> stops,
            GateTimes gateTimes,
            Declaration declaration,
            Dice dice) {
        this.truck = truck;
        this.flow = flow;
        this.timeline = timeline;
        this.stops = List.copyOf(stops);
        this.gateTimes = gateTimes;
        this.declaration = declaration;
        this.dice = dice;
    }

    public Truck truck() {
        return truck;
    }

    public Flow flow() {
        return flow;
    }

    public boolean carriesFruit() {
        return declaration.goodsCategory().equals("FRUIT");
    }

    public Instant startsAt() {
        return Instant.ofEpochMilli(timeline.startsAt());
    }

    public Instant endsAt() {
        return Instant.ofEpochMilli(timeline.endsAt());
    }

    public Instant crossesAt() {
        return Instant.ofEpochMilli(gateTimes.crossed());
    }

    /** Where the truck truly is; empty before its trip and after it. */
    public Optional<Point> positionAt(Instant time) {
        long millis = time.toEpochMilli();
        boolean underWay = timeline.startsAt() <= millis && millis < timeline.endsAt();
        return underWay ? Optional.of(timeline.pointAt(millis)) : Optional.empty();
    }

    public Phase phaseAt(Instant time) {
        return timeline.phaseAt(time.toEpochMilli());
    }

    List<Interval> visits(Polygon polygon) {
        return timeline.visits(polygon);
    }

    Timeline timeline() {
        return timeline;
    }

    /** The stays in yards, in order. */
    List<Interval> stops() {
        return stops;
    }

    GateTimes gateTimes() {
        return gateTimes;
    }

    Declaration declaration() {
        return declaration;
    }

    Dice dice() {
        return dice;
    }

    /** The earliest time at which anything is known of this trip. */
    long firstKnownAt() {
        return Math.min(timeline.startsAt(), declaration.declaredAt());
    }

    /** The moments that authorities confirm, as they truly were, in epoch milliseconds. */
    record GateTimes(long arrived, long yardEntered, long yardLeft, long gateLeft, long crossed) {}
}
