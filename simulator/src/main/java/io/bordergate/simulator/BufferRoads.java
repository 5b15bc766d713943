package io.bordergate.simulator;

import io.bordergate.simulator.HeldBack.BufferWay;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Polygon;
import io.bordergate.simulator.site.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How trucks drive from a buffer to where the route to a gate begins: by a road of the scenario if one leads there, else straight. Immutable. */
record BufferRoads(Scenario scenario, Ground ground) {

    /** A road that begins so near to a buffer leads from there. */
    private static final double NEAR_METRES = 1_000;

    /** From a bay of its own. */
    BufferWay way(String buffer, Point routeBegins, Dice dice) {
        List<Point> points = new ArrayList<>(List.of(ground.bay(buffer, dice)));
        findRoad(buffer, routeBegins).ifPresentOrElse(points::addAll, () -> points.add(routeBegins));
        return new BufferWay(buffer, points);
    }

    private Optional<List<Point>> findRoad(String buffer, Point routeBegins) {
        Polygon area = scenario.site().findZone(buffer).map(Zone::polygon).orElseThrow();
        return scenario.roads().stream()
                .filter(road -> road.get(road.size() - 1).equals(routeBegins))
                .filter(road -> metres(area, road.get(0)) <= NEAR_METRES)
                .min(Comparator.comparingDouble(road -> metres(area, road.get(0))));
    }

    private static double metres(Polygon area, Point point) {
        return area.contains(point) ? 0 : area.metresToEdge(point);
    }
}
