package io.bordergate.sitefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bordergate.domain.site.CrossingLine;
import io.bordergate.domain.site.Days;
import io.bordergate.domain.site.FixLimits;
import io.bordergate.domain.site.Gates;
import io.bordergate.domain.site.OperatingBox;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Place.Limits;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Zone;
import io.bordergate.domain.site.ZoneKind;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * One reading of a site file. What is not set is off: no silenceAfter, no doubt; no silenceTimeout, no end by silence; no
 * minDwell, every stay counts; no exitBufferMetres, the first fix outside ends a stay; no operatingBox, maxSpeedKmh or
 * maxAccuracyMetres, no such check.
 */
public final class SiteFile {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Faults faults = new Faults();
    private final Values values = new Values(faults);
    private final List<Zone> zones = new ArrayList<>();
    private final List<CrossingLine> lines = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final GateReader gates = new GateReader(faults, values);

    private SiteFile() {}

    /** Reads it whole, or throws a {@link SiteFileException} with every fault of the file. */
    public static Site parse(String geoJson) {
        return new SiteFile().read(geoJson);
    }

    private Site read(String geoJson) {
        JsonNode root = tree(geoJson);
        if (!root.path("type").asText().equals("FeatureCollection")) {
            faults.add("site", "is not a GeoJSON FeatureCollection");
        }
        int number = 0;
        for (JsonNode feature : root.path("features")) {
            readFeature(feature, ++number);
        }
        if (zones.isEmpty() && faults.all().isEmpty()) {
            faults.add("site", "has no zone: no feature is a Polygon or MultiPolygon");
        }
        String siteId = root.path("siteId").asText("site");
        ZoneId timeZone = values.read(root, "timeZone", "site", ZoneId::of, ZoneId.of("Asia/Ho_Chi_Minh"));
        LocalTime dayEndsAt = values.read(root, "dayEndsAt", "site", SiteFile::timeOfDay, Days.USUAL_END);
        Duration window = values.duration(root, "latenessWindow", "site", Site.DEFAULT_LATENESS_WINDOW);
        var fixLimits = new FixLimits(
                operatingBox(root.path("operatingBox")),
                values.aboveZero(root, "maxSpeedKmh", "site", FixLimits.OFF),
                values.aboveZero(root, "maxAccuracyMetres", "site", FixLimits.OFF));
        Gates found = gates.gates(root.path("plateProvince"));
        faults.throwIfAny();
        return new Site(siteId, new Days(timeZone, dayEndsAt), window, fixLimits, zones, lines, found);
    }

    private static LocalTime timeOfDay(String text) {
        return LocalTime.parse(text, TIME_OF_DAY);
    }

    private JsonNode tree(String geoJson) {
        try {
            // A byte order mark is not part of the text.
            return JSON.readTree(geoJson.startsWith("\uFEFF") ? geoJson.substring(1) : geoJson);
        } catch (JsonProcessingException e) {
            faults.add(
                    "site",
                    "is not JSON: " + e.getOriginalMessage() + ", line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
            faults.throwIfAny();
            throw new AssertionError(e);
        }
    }

    private void readFeature(JsonNode feature, int number) {
        String id = feature.path("id").asText("");
        String where = id.isEmpty() ? "feature number " + number : "feature '" + id + "'";
        if (id.isEmpty()) {
            faults.add(where, "has no id");
        } else if (!ids.add(id)) {
            faults.add(where, "has an id that another feature has");
        }
        JsonNode properties = feature.path("properties");
        ZoneKind kind = kind(properties.path("kind").asText(""), where);
        Place place =
                new Place(id, kind, gate(properties, id, kind), capacity(properties, where), limits(properties, where));
        gates.read(place, properties, where);
        try {
            addShape(place, Shapes.parse(feature.path("geometry")), where);
        } catch (IllegalArgumentException e) {
            faults.add(where, e.getMessage());
        }
    }

    private void addShape(Place place, Geometry shape, String where) {
        if (shape instanceof LineString line) {
            if (place.kind() != ZoneKind.CROSSING) {
                faults.add(where, "is a LineString, which only a crossing may be");
            } else {
                lines.add(new CrossingLine(place, line));
            }
        } else if (shape.getDimension() == 2) {
            zones.add(new Zone(place, shape));
        } else if (place.kind() != ZoneKind.GATE) {
            faults.add(where, "is a Point, which only a gate may be");
        }
    }

    private ZoneKind kind(String text, String where) {
        try {
            return ZoneKind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            faults.add(where, "has kind '" + text + "', which is none of gate, yard, approach, crossing, buffer");
            return null;
        }
    }

    private static String gate(JsonNode properties, String id, ZoneKind kind) {
        return properties.path("gate").asText(kind == ZoneKind.GATE ? id : null);
    }

    private Integer capacity(JsonNode properties, String where) {
        JsonNode capacity = properties.path("capacity");
        if (capacity.isMissingNode() || capacity.isNull()) {
            return null;
        }
        if (!capacity.isInt() || capacity.asInt() <= 0) {
            faults.add(where, "has capacity " + capacity + ", which is not a whole number of trucks above 0");
            return null;
        }
        return capacity.asInt();
    }

    private Limits limits(JsonNode properties, String where) {
        Duration after = values.duration(properties, "silenceAfter", where, null);
        Duration timeout = values.duration(properties, "silenceTimeout", where, null);
        Duration minDwell = values.duration(properties, "minDwell", where, Duration.ZERO);
        JsonNode buffer = properties.path("exitBufferMetres");
        if (!buffer.isMissingNode() && !buffer.isNull() && (!buffer.isNumber() || buffer.asDouble() < 0)) {
            faults.add(where, "has exitBufferMetres " + buffer + ", which is not a number of metres, 0 or more");
        }
        return new Limits(
                after == null ? Limits.OFF : after.toMillis(),
                timeout == null ? Limits.OFF : timeout.toMillis(),
                minDwell.toMillis(),
                buffer.asDouble(0));
    }

    private OperatingBox operatingBox(JsonNode box) {
        if (box.isMissingNode() || box.isNull()) {
            return null;
        }
        boolean fits = box.isArray() && box.size() == 4;
        for (JsonNode side : box) {
            fits &= side.isNumber();
        }
        fits = fits
                && Math.abs(box.get(1).asDouble()) <= 90
                && Math.abs(box.get(3).asDouble()) <= 90;
        if (!fits
                || box.get(0).asDouble() >= box.get(2).asDouble()
                || box.get(1).asDouble() >= box.get(3).asDouble()) {
            faults.add("site", "has operatingBox " + box + ", which is not [west, south, east, north] in degrees");
            return null;
        }
        return new OperatingBox(
                box.get(0).asDouble(),
                box.get(1).asDouble(),
                box.get(2).asDouble(),
                box.get(3).asDouble());
    }
}
