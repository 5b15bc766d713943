package io.bordergate.simulator.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The default site file is sound: a file an operator copies must not start with faults. */
class SiteFileTest {

    private static final Path SITE_FILE = Path.of("../deploy/site/lang-son.geojson");
    private static final List<String> WORKING =
            List.of("huu-nghi", "tan-thanh", "coc-nam", "chi-ma", "kim-thanh", "mong-cai");
    private static final List<String> CLOSED =
            List.of("binh-nghi", "na-hinh", "na-nua", "po-nhung", "co-sau", "ban-chat");

    @Test
    void namesItselfItsClockAndItsLimits() throws IOException {
        JsonNode site = json();

        assertThat(site.path("siteId").asText()).isEqualTo("lang-son");
        assertThat(ZoneId.of(site.path("timeZone").asText()).getRules().isFixedOffset())
                .isFalse();
        assertThat(Duration.parse(site.path("latenessWindow").asText())).isEqualTo(Duration.ofMinutes(30));
        assertThat(site.has("maxSpeedKmh")).isFalse();
    }

    @Test
    void drawsClosedSimpleRingsCounterClockwise() throws IOException {
        for (Zone zone : SiteMap.read(SITE_FILE).zones()) {
            List<Point> ring = zone.polygon().ring();
            assertThat(ring.get(0)).as(zone.id()).isEqualTo(ring.get(ring.size() - 1));
            assertThat(crossingsWithin(zone.polygon().edges())).as(zone.id()).isZero();
            assertThat(doubleArea(ring)).as(zone.id()).isPositive();
        }
    }

    @Test
    void liesInsideItsOperatingBoxWithFewDecimals() throws IOException {
        JsonNode site = json();
        JsonNode box = site.path("operatingBox");
        site.findValues("coordinates").forEach(coordinates -> {
            for (JsonNode position : positions(coordinates)) {
                assertThat(position.get(0).asDouble())
                        .isBetween(box.get(0).asDouble(), box.get(2).asDouble());
                assertThat(position.get(1).asDouble())
                        .isBetween(box.get(1).asDouble(), box.get(3).asDouble());
                assertThat(position.get(0).decimalValue().scale()).isLessThanOrEqualTo(7);
                assertThat(position.get(1).decimalValue().scale()).isLessThanOrEqualTo(7);
            }
        });
    }

    @Test
    void nestsZonesOrKeepsThemApart() throws IOException {
        List<Zone> zones = SiteMap.read(SITE_FILE).zones();
        for (Zone zone : zones) {
            for (Zone other : zones) {
                boolean edgesCross = zone.polygon().edges().stream()
                        .anyMatch(edge -> !other.polygon().cuts(edge).isEmpty());
                assertThat(edgesCross && !zone.equals(other))
                        .as("%s and %s", zone.id(), other.id())
                        .isFalse();
            }
        }
        assertThat(isInside(zones, "xuan-cuong-khu-b", "xuan-cuong")).isTrue();
        assertThat(isInside(zones, "xuan-cuong", "huu-nghi")).isTrue();
        assertThat(isInside(zones, "bao-nguyen", "tan-thanh")).isTrue();
        assertThat(isInside(zones, "viettel-logistics-park", "huu-nghi")).isFalse();
    }

    @Test
    void saysOfEveryFeatureWhatItIsAndWhereItComesFrom() throws IOException {
        for (JsonNode feature : json().path("features")) {
            JsonNode properties = feature.path("properties");
            assertThat(feature.path("id").asText()).isNotBlank();
            assertThat(properties.path("kind").asText()).isIn("gate", "yard", "approach", "crossing", "buffer");
            assertThat(WORKING.contains(properties.path("gate").asText())
                            || CLOSED.contains(properties.path("gate").asText()))
                    .as(feature.path("id").asText())
                    .isTrue();
            assertThat(properties.path("name").asText()).isNotBlank();
            assertThat(properties.path("name_vi").asText()).isNotBlank();
            assertThat(properties.path("source").asText()).contains("team-drawn, unverified");
        }
    }

