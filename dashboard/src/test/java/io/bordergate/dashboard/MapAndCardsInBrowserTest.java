package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Gates.happening;
import static io.bordergate.dashboard.MapInBrowserTest.NORTH_LATITUDE;
import static io.bordergate.dashboard.MapInBrowserTest.NORTH_LONGITUDE;
import static io.bordergate.dashboard.trip.Trips.discrepancy;
import static io.bordergate.dashboard.trip.Trips.inYard;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.dashboard.gate.GateRecords;
import io.bordergate.dashboard.trip.TruckPlace;
import io.bordergate.event.AlertEventKind;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.TruckTripChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ways from cards and alerts to the map and back, and many trucks in one place, in a real browser. */
@Timeout(120)
class MapAndCardsInBrowserTest extends InRealBrowser {
    private static final int TOGETHER = 60;
    private static final int BESIDE = 27; // Pixels from the sign of a gate to that of so many trucks.
    private static final String LEAFLET_READY = "document.querySelector('#map-gates .to-card') !== null";

    private final ServedBoard served = new ServedBoard();

    @BeforeEach
    void putFigures() {
        served.board.put(SiteReading.parse(MapInBrowserTest.SITE));
        served.board.put(GateRecords.load(Gates.load("north", 96, CongestionLevel.CRITICAL, NOON)));
        served.board.put(GateRecords.load(Gates.load("south", 40, CongestionLevel.BUSY, NOON)));
        served.board.put(GateRecords.alert(
                Gates.alert("north", null, happening(AlertEventKind.OPENED, CongestionLevel.CRITICAL, 0))));
        TruckTripChanged trip = inYard("VN:0", "yard-north", NOON);
        served.trips.put(trip);
        served.trips.put(discrepancy(trip.getTripId(), DiscrepancyKind.FINISHED_NOT_LEFT, NOON, null));
        for (int i = 0; i < TOGETHER; i++) {
            served.trips
                    .places()
                    .put(new TruckPlace("VN:" + i, NORTH_LATITUDE + i * 1e-5, NORTH_LONGITUDE, NOON.minusSeconds(i)));
        }
        served.show();
        browser.width(1280);
    }

    @AfterEach
    void close() {
        served.close();
    }

    private void open(String address) {
        browser.go("http://127.0.0.1:" + served.port() + "/?" + System.nanoTime() + address);
        browser.await("document.querySelectorAll('article.gate').length === 3");
    }

    @Test
    void a_card_leads_to_its_gate_on_the_map_and_the_map_back_to_the_card() {
        open("");
        assertThat(told("document.querySelector('#gate-north .to-map')", "textContent"))
                .isEqualTo("Map: North");
        follow("#gate-north .to-map");
        browser.await("location.hash === '#map/north' && " + LEAFLET_READY);

        assertThat(told("document.querySelector('#map-gates a[href=\"#gate-north\"]')", "ariaLabel"))
                .isEqualTo("Figures: North");
        follow("#map-gates a[href=\"#gate-north\"]");
        browser.await("document.activeElement.id === 'gate-north'");
        assertThat(browser.value("document.getElementById('map').hidden").asBoolean())
                .isTrue();
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void the_name_of_a_gate_leads_to_it_and_once_there_to_its_figures() {
        open("#map");
        browser.await("document.querySelector('.gate-label[href=\"#map/north\"]:not(.out)') !== null");
        follow(".gate-label[href=\"#map/north\"]");
        browser.await("document.querySelector('.gate-label[href=\"#gate-north\"]:not(.out)') !== null");
        browser.value("document.getElementById('language').click()");
        assertThat(told("document.querySelector('.gate-label[href=\"#gate-north\"]')", "title"))
                .isEqualTo("Số liệu: Bắc");
    }

    @Test
    void an_alert_leads_to_its_gate_on_the_map() {
        open("");
        browser.await("document.querySelector('#alert-list a') !== null");
        follow("#alert-list a");
        browser.await("location.hash === '#map/north' && !document.getElementById('map').hidden");
    }

    @Test
    void the_title_counts_the_critical_gates() {
        open("");
        browser.await("document.title === '(1) Digital Border Gate'");
        browser.value("document.getElementById('language').click()");
        assertThat(told("document", "title")).isEqualTo("(1) Cửa khẩu số");
        served.board.put(GateRecords.load(Gates.load("north", 20, CongestionLevel.NORMAL, NOON.plusSeconds(60))));
        served.show();
        browser.await("document.title === 'Cửa khẩu số'");
    }

    @Test
    void trucks_that_lie_together_are_one_sign_that_says_how_many_and_leads_closer() {
        open("#map");
        browser.await("document.getElementById('map-count')?.textContent === '(60)'");

        at("mousemove");
        assertThat(told("document.querySelector('.truck-hint')", "textContent"))
                .isEqualTo("60 trucks 1 with a discrepancy · click to zoom in");
        double before = width();
        at("click");
        assertThat(width()).isGreaterThan(10 * before);
        assertThat(told("location", "hash")).isEqualTo("#map");
    }

    private static double width() {
        return browser.value("Math.max(...[...document.querySelectorAll('path.gate')]"
                        + ".map((one) => one.getBoundingClientRect().width))")
                .asDouble();
    }

    /** Just south of the gate that lies further up: its own sign stays free. */
    private static void at(String event) {
        browser.value("""
            (() => {
              const [gate] = [...document.querySelectorAll('path.gate')].map((one) => one.getBoundingClientRect())
                .filter((one) => one.width > 0).sort((one, other) => one.y - other.y);
              const at = { clientX: gate.x + gate.width / 2, clientY: gate.y + gate.height / 2 + %d, bubbles: true };
              document.getElementById('map-place').dispatchEvent(new MouseEvent('%s', at));
            })()""".formatted(BESIDE, event));
    }

    /** As the keyboard does: what has the focus is pressed. */
    private static void follow(String link) {
        browser.value("(() => { const link = document.querySelector('" + link.replace("'", "\\'")
                + "'); link.focus(); document.activeElement.click(); })()");
    }

    private static String told(String of, String what) {
        return browser.value(of + "." + what).asText();
    }
}
