package io.bordergate.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.SiteMap.Gate;
import io.bordergate.dashboard.SiteMap.Yard;
import io.bordergate.dashboard.SiteMap.Zone;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Takes the names, limits, capacities and nesting of yards out of a published site file. The file has been checked before it was
 * published; so what is missing here is left out, and only a text that is no site file at all is refused.
 */
final class SiteReading {
    private final Map<String, Gate> gates = new LinkedHashMap<>();
    private final Map<String, Yard> yards = new LinkedHashMap<>();
    private final Map<String, Zone> zones = new LinkedHashMap<>();
    private final YardNesting nesting = new YardNesting();

    private SiteReading() {}

    /** The map, or an IllegalArgumentException that says in one line what is wrong. */
    static SiteMap parse(String geoJson) {
        return new SiteReading().read(geoJson);
    }

    private SiteMap read(String geoJson) {
        // A byte order mark is not part of the text.
        String text = geoJson.startsWith("\uFEFF") ? geoJson.substring(1) : geoJson;
        JsonNode root = tree(text);
        JsonNode features = root.path("features");
        if (!features.isArray()) {
            throw new IllegalArgumentException("site file has no array 'features'");
        }
        features.forEach(this::readFeature);
        var nested = new LinkedHashMap<String, Yard>();
        yards.forEach((id, yard) -> nested.put(id, within(yard)));
        return new SiteMap(timeZone(root), gates, nested, zones, text);
    }

    private static JsonNode tree(String geoJson) {
        try {
            return BoardJson.MAPPER.readTree(geoJson);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("site file is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private void readFeature(JsonNode feature) {
        String id = feature.path("id").asText("");
        JsonNode properties = feature.path("properties");
        String kind = properties.path("kind").asText("").toLowerCase(Locale.ROOT);
        if (id.isEmpty()) {
            return;
        }
        String name = text(properties, "name", id);
        String nameVi = text(properties, "name_vi", name);
        zones.put(id, new Zone(kind, name, nameVi));
        if (kind.equals("gate")) {
            String gate = text(properties, "gate", id);
            gates.putIfAbsent(gate, new Gate(gate, name, nameVi, LimitsReading.parse(properties.path("congestion"))));
        } else if (kind.equals("yard") || kind.equals("buffer")) {
            String gate = text(properties, "gate", null);
            yards.put(id, new Yard(id, gate, kind, name, nameVi, capacity(properties), null));
            if (kind.equals("yard") && gate != null) {
                nesting.add(id, gate, feature.path("geometry"));
            }
        }
    }

    private Yard within(Yard yard) {
        String around = nesting.findAround(yard.id()).orElse(null);
        return new Yard(yard.id(), yard.gateId(), yard.kind(), yard.name(), yard.nameVi(), yard.capacity(), around);
    }

    private static Integer capacity(JsonNode properties) {
        JsonNode capacity = properties.path("capacity");
        return capacity.isInt() && capacity.asInt() > 0 ? (Integer) capacity.asInt() : null;
    }

    private static String text(JsonNode properties, String name, String otherwise) {
        JsonNode node = properties.path(name);
        return node.isTextual() && !node.asText().isBlank() ? node.asText() : otherwise;
    }

    private static String timeZone(JsonNode root) {
        try {
            return ZoneId.of(text(root, "timeZone", SiteMap.DEFAULT_ZONE)).getId();
        } catch (DateTimeException e) {
            return SiteMap.DEFAULT_ZONE;
        }
    }
}