    @Test
    void givesEveryWorkingGateAZoneAYardALineAndHours() throws IOException {
        for (String gate : WORKING) {
            assertThat(ofGate(gate, "gate")).singleElement().satisfies(feature -> {
                assertThat(feature.path("geometry").path("type").asText()).isEqualTo("Polygon");
                assertThat(feature.path("properties").path("opening").path("hours"))
                        .isNotEmpty();
            });
            assertThat(ofGate(gate, "yard"))
                    .as(gate)
                    .isNotEmpty()
                    .allSatisfy(yard -> assertThat(
                                    yard.path("properties").path("capacity").asInt())
                            .isPositive());
            assertThat(ofGate(gate, "crossing")).as(gate).hasSize(1);
        }
    }

    @Test
    void drawsEveryCrossingLineAtItsGateWithVietnamOnItsLeft() throws IOException {
        SiteMap site = SiteMap.read(SITE_FILE);
        assertThat(site.crossings()).hasSameSizeAs(WORKING);
        for (CrossingLine line : site.crossings()) {
            Point first = line.points().get(0);
            Point last = line.points().get(line.points().size() - 1);
            for (Point inside : find(site.zones(), line.gate()).polygon().ring()) {
                assertThat(doubleArea(List.of(first, last, inside, first)))
                        .as("%s seen from %s", inside, line.id())
                        .isPositive();
                assertThat(Math.hypot(inside.lon() - first.lon(), inside.lat() - first.lat()))
                        .isLessThan(0.015);
            }
        }
    }

    @Test
    void showsTheSecondaryGatesAsClosed() throws IOException {
        for (String gate : CLOSED) {
            assertThat(ofGate(gate, "gate")).singleElement().satisfies(feature -> {
                assertThat(feature.path("geometry").path("type").asText()).isEqualTo("Point");
                assertThat(feature.path("properties").path("opening").path("closures"))
                        .hasSize(1);
            });
        }
    }

    @Test
    void refusesBrokenFilesWithThePlaceOfTheFault() {
        assertThatThrownBy(() -> read("{\"type\":\"Feature\"}")).hasMessageContaining("x.geojson is not a GeoJSON");
        assertThatThrownBy(() -> read("{nope")).hasMessageContaining("x.geojson is not JSON");
        assertThatThrownBy(() -> read("{\"type\":\"FeatureCollection\",\"features\":[{\"id\":\"a\",\"geometry\":"
                        + "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}}]}"))
                .hasMessageContaining("feature 'a': its ring is not closed");
    }

    /** Of a polygon's ring, of a line, or of a point. */
    private static List<JsonNode> positions(JsonNode coordinates) {
        List<JsonNode> positions = new ArrayList<>();
        if (coordinates.path(0).isNumber()) {
            positions.add(coordinates);
        } else {
            (coordinates.path(0).path(0).isArray() ? coordinates.path(0) : coordinates).forEach(positions::add);
        }
        return positions;
    }

    private static SiteMap read(String text) throws IOException {
        return SiteMap.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "x.geojson");
    }

    private static JsonNode json() throws IOException {
        return new ObjectMapper().readTree(SITE_FILE.toFile());
    }

    private static List<JsonNode> ofGate(String gate, String kind) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode feature : json().path("features")) {
            JsonNode properties = feature.path("properties");
            if (properties.path("gate").asText().equals(gate)
                    && properties.path("kind").asText().equals(kind)) {
                found.add(feature);
            }
        }
        return found;
    }

    private static boolean isInside(List<Zone> zones, String inner, String outer) {
        return find(zones, inner).polygon().ring().stream()
                .allMatch(find(zones, outer).polygon()::contains);
    }

    private static Zone find(List<Zone> zones, String id) {
        return zones.stream().filter(zone -> zone.id().equals(id)).findFirst().orElseThrow();
    }

    /** Pairs of edges, not neighbours, that cut each other. */
    private static long crossingsWithin(List<Segment> edges) {
        long crossings = 0;
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 2; j < edges.size(); j++) {
                boolean neighbours = i == 0 && j == edges.size() - 1;
                crossings += !neighbours && edges.get(i).cutBy(edges.get(j)).isPresent() ? 1 : 0;
            }
        }
        return crossings;
    }

    private static double doubleArea(List<Point> ring) {
        double area = 0;
        for (int i = 1; i < ring.size(); i++) {
            Point a = ring.get(i - 1);
            Point b = ring.get(i);
            area += a.lon() * b.lat() - b.lon() * a.lat();
        }
        return area;
    }
}
