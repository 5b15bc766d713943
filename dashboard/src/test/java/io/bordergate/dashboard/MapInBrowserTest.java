package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Boards.figure;
import static io.bordergate.dashboard.trip.Trips.discrepancy;
import static io.bordergate.dashboard.trip.Trips.inYard;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.dashboard.gate.GateRecords;
import io.bordergate.dashboard.trip.TruckPlace;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.TruckTripChanged;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The map and the view of a yard as somebody sees them, in a real browser. */
@Timeout(120)
class MapInBrowserTest extends InRealBrowser {
    static final double NORTH_LATITUDE = 21.965;
    static final double NORTH_LONGITUDE = 106.705;
    /** Two gates near the border; of yard b nothing is known, and the third gate is not drawn. */
    static final String SITE = """
            {"type": "FeatureCollection", "siteId": "test", "timeZone": "Asia/Ho_Chi_Minh", "features": [
              %s, %s, %s, %s,
              {"type": "Feature", "id": "nowhere", "properties": {"kind": "gate", "gate": "nowhere", "name": "Nowhere"},
               "geometry": null}
            ]}""".formatted(
                    square("gate", "north", "North", "Bắc", NORTH_LATITUDE, NORTH_LONGITUDE, 0.005),
                    square("yard", "north", "Yard A", "Bãi A", NORTH_LATITUDE, NORTH_LONGITUDE, 0.003),
                    square("gate", "south", "South", "Nam", 21.795, 107.025, 0.005),
                    square("yard", "south", "Yard B", "Bãi B", 21.795, 107.025, 0.003));

    private static final TruckTripChanged TRIP = inYard("VN:12C12345", "yard-north", NOON.minus(Duration.ofHours(3)));
    /** What the other gate is drawn of is not in the picture, and so has no size. */
    private static final String NORTH =
            "[...document.querySelectorAll('path.gate')].map((one) => one.getBoundingClientRect()).find((one) => one.width > 0)";

    private final ServedBoard served = new ServedBoard();

    /** A feature around a place, half as wide as said in degrees; its id is kind and gate. */
    private static String square(
            String kind, String gate, String name, String nameVi, double latitude, double longitude, double half) {
        double west = longitude - half;
        double east = longitude + half;
        double south = latitude - half;
        double north = latitude + half;
        return String.format(
                Locale.ROOT,
                """
                {"type": "Feature", "id": "%s-%s",
                 "properties": {"kind": "%s", "gate": "%s", "name": "%s", "name_vi": "%s", "capacity": 100},
                 "geometry": {"type": "Polygon", "coordinates": [[[%f, %f], [%f, %f], [%f, %f], [%f, %f], [%f, %f]]]}}""",
                kind,
                gate,
                kind,
                gate,
                name,
                nameVi,
                west,
                south,
                east,
                south,
                east,
                north,
                west,
                north,
                west,
                south);
    }

    @BeforeEach
    void putFigures() {
        served.board.put(SiteReading.parse(SITE));
        served.board.put(figure("yard-north", 90, 6, NOON));
        served.board.put(GateRecords.load(Gates.load("north", 96, CongestionLevel.CRITICAL, NOON)));
        served.trips.put(TRIP);
        served.trips.put(discrepancy(TRIP.getTripId(), DiscrepancyKind.FINISHED_NOT_LEFT, NOON, null));
        // Away from the middle of the yard, where its name stands.
        place("VN:12C12345", NORTH_LATITUDE + 0.0015, NORTH_LONGITUDE, 60);
        place("CN:桂A12345", NORTH_LATITUDE + 0.004, NORTH_LONGITUDE, 3_600);
        served.show();
        browser.width(1280);
    }

    private void place(String truckId, double latitude, double longitude, int secondsAgo) {
        served.trips.places().put(new TruckPlace(truckId, latitude, longitude, NOON.minusSeconds(secondsAgo)));
    }

    @AfterEach
    void close() {
        served.close();
    }

    private void open(String address) {
        browser.go("http://127.0.0.1:" + served.port() + "/?" + address.hashCode() + System.nanoTime() + address);
    }

    private void openNorth() {
        open("#map/north");
        browser.await("document.querySelectorAll('#map-trucks li').length === 2"
                + " && document.querySelector('.yard-label:not(.out)') !== null");
    }

