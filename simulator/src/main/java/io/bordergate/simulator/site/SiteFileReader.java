package io.bordergate.simulator.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Turns GeoJSON into zones and crossing lines; features of other shapes are none of the simulator's business. */
final class SiteFileReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DEFAULT_SILENCE_TIMEOUT = Duration.ofHours(12);

    private final String name;

    SiteFileReader(String name) {
        this.name = name;
    }

    SiteMap read(InputStream in) throws IOException {
        JsonNode root = parse(in);
        if (!root.path("type").asText().equals("FeatureCollection")) {
            throw new SiteFileException("site file " + name + " is not a GeoJSON FeatureCollection");
        }
        List<Zone> zones = new ArrayList<>();
        List<CrossingLine> crossings = new ArrayList<>();
        for (JsonNode feature : root.path("features")) {
            String shape = feature.path("geometry").path("type").asText();
            if (shape.equals("Polygon")) {
                zones.add(zone(feature));
            } else if (shape.equals("LineString")) {
                crossings.add(crossing(feature));
            }
        }
        return new SiteMap(root.path("siteId").asText(), zones, crossings);
    }

    private JsonNode parse(InputStream in) throws IOException {
        try {
            return JSON.readTree(in);
        } catch (JsonProcessingException e) {
            throw new SiteFileException("site file " + name + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private Zone zone(JsonNode feature) {
        List<Point> ring =
                points(feature, feature.path("geometry").path("coordinates").path(0), 4);
        if (!ring.get(0).equals(ring.get(ring.size() - 1))) {
            throw fault(feature, "its ring is not closed: repeat the first point at the end");
        }
        return new Zone(
                id(feature),
                property(feature, "kind"),
                property(feature, "gate"),
                new Polygon(ring),
                timeout(feature),
                feature.path("properties").path("capacity").asInt(Integer.MAX_VALUE));
    }

    private CrossingLine crossing(JsonNode feature) {
        return new CrossingLine(
                id(feature),
                property(feature, "gate"),
                points(feature, feature.path("geometry").path("coordinates"), 2));
    }

    private List<Point> points(JsonNode feature, JsonNode coordinates, int atLeast) {
        List<Point> points = new ArrayList<>();
        for (JsonNode pair : coordinates) {
            if (!pair.path(0).isNumber() || !pair.path(1).isNumber()) {
                throw fault(feature, "a position is not [longitude, latitude]");
            }
            points.add(new Point(pair.get(0).asDouble(), pair.get(1).asDouble()));
        }
        if (points.size() < atLeast) {
            throw fault(feature, "its geometry has " + points.size() + " positions, needs " + atLeast + " or more");
        }
        return points;
    }

    private Duration timeout(JsonNode feature) {
        String text = property(feature, "silenceTimeout");
        try {
            return text.isEmpty() ? DEFAULT_SILENCE_TIMEOUT : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw fault(feature, "silenceTimeout '" + text + "' is not an ISO-8601 duration such as PT12H");
        }
    }

    private static String id(JsonNode feature) {
        return feature.path("id").asText();
    }

    private static String property(JsonNode feature, String key) {
        return feature.path("properties").path(key).asText();
    }

    private SiteFileException fault(JsonNode feature, String what) {
        return new SiteFileException("site file " + name + ", feature '" + id(feature) + "': " + what);
    }
}
