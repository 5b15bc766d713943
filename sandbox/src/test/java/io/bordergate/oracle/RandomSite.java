package io.bordergate.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Draws a site of awkward zones: nested, overlapping, side by side, with holes, slanted, in parts. All corners lie on a
 * grid of 1/1024 degree, so that points halfway along an edge, also a slanted one, are on it exactly. Not thread-safe.
 */
final class RandomSite {

    private static final double CELL = 1.0 / 1024;
    private static final double WEST = 106.5;
    private static final double SOUTH = 21.75;
    private static final List<Duration> TIMEOUTS =
            List.of(Duration.ofMinutes(4), Duration.ofMinutes(10), Duration.ofMinutes(20));
    private static final List<Duration> DWELLS = List.of(Duration.ofSeconds(40), Duration.ofSeconds(150));
    private static final List<Double> BUFFERS = List.of(0.0, 27.5, 133.25);
    private static final List<Duration> WINDOWS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofMinutes(60));
    private static final List<Integer> SPEEDS = List.of(120, 400, 1500);

    private final Random random;
    private final List<Zone> zones = new ArrayList<>();
    private final Optional<Duration> window;
    private final boolean boxed;
    private final Optional<Integer> maxSpeedKmh;
    private final boolean exact;

    RandomSite(Random random) {
        this.random = random;
        this.window = maybe(WINDOWS);
        this.boxed = random.nextBoolean();
        this.maxSpeedKmh =
                random.nextBoolean() ? Optional.of(SPEEDS.get(random.nextInt(SPEEDS.size()))) : Optional.empty();
        this.exact = random.nextBoolean();
        addFixedZones();
        for (int i = 0; i < 4; i++) {
            addZone("star-" + i, List.of(new Polygon(star(8 + random.nextInt(48), 8 + random.nextInt(48)), List.of())));
        }
    }

    List<Zone> zones() {
        return zones;
    }

    Duration window() {
        return window.orElse(Duration.ofMinutes(30));
    }

    /** A place somewhere on the site, counted in cells from its south-west corner. */
    static Point cell(double x, double y) {
        return new Point(WEST + x * CELL, SOUTH + y * CELL);
    }

    String toJson() {
        ObjectNode site = new ObjectMapper().createObjectNode();
        site.put("type", "FeatureCollection").put("siteId", "random").put("timeZone", "+07:00");
        window.ifPresent(length -> site.put("latenessWindow", length.toString()));
        if (boxed) {
            site.putArray("operatingBox")
                    .add(WEST - 1)
                    .add(SOUTH - 1)
                    .add(WEST + 1)
                    .add(SOUTH + 1);
        }
        maxSpeedKmh.ifPresent(speed -> site.put("maxSpeedKmh", speed));
        if (exact) {
            site.put("maxAccuracyMetres", RandomReport.MAX_ACCURACY_METRES);
        }
        ArrayNode features = site.putArray("features");
        zones.forEach(zone -> addFeature(zone, features));
        addLine(features);
        return site.toPrettyString();
    }

    private void addFixedZones() {
        addZone("region", List.of(new Polygon(regionAcross(), List.of())));
        addZone("outer", List.of(polygon(4, 4, 36, 4, 36, 36, 4, 36)));
        addZone("nested", List.of(polygon(8, 8, 20, 8, 20, 20, 8, 20)));
        addZone("overlap", List.of(polygon(16, 16, 44, 16, 44, 28, 16, 28)));
        addZone("beside-1", List.of(polygon(36, 4, 44, 4, 44, 12, 36, 12)));
        addZone("beside-2", List.of(polygon(44, 4, 52, 4, 52, 12, 44, 12)));
        Ring hole = ring(9, 45, 19, 47, 17, 55, 11, 53);
        addZone("holed", List.of(new Polygon(ring(4, 40, 24, 40, 24, 60, 4, 60), List.of(hole))));
        addZone("plug", List.of(new Polygon(hole, List.of())));
        addZone("slanted", List.of(polygon(28, 40, 45, 43, 31, 60)));
        addZone("steep", List.of(polygon(45, 43, 47, 60, 31, 60)));
        addZone("notched", List.of(polygon(48, 16, 60, 16, 60, 28, 54, 19, 48, 28)));
        addZone("parts", List.of(polygon(48, 40, 54, 40, 54, 46, 48, 46), polygon(54, 46, 60, 46, 60, 52, 54, 52)));
    }

    /** Far larger than the site and off its grid: beside its long slanted edge plain doubles give wrong answers. */
    private static Ring regionAcross() {
        return new Ring(List.of(new Point(101.3, 16.9), new Point(112.1, 26.9), new Point(112.3, 17.7)));
    }

    private void addZone(String id, List<Polygon> polygons) {
        zones.add(new Zone(
                id,
                "yard",
                Optional.empty(),
                polygons,
                Optional.empty(),
                maybe(TIMEOUTS),
                maybe(DWELLS).orElse(Duration.ZERO),
                maybe(BUFFERS).orElse(0.0),
                Optional.empty()));
    }

    private <T> Optional<T> maybe(List<T> values) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(values.get(random.nextInt(values.size())));
    }

    /** A ring around the cell whose corners lie in order of their angle, so it never crosses itself. */
    private Ring star(int x, int y) {
        int corners = 3 + random.nextInt(4);
        int[] xy = new int[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + 0.5 * random.nextDouble()) / corners;
            double radius = 5 + 7 * random.nextDouble();
            xy[2 * i] = (int) Math.round(x + radius * Math.cos(angle));
            xy[2 * i + 1] = (int) Math.round(y + radius * Math.sin(angle));
        }
        return ring(xy);
    }

    private Polygon polygon(int... xy) {
        return new Polygon(ring(xy), List.of());
    }

    private Ring ring(int... xy) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(cell(xy[i], xy[i + 1]));
        }
        if (random.nextBoolean()) {
            Collections.reverse(points);
        }
        return new Ring(points);
    }

    private void addFeature(Zone zone, ArrayNode features) {
        ObjectNode feature = features.addObject().put("type", "Feature").put("id", zone.id());
        ObjectNode rules = feature.putObject("properties").put("kind", "yard").put("source", "made up");
        zone.silenceTimeout().ifPresent(timeout -> rules.put("silenceTimeout", timeout.toString()));
        if (!zone.minDwell().isZero()) {
            rules.put("minDwell", zone.minDwell().toString());
        }
        if (zone.exitBufferMetres() > 0) {
            rules.put("exitBufferMetres", zone.exitBufferMetres());
        }
        ObjectNode geometry = feature.putObject("geometry");
        if (zone.polygons().size() == 1) {
            addRings(zone.polygons().get(0), geometry.put("type", "Polygon").putArray("coordinates"));
        } else {
            ArrayNode parts = geometry.put("type", "MultiPolygon").putArray("coordinates");
            zone.polygons().forEach(part -> addRings(part, parts.addArray()));
        }
    }

    private static void addRings(Polygon polygon, ArrayNode rings) {
        addRing(polygon.outer(), rings.addArray());
        polygon.holes().forEach(hole -> addRing(hole, rings.addArray()));
    }

    private static void addRing(Ring ring, ArrayNode json) {
        ring.points().forEach(point -> addPoint(point, json));
        addPoint(ring.points().get(0), json);
    }

    private static void addPoint(Point point, ArrayNode json) {
        json.addArray().add(point.lon()).add(point.lat());
    }

    private static void addLine(ArrayNode features) {
        ObjectNode feature = features.addObject().put("type", "Feature").put("id", "barrier");
        feature.putObject("properties").put("kind", "crossing").put("silenceTimeout", "PT10M");
        ArrayNode line = feature.putObject("geometry").put("type", "LineString").putArray("coordinates");
        addPoint(cell(0, 38), line);
        addPoint(cell(30, 39), line);
        addPoint(cell(64, 38), line);
    }
}