    @Test
    void gates_and_yards_stand_on_the_land_with_their_figures_in_both_languages() {
        openNorth();
        browser.await("document.querySelectorAll('path.land').length === 3");

        assertThat(text(".gate-label:not(.out)")).isEqualTo("NorthCritical");
        assertThat(text(".yard-label:not(.out)")).isEqualTo("Yard A96\u00a0% ▲▲");
        assertThat(browser.value("document.querySelector('path.yard').getAttribute('fill')")
                        .asText())
                .isEqualTo("url(#fill-full)");
        assertThat(text("#map-gates")).contains("NorthCritical", "SouthNo figures yet");
        assertThat(text("#map-said")).isEqualTo("2 trucks in view, 1 at an old place; the newest 1 min ago");

        browser.value("document.getElementById('language').click()");
        assertThat(text(".gate-label:not(.out)")).isEqualTo("BắcÙn ứ nghiêm trọng");
        assertThat(text(".yard-label:not(.out) .name")).isEqualTo("Bãi A");
        assertThat(text("#map-legend")).contains("số liệu cũ", "Trong bãi");
        assertThat(browser.value("document.querySelector('.leaflet-control-zoom-in').title")
                        .asText())
                .isEqualTo("Phóng to");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void old_figures_look_old_and_missing_ones_missing() {
        served.board.put(GateRecords.load(Gates.load("south", 20, CongestionLevel.NORMAL, NOON.plusSeconds(360))));
        served.show();
        openNorth();

        assertThat(text(".gate-label.stale:not(.out)")).isEqualTo("North⚠ Critical · old figure");
        assertThat(text(".yard-label.stale:not(.out)")).isEqualTo("Yard A⚠ 96\u00a0% · old figure");
        assertThat(browser.value(
                                "[...document.querySelectorAll('path.yard.doubtful')].map((one) => one.getAttribute('fill')).join()")
                        .asText())
                .isEqualTo("url(#fill-stale),url(#fill-unknown)");
    }

    @Test
    void trucks_are_listed_beside_the_map_the_ones_in_doubt_first() {
        openNorth();

        assertThat(text("#map-trucks li:first-child"))
                .isEqualTo("12C12345 (VN) In a yard · 1 open discrepancy · seen 1 min ago");
        assertThat(text("#map-trucks li:last-child")).isEqualTo("桂A12345 (CN) no trip · ⚠ seen 1 h ago");
        assertThat(browser.value("document.querySelectorAll('#map-trucks a').length")
                        .asInt())
                .isEqualTo(1);
        browser.value("document.querySelector('#map-trucks a').click()");
        browser.await("document.querySelector('#trip h3') !== null && document.getElementById('map').hidden");
        assertThat(text("#trip h3")).isEqualTo("Trip of 12C12345 (VN)");
    }

    @Test
    void a_click_on_a_truck_opens_its_trip_and_one_beside_it_the_yard() {
        openNorth();
        click(-0.15);
        browser.await("location.hash.startsWith('#trip/VN%3A12C12345')");

        openNorth();
        click(0.2);
        browser.await("location.hash === '#yard/yard-north'");
        assertThat(browser.complaints).isEmpty();
    }

    /** So much of the gate's height below its middle. */
    private static void click(double below) {
        browser.value("""
            (() => {
              const gate = %s;
              const at = { clientX: gate.x + gate.width / 2, clientY: gate.y + gate.height * (0.5 + %s), bubbles: true };
              document.elementFromPoint(at.clientX, at.clientY).dispatchEvent(new MouseEvent('click', at));
            })()""".formatted(NORTH, below));
    }

    @Test
    void the_picture_stays_as_it_was_moved_until_a_gate_is_asked_for() {
        openNorth();
        String wide = NORTH + ".width";
        double before = browser.value(wide).asDouble();
        browser.value("document.querySelector('.leaflet-control-zoom-out').click()");
        assertThat(browser.value(wide).asDouble()).isLessThan(before);
        served.board.put(figure("yard-north", 91, 6, NOON.plusSeconds(1)));
        served.show();
        browser.await("document.querySelector('.yard-label strong').textContent.startsWith('97')");
        assertThat(browser.value(wide).asDouble()).isLessThan(before);

        browser.value("document.querySelector('#map-gates a[href=\"#map/north\"]').click()");
        assertThat(browser.value(wide).asDouble()).isEqualTo(before);
    }

    @Test
    void five_thousand_trucks_are_drawn_while_a_hand_moves_the_map() {
        for (int i = 0; i < 5_000; i++) {
            place("VN:" + i, NORTH_LATITUDE + (i % 71 - 35) * 1e-4, NORTH_LONGITUDE + (i % 67 - 33) * 1e-4, i % 3_600);
        }
        open("#map/north");
        browser.await("document.getElementById('map-count')?.textContent === '(5,002)'");

        double milliseconds = browser.value("""
            (() => {
              const zoom = document.querySelector('.leaflet-control-zoom-out');
              const from = performance.now();
              for (let i = 0; i < 4; i++) zoom.click();
              return (performance.now() - from) / 4;
            })()""").asDouble();
        assertThat(milliseconds).as("ms for a new picture").isLessThan(500);
        assertThat(browser.value("document.querySelectorAll('#map-trucks li').length")
                        .asInt())
                .isEqualTo(51);
    }

    @Test
    void no_truck_is_asked_for_while_nobody_looks_at_the_map() {
        open("");
        browser.await("document.querySelectorAll('article.gate').length > 0");
        assertThat(browser.value("document.querySelectorAll('#map-place > *').length")
                        .asInt())
                .isZero();
        assertThat(browser.value("performance.getEntriesByType('resource').filter((one) =>"
                                + " /api.v1.(trucks|site)|outlines/.test(one.name)).length")
                        .asInt())
                .isZero();
    }

    @Test
    void a_yard_has_its_figures_and_its_trucks_the_longest_there_first_in_both_languages() {
        served.trips.put(inYard("VN:2", "yard-north", NOON.minus(Duration.ofHours(5))));
        served.show();
        openNorth();
        browser.value("document.querySelector('.yard-label').click()");
        browser.await("document.querySelectorAll('#yard-trucks li').length === 2");

        assertThat(text("#yard-page")).contains("Yard A", "96/ 100 trucks", "90 confirmed + 6 uncertain", "newest");
        assertThat(text("#yard-page")).contains("the trips of 2 of 96 trucks are known", "undeclared2");
        assertThat(text("#yard-said")).isEqualTo("2 trucks, the longest there first");
        assertThat(text("#yard-trucks li:first-child")).contains("2 (VN)", "5 h", "since 07:00", "Undeclared");
        assertThat(text("#yard-trucks li:last-child")).contains("12C12345 (VN)", "3 h", "finished, not left");
        browser.value("document.getElementById('language').click()");
        assertThat(text("#yard-trucks li:last-child")).contains("xong thủ tục nhưng chưa rời");
        assertThat(text("#yard-page h3")).isEqualTo("Bãi A");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void a_yard_that_is_not_known_is_said() {
        open("#yard/nowhere");
        browser.await("document.getElementById('yard-said')?.textContent === 'There is no such yard.'");
    }

    @Test
    void names_with_markup_are_text() {
        served.board.put(SiteReading.parse(SITE.replace("Yard A", "<img src=x onerror=document.title='gone'>")));
        served.show();
        openNorth();

        assertThat(text(".yard-label")).startsWith("<img src=x");
        assertThat(browser.value("document.querySelectorAll('#map img').length").asInt())
                .isZero();
    }

    @Test
    void map_and_yard_fit_any_screen_without_scrolling_sideways() {
        for (String address : List.of("#map", "#map/north", "#yard/yard-north")) {
            open(address);
            browser.await("document.querySelectorAll('#map-trucks li, #yard-trucks li').length > 0");
            for (int width : List.of(360, 700, 1280, 2560)) {
                browser.width(width);
                assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                        .as("width of %s at %d", address, width)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    private static String text(String selector) {
        return browser.value("document.querySelector('" + selector + "').textContent")
                .asText();
    }

    @Test
    void map_and_yard_are_accessible() {
        openNorth();
        browser.value("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        Axe.assertAccessible(browser, "map");
        open("#yard/yard-north");
        browser.await("document.querySelectorAll('#yard-trucks li').length === 1");
        Axe.assertAccessible(browser, "yard");
    }
}
