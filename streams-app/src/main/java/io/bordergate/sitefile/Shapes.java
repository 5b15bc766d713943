package io.bordergate.sitefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** GeoJSON geometries as JTS geometries, with the fault in words where they are not valid. */
final class Shapes {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private Shapes() {}

    /** Reads it, or throws an IllegalArgumentException with the fault if it is no valid geometry. */
    static Geometry parse(JsonNode node) {
        JsonNode coordinates = node.path("coordinates");
        Geometry shape = switch (node.path("type").asText()) {
            case "Point" -> GEOMETRY.createPoint(coordinate(coordinates));
            case "LineString" -> line(coordinates);
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> multiPolygon(coordinates);
            default ->
                throw new IllegalArgumentException("geometry type '"
                        + node.path("type").asText() + "' is none of Point, LineString, Polygon, MultiPolygon");
        };
        var fault = new IsValidOp(shape).getValidationError();
        if (fault != null) {
            Coordinate at = fault.getCoordinate();
            throw new IllegalArgumentException(
                    "not a valid shape: " + fault.getMessage().toLowerCase(java.util.Locale.ROOT)
                            + (at == null ? "" : " at longitude " + at.x + ", latitude " + at.y));
        }
        return shape;
    }

    private static LineString line(JsonNode node) {
        Coordinate[] points = coordinates(node);
        if (points.length < 2) {
            throw new IllegalArgumentException("a LineString needs two points or more");
        }
        return GEOMETRY.createLineString(points);
    }

    private static Geometry multiPolygon(JsonNode node) {
        List<Polygon> parts = new ArrayList<>();
        node.forEach(part -> parts.add(polygon(part)));
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a MultiPolygon needs a polygon");
        }
        return GEOMETRY.createMultiPolygon(parts.toArray(new Polygon[0]));
    }

    private static Polygon polygon(JsonNode node) {
        List<LinearRing> rings = new ArrayList<>();
        node.forEach(ring -> rings.add(ring(ring)));
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("a Polygon needs a ring");
        }
        LinearRing[] holes = rings.subList(1, rings.size()).toArray(new LinearRing[0]);
        return GEOMETRY.createPolygon(rings.get(0), holes);
    }

    private static LinearRing ring(JsonNode node) {
        Coordinate[] points = coordinates(node);
        if (points.length < 4 || !points[0].equals2D(points[points.length - 1])) {
            throw new IllegalArgumentException("a ring needs four points or more, the last equal to the first");
        }
        return GEOMETRY.createLinearRing(points);
    }

    private static Coordinate[] coordinates(JsonNode node) {
        List<Coordinate> points = new ArrayList<>();
        node.forEach(point -> points.add(coordinate(point)));
        return points.toArray(new Coordinate[0]);
    }

    private static Coordinate coordinate(JsonNode node) {
        if (!node.isArray()
                || node.size() < 2
                || !node.get(0).isNumber()
                || !node.get(1).isNumber()) {
            throw new IllegalArgumentException("a position is [longitude, latitude], found " + node);
        }
        double longitude = node.get(0).asDouble();
        double latitude = node.get(1).asDouble();
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new IllegalArgumentException("position " + node + " is not on earth; GeoJSON has longitude first");
        }
        return new Coordinate(longitude, latitude);
    }
}
