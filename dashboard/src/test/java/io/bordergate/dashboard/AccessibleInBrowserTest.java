package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.trip.Trips.discrepancy;
import static io.bordergate.dashboard.trip.Trips.export;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.TruckTripChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No part of the page, in no theme and on no screen, breaks a rule of accessibility that can be checked without a person. */
@Timeout(180)
class AccessibleInBrowserTest extends InRealBrowser {
    private static final TruckTripChanged EXPORT = export("VN:12C12345", "2026050300533");
    private final ServedBoard served = new ServedBoard();

    @BeforeEach
    void open() {
        served.trips.put(EXPORT);
        served.trips.put(
                discrepancy(EXPORT.getTripId(), DiscrepancyKind.AUTHORITY_LAG, NOON.plusSeconds(900 + 45 * 60), null));
        PageInBrowserTest.fill(served);
        browser.go("http://127.0.0.1:" + served.port() + "/");
        browser.await("document.querySelectorAll('article.gate').length === 2"
                + " && document.querySelectorAll('#daily-rows tr').length === 1");
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void the_board_with_all_details_open() {
        browser.value("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        Axe.assertAccessible(browser, "board");
        browser.value("document.getElementById('language').click()");
        Axe.assertAccessible(browser, "board in Vietnamese");
    }

    @Test
    void a_board_whose_connection_is_lost() {
        browser.value("window.dispatchEvent(new PageTransitionEvent('pagehide'))");
        served.live.show(served.hearing.lost(NOON, FeedState.Trouble.BROKER));
        browser.value("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
        browser.await("document.body.classList.contains('outdated')");
        Axe.assertAccessible(browser, "outdated board");
    }

    @Test
    void the_question_about_an_alert() {
        browser.value("document.querySelector('button.ack').click()");
        browser.await("document.getElementById('ack').open");
        Axe.assertAccessible(browser, "acknowledgement");
    }

    @Test
    void a_trip_and_the_list_of_those_found() {
        browser.value("document.getElementById('trip-name').value = '12C12345';"
                + "document.querySelector('#trip-search button').click()");
        browser.await("document.querySelectorAll('.flows .row').length > 0");
        Axe.assertAccessible(browser, "trip");
        served.trips.put(export("VN:12C12345", "2026050300777"));
        browser.value("document.getElementById('trip-name').value = '2026050300777';"
                + "document.querySelector('#trip-search button').click()");
        browser.await("document.getElementById('trips-said').textContent.includes('2026050300777')"
                + " || document.querySelectorAll('.papers li').length === 1");
        Axe.assertAccessible(browser, "trips");
    }

    @Test
    void what_is_broken_is_found() {
        browser.value("document.querySelector('main').append(document.createElement('img'))");
        assertThat(Axe.violations(browser)).anyMatch(one -> one.startsWith("image-alt"));
    }
}
