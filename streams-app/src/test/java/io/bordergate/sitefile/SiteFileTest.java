package io.bordergate.sitefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bordergate.domain.site.FixLimits;
import io.bordergate.domain.site.Gates;
import io.bordergate.domain.site.Hours;
import io.bordergate.domain.site.OperatingBox;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.WeekHours;
import io.bordergate.domain.site.Zone;
import io.bordergate.domain.site.ZoneKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site file is read whole, or refused with all its faults, each naming its feature. */
class SiteFileTest {
    private static final String SQUARE = polygon("[[106.70,21.96],[106.71,21.96],[106.71,21.97],[106.70,21.96]]");

    @Test
    void readsTheSiteFileThatIsDelivered() throws IOException {
        Site site = SiteFile.parse(Files.readString(Path.of("../deploy/site/lang-son.geojson")));

        assertThat(site.siteId()).isEqualTo("lang-son");
        assertThat(site.timeZone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(site.latenessWindow()).isEqualTo(30 * 60_000);
        assertThat(site.fixLimits().operatingBox()).isPresent();
        assertThat(site.lines()).isNotEmpty();
        assertThat(site.findZone("xuan-cuong").map(Zone::place))
                .contains(new Place(
                        "xuan-cuong",
                        ZoneKind.YARD,
                        "huu-nghi",
                        650,
                        new Place.Limits(20 * 60_000, 12 * 3_600_000, 2 * 60_000, 0)));
        assertThat(site.zonesAt(21.9645, 106.7075).toString()).isEqualTo("[huu-nghi, xuan-cuong, xuan-cuong-khu-b]");
    }

    @Test
    void knowsWhenTheGatesThatAreDeliveredAreOpen() throws IOException {
        Gates gates = SiteFile.parse(Files.readString(Path.of("../deploy/site/lang-son.geojson")))
                .gates();
        var secondary = Set.of("binh-nghi", "na-hinh", "na-nua", "po-nhung", "co-sau", "ban-chat");
        var usual = WeekHours.everyDay(Hours.of("07:00", "18:00"));

        assertThat(gates.ids()).hasSize(12).containsAll(secondary);
        gates.settings().forEach((gate, settings) -> {
            boolean closed = secondary.contains(gate);
            assertThat(settings.closures().stream().anyMatch(days -> days.contains(LocalDate.of(2026, 5, 4))))
                    .as(gate)
                    .isEqualTo(closed);
            if (!closed) {
                assertThat(settings.hours()).as(gate).isEqualTo(usual);
            }
        });
    }

    @Test
    void leavesOffWhatIsNotSet() {
        Site site = SiteFile.parse(collection("", feature("lot", "\"kind\":\"yard\"", SQUARE)));

        assertThat(site.fixLimits()).isEqualTo(FixLimits.NONE);
        assertThat(site.limitsSpeed()).isFalse();
        assertThat(site.latenessWindow()).isEqualTo(Site.DEFAULT_LATENESS_WINDOW.toMillis());
        assertThat(site.findPlace("lot")).contains(new Place("lot", ZoneKind.YARD, null, null, Place.Limits.NONE));
    }

    @Test
    void takesAnExplicitNullForNotSet() {
        String properties = "\"kind\":\"yard\",\"gate\":null,\"capacity\":null,\"silenceAfter\":null,"
                + "\"exitBufferMetres\":null";

        Site site = SiteFile.parse(collection(
                "\"operatingBox\":null,\"maxSpeedKmh\":null,\"maxAccuracyMetres\":null,",
                feature("lot", properties, SQUARE)));

        assertThat(site.fixLimits()).isEqualTo(FixLimits.NONE);

        assertThat(site.findPlace("lot")).contains(new Place("lot", ZoneKind.YARD, null, null, Place.Limits.NONE));
    }

    @Test
    void readsWhatAFixMustKeepTo() {
        Site site = SiteFile.parse(collection(
                "\"maxSpeedKmh\":120.5,\"maxAccuracyMetres\":0.5,\"operatingBox\":[106,21,107,22],",
                feature("lot", "\"kind\":\"yard\"", SQUARE)));

        assertThat(site.fixLimits()).isEqualTo(new FixLimits(new OperatingBox(106, 21, 107, 22), 120.5, 0.5));
        assertThat(site.limitsSpeed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "'\"150\"'", "true", "[150]", "1e999"})
    void refusesALimitOfFixesThatIsNoNumberAboveZero(String value) {
        String members = "\"maxSpeedKmh\":" + value + ",\"maxAccuracyMetres\":" + value + ",";

        assertThat(faults(collection(members, feature("lot", "\"kind\":\"harbour\"", SQUARE))))
                .hasSize(3)
                .anyMatch(fault ->
                        fault.startsWith("site: has maxSpeedKmh ") && fault.endsWith(", which is not a number above 0"))
                .anyMatch(fault -> fault.startsWith("site: has maxAccuracyMetres "));
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() {
        assertThat(SiteFile.parse("\uFEFF" + collection("", feature("lot", "\"kind\":\"yard\"", SQUARE)))
                        .zones())
                .hasSize(1);
    }

    @Test
    void readsAMultiPolygonWithAHole() {
        String holed = "{\"type\":\"MultiPolygon\",\"coordinates\":["
                + "[[[106.70,21.96],[106.72,21.96],[106.72,21.98],[106.70,21.98],[106.70,21.96]],"
                + "[[106.705,21.965],[106.705,21.975],[106.715,21.975],[106.715,21.965],[106.705,21.965]]],"
                + "[[[106.73,21.96],[106.74,21.96],[106.74,21.97],[106.73,21.96]]]]}";

        Site site = SiteFile.parse(collection("", feature("lot", "\"kind\":\"yard\"", holed)));

        assertThat(site.zonesAt(21.962, 106.702).toString()).isEqualTo("[lot]");
        assertThat(site.zonesAt(21.970, 106.710).isEmpty()).as("in the hole").isTrue();
        assertThat(site.zonesAt(21.962, 106.738).toString()).isEqualTo("[lot]");
    }

    @Test
    void acceptsAGateThatIsOnlyAPoint() {
        String point = "{\"type\":\"Point\",\"coordinates\":[106.71112,21.97062]}";

        Site site = SiteFile.parse(collection(
                "", feature("huu-nghi", "\"kind\":\"gate\"", point), feature("lot", "\"kind\":\"yard\"", SQUARE)));

        assertThat(site.zones()).extracting(Zone::id).containsExactly("lot");
        assertThat(faults(collection("", feature("lot", "\"kind\":\"yard\"", point))))
                .containsExactly("feature 'lot': is a Point, which only a gate may be");
    }

    @Test
    void listsAllFaultsAtOnce() {
        String bowTie = polygon("[[106.70,21.96],[106.71,21.97],[106.71,21.96],[106.70,21.97],[106.70,21.96]]");
        String unclosed = polygon("[[106.70,21.96],[106.71,21.96],[106.71,21.97],[106.70,21.97]]");
        String swapped = polygon("[[21.96,106.70],[21.96,106.71],[21.97,106.71],[21.96,106.70]]");

        assertThat(faults(collection(
                        "\"operatingBox\":[107.5,21.3,106.0,22.5],\"latenessWindow\":\"30 min\",\"timeZone\":\"Hanoi\",",
                        feature("twin", "\"kind\":\"yard\"", SQUARE),
                        feature("twin", "\"kind\":\"yard\"", SQUARE),
                        feature("harbour", "\"kind\":\"harbour\"", SQUARE),
                        feature("bow-tie", "\"kind\":\"yard\"", bowTie),
                        feature("unclosed", "\"kind\":\"yard\"", unclosed),
                        feature("swapped", "\"kind\":\"yard\"", swapped),
                        feature("hasty", "\"kind\":\"yard\",\"silenceTimeout\":\"PT-1H\",\"minDwell\":\"2m\"", SQUARE),
                        feature("tiny", "\"kind\":\"yard\",\"capacity\":0,\"exitBufferMetres\":-1", SQUARE),
                        feature(
                                "line",
                                "\"kind\":\"yard\"",
                                "{\"type\":\"LineString\",\"coordinates\":[[106.7,21.9],[106.8,21.9]]}"),
                        feature("", "\"kind\":\"yard\"", SQUARE))))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).startsWith("feature 'twin': has an id that another"),
                        fault -> assertThat(fault).startsWith("feature 'harbour': has kind 'harbour'"),
                        fault ->
                                assertThat(fault).startsWith("feature 'bow-tie': not a valid shape: self-intersection"),
                        fault -> assertThat(fault).startsWith("feature 'unclosed': a ring needs"),
                        fault -> assertThat(fault)
                                .startsWith("feature 'swapped':")
                                .contains("longitude first"),
                        fault -> assertThat(fault).startsWith("feature 'hasty': has silenceTimeout PT-1H"),
                        fault -> assertThat(fault).startsWith("feature 'hasty': has minDwell '2m'"),
                        fault -> assertThat(fault).startsWith("feature 'tiny': has capacity 0"),
                        fault -> assertThat(fault).startsWith("feature 'tiny': has exitBufferMetres -1"),
                        fault -> assertThat(fault).startsWith("feature 'line': is a LineString"),
                        fault -> assertThat(fault).isEqualTo("feature number 10: has no id"),
                        fault -> assertThat(fault).startsWith("site: has timeZone 'Hanoi'"),
                        fault -> assertThat(fault).startsWith("site: has latenessWindow '30 min'"),
                        fault -> assertThat(fault).startsWith("site: has operatingBox"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "capacity | 12.5 | has capacity 12.5",
                "capacity | \"12\" | has capacity \"12\"",
                "capacity | 3000000000 | has capacity 3000000000",
                "silenceAfter | 20 | has silenceAfter '20'",
                "silenceTimeout | \"\" | has silenceTimeout ''",
                "silenceTimeout | \"P200000000000D\" | has silenceTimeout",
                "exitBufferMetres | \"10\" | has exitBufferMetres \"10\""
            })
    void refusesAPropertyThatIsNotWhatItShouldBe(String name, String value, String fault) {
        String properties = "\"kind\":\"yard\",\"" + name + "\":" + value;

        assertThat(faults(collection("", feature("lot", properties, SQUARE))))
                .singleElement()
                .asString()
                .startsWith("feature 'lot': " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[106.0, 21.3, 107.5]", "[21.3, 106.0, 22.5, 107.5]", "\"all\"", "[106.0, 21.3, 107.5, \"22.5\"]"})
    void refusesABoxThatIsNone(String box) {
        assertThat(faults(collection("\"operatingBox\":" + box + ",", feature("lot", "\"kind\":\"yard\"", SQUARE))))
                .singleElement()
                .asString()
                .startsWith("site: has operatingBox");
    }

    @Test
    void refusesWhatIsNoSiteFileAtAll() {
        assertThat(faults("{\"type\": \"FeatureCollection\",\n \"features\": [,]}"))
                .singleElement()
                .asString()
                .startsWith("site: is not JSON:")
                .endsWith("line 2");
        assertThat(faults("")).anyMatch(fault -> fault.startsWith("site: is not"));
        assertThat(faults(SQUARE)).contains("site: is not a GeoJSON FeatureCollection");
        assertThat(faults("[]")).contains("site: is not a GeoJSON FeatureCollection");
        assertThat(faults(collection(""))).singleElement().asString().startsWith("site: has no zone");
        assertThat(faults("{\"type\":\"FeatureCollection\",\"siteId\":\"a\",\"siteId\":\"b\",\"features\":[]}"))
                .singleElement()
                .asString()
                .contains("Duplicate field 'siteId'");
    }

    @Test
    void saysAllFaultsInOneMessage() {
        var refusal = catchThrowableOfType(SiteFileException.class, () -> SiteFile.parse("[]"));

        assertThat(refusal).hasMessageStartingWith("site file: site: is not a GeoJSON FeatureCollection");
    }

    private static List<String> faults(String geoJson) {
        var refusal = catchThrowableOfType(SiteFileException.class, () -> SiteFile.parse(geoJson));
        assertThat(refusal).as("refusal of %s", geoJson).isNotNull();
        return refusal.faults();
    }

    private static String collection(String members, String... features) {
        return "{\"type\":\"FeatureCollection\"," + members + "\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String id, String properties, String geometry) {
        String name = id.isEmpty() ? "" : "\"id\":\"" + id + "\",";
        return "{\"type\":\"Feature\"," + name + "\"properties\":{" + properties + "},\"geometry\":" + geometry + "}";
    }

    private static String polygon(String ring) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
    }
}
