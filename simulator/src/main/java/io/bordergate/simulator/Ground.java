package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.site.CrossingLine;
import io.bordergate.simulator.site.ParkingBays;
import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Polygon;
import io.bordergate.simulator.site.SiteMap;
import io.bordergate.simulator.site.Zone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of a site as trips need them: where a truck stands in a yard, and when a way comes to a gate. Not thread-safe; a yard's
 * places are looked for when the first truck comes.
 */
final class Ground {

    private final SiteMap site;
    private final Map<String, ParkingBays> bays = new HashMap<>();

    Ground(SiteMap site) {
        this.site = site;
    }

    Point bay(String zone, Dice dice) {
        List<Point> free =
                bays.computeIfAbsent(zone, id -> ParkingBays.of(site, zone(id))).bays();
        return free.get(dice.below(free.size()));
    }

    GateTimes gateTimes(Flow flow, Timeline timeline) {
        List<Interval> gate = timeline.visits(polygon(flow.gate()));
        List<Interval> yard = timeline.visits(polygon(flow.yard()));
        return new GateTimes(
                flow.gate(),
                flow.yard(),
                gate.get(0).from(),
                yard.get(0).from(),
                yard.get(yard.size() - 1).to(),
                gate.get(gate.size() - 1).to(),
                timeline.crossings(border(flow.gate())));
    }

    CrossingLine border(String gate) {
        return site.findCrossing(gate).orElseThrow();
    }

    private Polygon polygon(String zone) {
        return zone(zone).polygon();
    }

    private Zone zone(String id) {
        return site.findZone(id).orElseThrow();
    }
}
