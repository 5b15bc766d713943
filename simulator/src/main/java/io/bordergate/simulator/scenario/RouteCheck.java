package io.bordergate.simulator.scenario;

import io.bordergate.simulator.site.CrossingLine;
import io.bordergate.simulator.site.ParkingBays;
import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Segment;
import io.bordergate.simulator.site.SiteMap;
import io.bordergate.simulator.site.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a flow's route fits the site: it parks in yards that exist and crosses the border once, the right way. Not thread-safe. */
final class RouteCheck {

    private final SiteMap site;
    private final Map<String, ParkingBays> bays = new HashMap<>();

    RouteCheck(SiteMap site) {
        this.site = site;
    }

    List<String> faultsOf(Flow flow) {
        List<String> faults = new ArrayList<>();
        flow.parks().forEach(park -> checkPark(park, faults));
        Optional<Zone> gate = site.findZone(flow.gate());
        Optional<Zone> yard = site.findZone(flow.yard());
        Optional<CrossingLine> border = site.findCrossing(flow.gate());
        require(gate.isPresent(), "gate '" + flow.gate() + "' is not in the site file", faults);
        require(border.isPresent(), "gate '" + flow.gate() + "' has no crossing line in the site file", faults);
        require(yard.isPresent(), "yard '" + flow.yard() + "' is not in the site file", faults);
        if (faults.isEmpty()) {
            List<Point> way = way(flow);
            require(way.stream().anyMatch(gate.get().polygon()::contains), "route does not enter its gate", faults);
            require(parksIn(flow, yard.get()), "route does not park in its yard '" + flow.yard() + "'", faults);
            require(
                    crossings(way, border.get()).equals(List.of(flow.direction() == Direction.EXPORT)),
                    "route must cross the border at '" + flow.gate() + "' once, as " + flow.direction(),
                    faults);
        }
        return faults.stream()
                .map(fault -> "flow '" + flow.id() + "': " + fault)
                .toList();
    }

    private void checkPark(Step.Park park, List<String> faults) {
        Optional<Zone> zone = site.findZone(park.zone()).filter(Zone::isParking);
        require(zone.isPresent(), "parks in '" + park.zone() + "', which is no yard of the site file", faults);
        zone.ifPresent(yard -> require(
                !bays(yard).bays().isEmpty(),
                "parks in '" + park.zone() + "', which has no room " + (int) ParkingBays.CLEARANCE_METRES
                        + " m away from its fence",
                faults));
    }

    private boolean parksIn(Flow flow, Zone yard) {
        return flow.parks().stream().anyMatch(park -> yard.polygon().contains(bay(park)));
    }

    private List<Point> way(Flow flow) {
        List<Point> way = new ArrayList<>();
        for (Step step : flow.route()) {
            if (step instanceof Step.Drive drive) {
                way.addAll(drive.road());
            } else if (step instanceof Step.Crawl crawl) {
                way.addAll(crawl.road());
            } else if (step instanceof Step.Park park) {
                way.add(bay(park));
            }
        }
        return way;
    }

    private Point bay(Step.Park park) {
        return bays(site.findZone(park.zone()).orElseThrow()).bays().get(0);
    }

    private ParkingBays bays(Zone zone) {
        return bays.computeIfAbsent(zone.id(), id -> ParkingBays.of(site, zone));
    }

    private static List<Boolean> crossings(List<Point> way, CrossingLine border) {
        List<Boolean> crossings = new ArrayList<>();
        for (int i = 1; i < way.size(); i++) {
            border.cutBy(new Segment(way.get(i - 1), way.get(i))).ifPresent(cut -> crossings.add(cut.leavesVietnam()));
        }
        return crossings;
    }

    private static void require(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
