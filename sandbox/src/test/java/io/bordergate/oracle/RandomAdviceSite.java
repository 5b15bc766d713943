package io.bordergate.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/**
 * Draws a site of five gates in a row from west to east, each with a gate zone, a yard in it and maybe a buffer to the
 * south. The first two have small yards, the others large ones, and one may have a yard of unknown capacity. Not
 * thread-safe.
 */
final class RandomAdviceSite {

    static final List<String> GATES = List.of("an", "ba", "ca", "da", "em");
    static final int BUSY_GATES = 2;

    private static final double WEST = 106.5;
    private static final double SOUTH = 21.8;

    private final Random random;
    private final double apart;
    private final ObjectNode site = JsonNodeFactory.instance.objectNode();
    private final ArrayNode features;

    RandomAdviceSite(Random random) {
        this.random = random;
        this.apart = 0.05 + 0.3 * random.nextDouble();
        site.put("type", "FeatureCollection").put("siteId", "random").put("timeZone", "Asia/Ho_Chi_Minh");
        this.features = site.putArray("features");
        for (int gate = 0; gate < GATES.size(); gate++) {
            addGate(gate);
        }
    }

    String toJson() {
        return site.toPrettyString();
    }

    Point yard(int gate) {
        return place(gate, 0, 0);
    }

    /** Where there may be one. */
    Point buffer(int gate) {
        return place(gate, 0, -0.06);
    }

    Point road(int gate, double degrees) {
        return place(gate, 0.02, -degrees);
    }

    Point abroad(int gate) {
        return place(gate, 0, 0.05);
    }

    private Point place(int gate, double east, double north) {
        return new Point(WEST + gate * apart + east, SOUTH + north);
    }

    private void addGate(int gate) {
        boolean isBusy = gate < BUSY_GATES;
        ObjectNode rules = addZone(gate, GATES.get(gate), "gate", place(gate, 0, 0), 0.01 + 0.01 * random.nextDouble());
        if (random.nextInt(isBusy ? 6 : 3) == 0) {
            ObjectNode opening = rules.putObject("opening");
            opening.putArray("hours")
                    .addObject()
                    .put("days", "MON-SUN")
                    .put("from", "06:00")
                    .put("to", random.nextBoolean() ? "19:30" : "24:00");
            opening.putArray("closures")
                    .addObject()
                    .put("from", "2024-05-03")
                    .put("to", random.nextBoolean() ? "2024-05-03" : "2024-05-05")
                    .put("goods", random.nextBoolean() ? "FRUIT" : "REFRIGERATED");
        }
        switch (random.nextInt(isBusy ? 5 : 7)) {
            case 0 -> addLevels(rules.putObject("congestion").putObject("occupancy"));
            case 6 -> rules.putObject("congestion").put("occupancy", "off");
            default -> {} // as they are by themselves
        }
        ObjectNode yard = addZone(gate, GATES.get(gate) + "-yard", "yard", yard(gate), 0.005);
        if (isBusy || random.nextInt(8) > 0) {
            yard.put("capacity", isBusy ? 6 + random.nextInt(12) : 20 + random.nextInt(100));
        }
        if (random.nextInt(3) > 0) {
            ObjectNode buffer = addZone(gate, GATES.get(gate) + "-buffer", "buffer", buffer(gate), 0.01);
            if (random.nextInt(5) > 0) {
                buffer.put("capacity", 8 + random.nextInt(30));
            }
            if (random.nextBoolean()) {
                buffer.put("silenceTimeout", "PT3H");
            }
        }
    }

    private static void addLevels(ObjectNode levels) {
        levels.putArray("busy").add(0.5).add(0.4);
        levels.putArray("congested").add(1.0).add(0.6);
        levels.putArray("critical").add(2.0).add(1.5);
    }

    private ObjectNode addZone(int gate, String id, String kind, Point middle, double half) {
        ObjectNode feature = features.addObject().put("type", "Feature").put("id", id);
        ObjectNode rules = feature.putObject("properties").put("kind", kind).put("gate", GATES.get(gate));
        ArrayNode ring = feature.putObject("geometry")
                .put("type", "Polygon")
                .putArray("coordinates")
                .addArray();
        int[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
        for (int[] corner : corners) {
            ring.addArray().add(middle.lon() + corner[0] * half).add(middle.lat() + corner[1] * half);
        }
        return rules;
    }
}
