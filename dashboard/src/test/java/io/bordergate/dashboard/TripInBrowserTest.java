package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Boards.figure;
import static io.bordergate.dashboard.trip.Trips.arrived;
import static io.bordergate.dashboard.trip.Trips.discrepancy;
import static io.bordergate.dashboard.trip.Trips.export;
import static io.bordergate.dashboard.trip.Trips.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.TruckTripChanged;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Single trips as somebody sees them, in a real browser. */
@Timeout(120)
class TripInBrowserTest extends InRealBrowser {
    private static final TruckTripChanged EXPORT = export("VN:12C12345", "2026050300533");
    private final ServedBoard served = new ServedBoard();

    @BeforeEach
    void open() {
        served.board.put(Boards.site());
        served.board.put(figure("a", 90, 6, NOON.plusSeconds(5_400)));
        served.trips.put(EXPORT);
        served.trips.put(
                discrepancy(EXPORT.getTripId(), DiscrepancyKind.AUTHORITY_LAG, NOON.plusSeconds(900 + 45 * 60), null));
        served.show();
        browser.width(1280);
        browser.go("http://127.0.0.1:" + served.port() + "/");
        browser.await("document.querySelectorAll('article.gate').length === 2");
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void a_plate_leads_to_the_trip_with_both_flows_in_both_languages() {
        search("12c-123.45");

        browser.await("document.querySelectorAll('.flows .row').length > 0");
        assertThat(text("#trip h3")).isEqualTo("Trip of 12C12345 (VN)");
        assertThat(text(".fact-tripGate")).isEqualTo("North");
        assertThat(text(".fact-tripData")).isEqualTo("Registered");
        assertThat(text(".fact-tripSeen")).isEqualTo("In a yard");
        assertThat(text(".fact-tripWait")).isEqualTo("has waited 1 h 30 min, since 12:00");
        assertThat(text(".fact-tripDoubts")).isEqualTo("1 open: one authority has not confirmed the arrival");
        assertThat(text(".papers"))
                .contains("2026050300533", "yard Yard C", "yellow channel", "fruit (refrigerated)", "12R-001.23");
        assertThat(text(".flows"))
                .contains("10:00", "Declared", "Registration confirmed", "Into North", "Into Yard A", "still there")
                .contains("Arrival confirmed", "customs · received 20 min later", "Now");
        assertThat(text(".row.doubt.opens")).contains("13:00", "one authority has not confirmed", "open");
        assertThat(browser.value("document.getElementById('gates').hidden").asBoolean())
                .isTrue();
        assertThat(browser.value("location.hash").asText()).startsWith("#trip/VN%3A12C12345");

        browser.value("document.getElementById('language').click()");
        assertThat(text("#trip h3")).isEqualTo("Chuyến xe 12C12345 (VN)");
        assertThat(text(".fact-tripSeen")).isEqualTo("Trong bãi");
        assertThat(text(".row.doubt.opens")).contains("Sai lệch: một cơ quan chưa xác nhận đến");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void several_trips_are_a_list_and_the_way_back_leads_to_the_gates() {
        served.trips.put(arrived("VN:12C12345", NOON.plusSeconds(60)));
        search("12C 12345");

        browser.await("document.querySelectorAll('#trips-found li').length === 2");
        assertThat(text("#trips-said")).isEqualTo("2 trips of “12C 12345”, the newest first");
        assertThat(text("#trips-found li")).contains("12:01", "North", "Undeclared", "At the gate");
        assertThat(text("#trips-found li:last-child")).contains("1 open: one authority");
        browser.value("document.querySelector('#trips-found li:last-child a').click()");
        browser.await("document.querySelectorAll('.papers li').length === 1");

        browser.value("document.querySelector('#trips a.button').click()");
        browser.await("document.getElementById('trips').hidden && !document.getElementById('gates').hidden");
        assertThat(browser.value("document.activeElement.id").asText()).isEqualTo("gates");
    }

    @Test
    void an_address_that_was_kept_shows_the_trip_as_it_is_now_known() {
        TruckTripChanged was = arrived("CN:桂A12345", NOON);
        TruckTripChanged is = arrived("CN:桂A12345", NOON.minusSeconds(60));
        served.trips.put(withdrawn(was, is.getTripId()));
        served.trips.put(is);

        browser.go("http://127.0.0.1:" + served.port() + "/?again#trip/"
                + URLEncoder.encode(was.getTripId(), StandardCharsets.UTF_8));
        browser.await("document.querySelector('#trip h3') !== null");
        assertThat(text("#trip h3")).isEqualTo("Trip of 桂A12345 (CN)");
        assertThat(browser.value("decodeURIComponent(location.hash)").asText()).isEqualTo("#trip/" + is.getTripId());
    }

    @Test
    void nobody_found_is_said() {
        search("99Z 99999");
        browser.await("document.getElementById('trips-said').textContent.startsWith('No trip of “99Z 99999”')");
        browser.value("location.hash = '#trip/nobody'");
        browser.await("document.getElementById('trips-said').textContent.startsWith('There is no such trip')");
    }

    @Test
    void markup_in_a_plate_or_a_number_is_text() {
        String markup = "<img src=x onerror=document.title='gone'>";
        served.trips.put(export("VN:" + markup, "<script>document.title='gone'</script>"));
        search(markup);

        browser.await("document.querySelectorAll('.flows .row').length > 0");
        assertThat(text("#trip h3")).isEqualTo("Trip of " + markup + " (VN)");
        assertThat(text(".papers")).contains("<script>document.title='gone'</script>");
        assertThat(browser.value("document.querySelectorAll('#trips img, #trips script').length")
                        .asInt())
                .isZero();
        assertThat(browser.value("document.title").asText()).isEqualTo("Digital Border Gate");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void fits_any_screen_without_scrolling_sideways() {
        served.trips.put(export("VN:" + "1".repeat(60), "2".repeat(60)));
        search("1".repeat(60));
        browser.await("document.querySelectorAll('.flows .row').length > 0");
        for (int width : List.of(360, 700, 1280)) {
            browser.width(width);
            assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                    .as("width of the page at %d", width)
                    .isLessThanOrEqualTo(width);
        }
    }

    private static void search(String name) {
        browser.value("document.getElementById('trip-name').value = " + BoardJson.line(name) + ";"
                + "document.querySelector('#trip-search button').click()");
    }

    private static String text(String selector) {
        return browser.value("document.querySelector('" + selector + "').textContent")
                .asText();
    }
}
