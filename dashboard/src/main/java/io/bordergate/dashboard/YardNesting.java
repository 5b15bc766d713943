package io.bordergate.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Which yard is drawn inside which other of the same gate. A truck in the inner one is counted in both by definition, so a
 * gate's total that added them up would count it twice. Yards that overlap only in part are not nested.
 */
final class YardNesting {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Map<String, Drawn> drawn = new LinkedHashMap<>();

    private record Drawn(String id, String gateId, Geometry shape) {

        /** Two yards of one outline: the one named first in the alphabet is the outer. */
        boolean isAround(Drawn other) {
            if (!gateId.equals(other.gateId) || id.equals(other.id) || !shape.covers(other.shape)) {
                return false;
            }
            return !other.shape.covers(shape) || id.compareTo(other.id) < 0;
        }
    }

    /** Takes note of a yard; one without a usable polygon is nobody's part. */
    void add(String id, String gateId, JsonNode geometry) {
        findShape(geometry).ifPresent(shape -> drawn.put(id, new Drawn(id, gateId, shape)));
    }

    /** The smallest yard around this one. */
    Optional<String> findAround(String id) {
        Drawn yard = drawn.get(id);
        if (yard == null) {
            return Optional.empty();
        }
        return drawn.values().stream()
                .filter(other -> other.isAround(yard))
                .min(Comparator.comparingDouble((Drawn other) -> other.shape().getArea())
                        .thenComparing(Drawn::id, Comparator.reverseOrder()))
                .map(Drawn::id);
    }

    private static Optional<Geometry> findShape(JsonNode geometry) {
        try {
            JsonNode coordinates = geometry.path("coordinates");
            Geometry shape = switch (geometry.path("type").asText()) {
                case "Polygon" -> polygon(coordinates);
                case "MultiPolygon" -> multiPolygon(coordinates);
                default -> null;
            };
            return Optional.ofNullable(shape).filter(drawn -> !drawn.isEmpty() && drawn.isValid());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Not a closed ring of four points or more.
        }
    }

    private static Geometry multiPolygon(JsonNode coordinates) {
        var parts = new ArrayList<Polygon>();
        coordinates.forEach(part -> parts.add(polygon(part)));
        return SHAPES.createMultiPolygon(parts.toArray(new Polygon[0]));
    }

    private static Polygon polygon(JsonNode rings) {
        var all = new ArrayList<LinearRing>();
        rings.forEach(ring -> all.add(ring(ring)));
        if (all.isEmpty()) {
            return SHAPES.createPolygon();
        }
        return SHAPES.createPolygon(all.get(0), all.subList(1, all.size()).toArray(new LinearRing[0]));
    }

    private static LinearRing ring(JsonNode points) {
        var all = new ArrayList<Coordinate>();
        points.forEach(point ->
                all.add(new Coordinate(point.path(0).asDouble(), point.path(1).asDouble())));
        return SHAPES.createLinearRing(all.toArray(new Coordinate[0]));
    }
}
