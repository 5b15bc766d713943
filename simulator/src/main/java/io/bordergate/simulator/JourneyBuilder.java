package io.bordergate.simulator;

import io.bordergate.simulator.TruckJourney.GateTimes;
import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.site.CrossingLine;
import io.bordergate.simulator.site.ParkingBays;
import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Polygon;
import io.bordergate.simulator.site.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes one truck's trip from a scenario, a flow, a day and a number. Immutable. */
final class JourneyBuilder {

    private static final double MINUTE_MILLIS = 60_000;
    private static final DateTimeFormatter COMPACT_DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final Scenario scenario;
    private final Map<String, ParkingBays> bays = new HashMap<>();

    JourneyBuilder(Scenario scenario) {
        this.scenario = scenario;
        for (Zone zone : scenario.site().parkingZones()) {
            bays.put(zone.id(), ParkingBays.of(scenario.site(), zone));
        }
    }

    /** The trip that crosses on a day; the number makes plate and declaration unique. */
    TruckJourney journey(Flow flow, LocalDate crossingDay, int number, Dice dice) {
        Truck truck = Plates.truck(number, dice.pick("country").chance(flow.chineseShare()), dice.pick("plate"));
        CrossingLine border = scenario.site().findCrossing(flow.gate()).orElseThrow();
        ZoneOffset zone = scenario.start().getOffset();
        Instant crossing = crossingDay
                .atTime(scenario.opening().crossingAt(dice.pick("crossing").unit()))
                .toInstant(zone);
        RouteClock clock = new RouteClock(flow, this::bay, dice.pick("route"));
        Timeline timeline = clock.crossingAt(crossing, border, scenario.opening(), zone);
        GateTimes times = gateTimes(flow, timeline, border);
        Declaration declaration = declaration(flow, times, number, dice.pick("declaration"));
        return new TruckJourney(truck, flow, timeline, clock.stops(), times, declaration, dice);
    }

    private Point bay(String zone, Dice dice) {
        List<Point> free = bays.get(zone).bays();
        return free.get(dice.below(free.size()));
    }

    private GateTimes gateTimes(Flow flow, Timeline timeline, CrossingLine border) {
        List<Interval> gate = timeline.visits(polygon(flow.gate()));
        List<Interval> yard = timeline.visits(polygon(flow.yard()));
        return new GateTimes(
                gate.get(0).from(),
                yard.get(0).from(),
                yard.get(yard.size() - 1).to(),
                gate.get(gate.size() - 1).to(),
                timeline.crossesAt(border));
    }

    private Polygon polygon(String zone) {
        return scenario.site().findZone(zone).orElseThrow().polygon();
    }

    private Declaration declaration(Flow flow, GateTimes times, int number, Dice dice) {
        double ahead = flow.declaredAheadMinutes().at(dice.pick("ahead").normal());
        long declaredAt = times.arrived() - Math.round(ahead * MINUTE_MILLIS);
        double error = flow.plannedArrivalErrorMinutes() * dice.pick("planned").normal();
        long planned = times.arrived() + Math.round(error * MINUTE_MILLIS);
        boolean fruit = dice.pick("fruit").chance(flow.fruitShare());
        return new Declaration(
                number(declaredAt, number),
                declaredAt,
                Math.max(planned, declaredAt + (long) (10 * MINUTE_MILLIS)),
                channel(dice.pick("channel").unit()),
                fruit ? "FRUIT" : "OTHER",
                dice.pick("cold").chance(flow.refrigeratedShare()));
    }

    private String number(long declaredAt, int number) {
        LocalDate date = Instant.ofEpochMilli(declaredAt)
                .atOffset(scenario.start().getOffset())
                .toLocalDate();
        return COMPACT_DATE.format(date) + String.format(Locale.ROOT, "%05d", number);
    }

    private static String channel(double draw) {
        return draw < 0.6 ? "GREEN" : draw < 0.92 ? "YELLOW" : "RED";
    }
}
