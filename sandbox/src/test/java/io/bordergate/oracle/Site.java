package io.bordergate.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the oracle needs of a site file; it trusts the file, checking it is the product's work. {@code gates} are those
 * the file names, be it by a zone that belongs to one. Immutable.
 */
record Site(
        List<Zone> zones,
        List<CrossingLine> lines,
        Duration latenessWindow,
        Optional<Box> operatingBox,
        Optional<Double> maxSpeedKmh,
        Optional<Double> maxAccuracyMetres,
        Optional<String> plateProvince,
        Set<String> gates,
        Map<String, Limits> limitsByGate,
        Map<String, GateRules> rulesByGate,
        ZoneId timeZone,
        LocalTime dayEndsAt) {

    static final Duration DEFAULT_WINDOW = Duration.ofMinutes(30);

    static Site read(Path file) throws IOException {
        return of(new ObjectMapper().readTree(file.toFile()));
    }

    static Site of(JsonNode collection) {
        List<Zone> zones = new ArrayList<>();
        List<CrossingLine> lines = new ArrayList<>();
        Set<String> gates = new HashSet<>();
        Map<String, Limits> limits = new HashMap<>();
        Map<String, GateRules> rules = new HashMap<>();
        for (JsonNode feature : collection.path("features")) {
            JsonNode coordinates = feature.path("geometry").path("coordinates");
            switch (feature.path("geometry").path("type").asText()) {
                case "Polygon" -> zones.add(zone(feature, List.of(polygon(coordinates))));
                case "MultiPolygon" -> zones.add(zone(feature, polygons(coordinates)));
                case "LineString" -> lines.add(line(feature));
                default -> {} // points and the like have no extent: nothing can be inside
            }
            gate(feature).ifPresent(gates::add);
            if (kind(feature).equals("gate")) {
                limits.put(
                        gate(feature).orElseThrow(),
                        Limits.of(feature.path("properties").path("limits")));
                rules.put(gate(feature).orElseThrow(), GateRules.of(feature.path("properties")));
            }
        }
        Duration window = duration(collection, "latenessWindow").orElse(DEFAULT_WINDOW);
        return new Site(
                zones,
                lines,
                window,
                box(collection.path("operatingBox")),
                number(collection, "maxSpeedKmh"),
                number(collection, "maxAccuracyMetres"),
                text(collection, "plateProvince"),
                gates,
                limits,
                rules,
                ZoneId.of(text(collection, "timeZone").orElse("Asia/Ho_Chi_Minh")),
                LocalTime.parse(text(collection, "dayEndsAt").orElse("20:00")));
    }

    /** The defaults for no gate, and for one that the file does not know. */
    Limits limits(Optional<String> gate) {
        return gate.map(limitsByGate::get).orElse(Limits.DEFAULTS);
    }

    /** The defaults for a gate that the file does not know. */
    GateRules rules(String gate) {
        return rulesByGate.getOrDefault(gate, GateRules.DEFAULTS);
    }

    Zone zone(String id) {
        return zones.stream().filter(zone -> zone.id().equals(id)).findFirst().orElseThrow();
    }

    private static Zone zone(JsonNode feature, List<Polygon> polygons) {
        JsonNode rules = feature.path("properties");
        return new Zone(
                feature.path("id").asText(),
                kind(feature),
                gate(feature),
                polygons,
                duration(rules, "silenceAfter"),
                duration(rules, "silenceTimeout"),
                duration(rules, "minDwell").orElse(Duration.ZERO),
                rules.path("exitBufferMetres").asDouble(0),
                text(rules, "capacity").map(Integer::valueOf));
    }

    private static CrossingLine line(JsonNode feature) {
        List<Point> points = points(feature.path("geometry").path("coordinates"));
        return new CrossingLine(
                feature.path("id").asText(),
                gate(feature),
                points,
                duration(feature.path("properties"), "silenceTimeout"));
    }

    private static String kind(JsonNode feature) {
        return feature.path("properties").path("kind").asText();
    }

    /** A gate belongs to itself, unless it says otherwise. */
    private static Optional<String> gate(JsonNode feature) {
        Optional<String> named = text(feature.path("properties"), "gate");
        boolean isGate = kind(feature).equals("gate");
        return named.isPresent() || !isGate ? named : text(feature, "id");
    }

    private static List<Polygon> polygons(JsonNode coordinates) {
        List<Polygon> polygons = new ArrayList<>();
        coordinates.forEach(part -> polygons.add(polygon(part)));
        return polygons;
    }

    private static Polygon polygon(JsonNode coordinates) {
        List<Ring> rings = new ArrayList<>();
        coordinates.forEach(ring -> rings.add(new Ring(points(ring))));
        return new Polygon(rings.get(0), List.copyOf(rings.subList(1, rings.size())));
    }

    private static List<Point> points(JsonNode coordinates) {
        List<Point> points = new ArrayList<>();
        coordinates.forEach(pair ->
                points.add(new Point(pair.path(0).asDouble(), pair.path(1).asDouble())));
        return points;
    }

    private static Optional<Box> box(JsonNode box) {
        return box.isArray()
                ? Optional.of(new Box(
                        box.path(0).asDouble(),
                        box.path(1).asDouble(),
                        box.path(2).asDouble(),
                        box.path(3).asDouble()))
                : Optional.empty();
    }

    private static Optional<Duration> duration(JsonNode node, String name) {
        return text(node, name).map(Duration::parse);
    }

    private static Optional<Double> number(JsonNode node, String name) {
        return text(node, name).map(Double::valueOf);
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
    }
}
