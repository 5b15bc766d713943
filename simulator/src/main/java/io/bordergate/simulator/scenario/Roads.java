package io.bordergate.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.simulator.site.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The named polylines of a scenario, so that flows in both directions share one drawing; immutable. */
record Roads(Map<String, List<Point>> byName) {

    static Roads of(Section section) {
        Map<String, List<Point>> roads = new HashMap<>();
        section.forEachField((name, line) -> roads.put(name, points(section, name, line)));
        return new Roads(Map.copyOf(roads));
    }

    /** All of them, in the order of their names. */
    List<List<Point>> inOrder() {
        return List.copyOf(new TreeMap<>(byName).values());
    }

    /** The points of a road in the direction wanted; an unknown name is a fault of the section that used it. */
    List<Point> road(Section user, String name, boolean reverse) {
        List<Point> road = byName.get(name);
        if (road == null) {
            user.fault("road", "names '" + name + "', which is not under roads");
            return List.of();
        }
        List<Point> points = new ArrayList<>(road);
        if (reverse) {
            Collections.reverse(points);
        }
        return List.copyOf(points);
    }

    private static List<Point> points(Section section, String name, JsonNode line) {
        List<Point> points = new ArrayList<>();
        for (JsonNode pair : line) {
            if (!pair.path(0).isNumber() || !pair.path(1).isNumber()) {
                section.fault(name, "has a position that is not [longitude, latitude]");
                return List.of();
            }
            points.add(new Point(pair.get(0).asDouble(), pair.get(1).asDouble()));
        }
        if (points.size() < 2) {
            section.fault(name, "must have two positions or more");
        }
        return List.copyOf(points);
    }
}
