package io.bordergate.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Draws a site of two gates, each with a gate zone, one or two yards, a crossing line to the north with Vietnam on its
 * left, and maybe an approach, a buffer and a crossing area. Places are counted in thousandths of a degree from the
 * gate's own origin. Not thread-safe.
 */
final class RandomTripSite {

    static final List<String> GATES = List.of("huu-nghi", "tan-thanh");
    static final double LINE = 24;

    private static final double UNIT = 0.001;
    private static final double WEST = 106.5;
    private static final double SOUTH = 21.8;
    private static final List<String> LIMITS = List.of(
            "returnWithin",
            "silentFor",
            "moveWithin",
            "noShowAfter",
            "authorityLagAfter",
            "confirmedNotSeenAfter",
            "seenNotConfirmedAfter",
            "finishedNotLeftAfter",
            "overdueReturnAfter");
    private static final List<String> LIMIT_VALUES = List.of("off", "PT20M", "PT1H", "PT2H", "PT12H");

    private final Random random;
    private final ObjectNode site = JsonNodeFactory.instance.objectNode();
    private final ArrayNode features;
    private final List<Integer> yards = new ArrayList<>();
    private final double apart;
    private final Optional<String> plateProvince;
    private final boolean filtering;

    RandomTripSite(Random random) {
        this.random = random;
        this.apart = random.nextInt(6) == 0 ? 18 : 60;
        this.plateProvince = random.nextBoolean() ? Optional.of("\u6842") : Optional.empty();
        site.put("type", "FeatureCollection").put("siteId", "random").put("timeZone", "Asia/Ho_Chi_Minh");
        plateProvince.ifPresent(province -> site.put("plateProvince", province));
        if (random.nextBoolean()) {
            site.put("latenessWindow", "PT2H");
        }
        this.filtering = random.nextBoolean();
        if (filtering) {
            site.put("maxSpeedKmh", random.nextBoolean() ? 250 : 1000);
            site.put("maxAccuracyMetres", RandomReport.MAX_ACCURACY_METRES);
        }
        this.features = site.putArray("features");
        for (int gate = 0; gate < GATES.size(); gate++) {
            addGate(gate);
        }
    }

    String toJson() {
        return site.toPrettyString();
    }

    /** Whether vague fixes and teleports are told from others. */
    boolean isFiltering() {
        return filtering;
    }

    Optional<String> plateProvince() {
        return plateProvince;
    }

    int yardsOf(int gate) {
        return yards.get(gate);
    }

    static String yardId(int gate, int yard) {
        return GATES.get(gate) + "-yard-" + yard;
    }

    Point place(int gate, double x, double y) {
        return new Point(WEST + (gate * apart + x) * UNIT, SOUTH + y * UNIT);
    }

    /** The middle of a yard. */
    Point yard(int gate, int yard) {
        Point[] middles = {place(gate, -3, 10), place(gate, yards.get(gate) > 2 ? 5 : -3, 5)};
        return middles[yard];
    }

    private void addGate(int gate) {
        ObjectNode rules = addZone(gate, GATES.get(gate), "gate", -10, 0, 10, 20);
        ObjectNode limits = JsonNodeFactory.instance.objectNode();
        for (String limit : LIMITS) {
            if (random.nextInt(4) == 0) {
                limits.put(limit, LIMIT_VALUES.get(random.nextInt(LIMIT_VALUES.size())));
            }
        }
        if (!limits.isEmpty()) {
            rules.set("limits", limits);
        }
        addYards(gate);
        addLine(gate);
        if (random.nextInt(3) > 0) {
            addZone(gate, GATES.get(gate) + "-approach", "approach", -5, -20, 5, -2);
        }
        if (random.nextInt(3) == 0) {
            addZone(gate, GATES.get(gate) + "-buffer", "buffer", -20, -15, -12, -5);
        }
        if (random.nextInt(3) == 0) {
            addZone(gate, GATES.get(gate) + "-area", "crossing", -4, 21, 4, 27);
        }
    }

    /** One, a second one nested in it, or a second one beside it: apart, or with an edge in common. */
    private void addYards(int gate) {
        int layout = 1 + random.nextInt(4);
        yards.add(layout);
        switch (layout) {
            case 1 -> addZone(gate, yardId(gate, 0), "yard", -8, 2, 8, 12);
            case 2 -> {
                addZone(gate, yardId(gate, 0), "yard", -8, 2, 8, 12);
                addZone(gate, yardId(gate, 1), "yard", -5, 3, -1, 7);
            }
            case 3 -> {
                addZone(gate, yardId(gate, 0), "yard", -8, 2, 1, 12);
                addZone(gate, yardId(gate, 1), "yard", 2, 2, 8, 12);
            }
            default -> {
                addZone(gate, yardId(gate, 0), "yard", -8, 2, 1, 12);
                addZone(gate, yardId(gate, 1), "yard", 1, 2, 13, 12);
            }
        }
    }

    private ObjectNode addZone(int gate, String id, String kind, double west, double south, double east, double north) {
        ObjectNode rules = addFeature(gate, id, kind);
        if (random.nextInt(4) > 0) {
            rules.put("silenceTimeout", random.nextBoolean() ? "PT30M" : "PT2H");
        }
        if (random.nextInt(4) == 0) {
            rules.put("minDwell", "PT5M");
        }
        if (random.nextInt(4) == 0) {
            rules.put("exitBufferMetres", 60);
        }
        ObjectNode geometry = ((ObjectNode) features.get(features.size() - 1)).putObject("geometry");
        ArrayNode ring = geometry.put("type", "Polygon").putArray("coordinates").addArray();
        addPoint(place(gate, west, south), ring);
        addPoint(place(gate, east, south), ring);
        addPoint(place(gate, east, north), ring);
        addPoint(place(gate, west, north), ring);
        addPoint(place(gate, west, south), ring);
        return rules;
    }

    /** From east to west, so that the south is on the left. */
    private void addLine(int gate) {
        ObjectNode rules = addFeature(gate, GATES.get(gate) + "-line", "crossing");
        if (random.nextBoolean()) {
            rules.put("silenceTimeout", "PT1H");
        }
        ObjectNode geometry = ((ObjectNode) features.get(features.size() - 1)).putObject("geometry");
        ArrayNode line = geometry.put("type", "LineString").putArray("coordinates");
        addPoint(place(gate, 30, LINE), line);
        addPoint(place(gate, -30, LINE), line);
    }

    private ObjectNode addFeature(int gate, String id, String kind) {
        ObjectNode feature = features.addObject().put("type", "Feature").put("id", id);
        ObjectNode rules = feature.putObject("properties").put("kind", kind);
        if (!kind.equals("gate") || random.nextBoolean()) {
            rules.put("gate", GATES.get(gate));
        }
        return rules;
    }

    private static void addPoint(Point point, ArrayNode coordinates) {
        coordinates.addArray().add(point.lon()).add(point.lat());
    }
}
