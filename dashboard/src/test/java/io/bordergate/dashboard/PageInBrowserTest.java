package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Boards.figure;
import static io.bordergate.dashboard.Gates.happening;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.gate.GateRecords;
import io.bordergate.event.AlertEventKind;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.TradeDirection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page as somebody sees it, in a real browser. */
@Timeout(120)
class PageInBrowserTest extends InRealBrowser {
    private final ServedBoard served = new ServedBoard();

    @BeforeEach
    void open() {
        fill(served);
        browser.width(1280);
        browser.go("http://127.0.0.1:" + served.port() + "/");
        browser.await("document.querySelectorAll('article.gate').length === 2"
                + " && document.querySelectorAll('#daily-rows tr').length === 1");
    }

    /** A gate that is congested, with an alert and advice, and one that is not. */
    static void fill(ServedBoard served) {
        served.board.put(Boards.site());
        served.board.put(figure("a", 90, 6, NOON));
        served.board.put(GateRecords.load(Gates.load("north", 40, CongestionLevel.NORMAL, NOON)));
        var south = Gates.load("south", 83, CongestionLevel.CONGESTED, NOON);
        south.setForecast(Gates.forecast("south", 0.8, 0.9, NOON));
        south.setSides(List.of(
                Gates.side(TradeDirection.EXPORT, CongestionLevel.BUSY, 60, 1.5),
                Gates.side(TradeDirection.IMPORT, CongestionLevel.NORMAL, 4, 0.1)));
        served.board.put(GateRecords.load(south));
        served.board.put(GateRecords.alert(
                Gates.alert("south", null, happening(AlertEventKind.OPENED, CongestionLevel.CONGESTED, 0))));
        served.board.put(GateRecords.advice(Gates.calm("north", NOON)));
        served.board.put(GateRecords.advice(Gates.advice("south", NOON)));
        served.board.put(GateRecords.day(Gates.day("south", "2026-05-02", 1, 30)));
        served.show();
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void says_which_gate_is_in_trouble_since_when_and_why_in_both_languages() {
        assertThat(text("article.gate h3")).isEqualTo("South");
        assertThat(text("article.gate .badge")).isEqualTo("Congested");
        assertThat(text("article.gate .reason"))
                .contains("Congested · Whole gate", "since 12:00", "yards 83\u00a0% full (limit 80\u00a0%)");
        assertThat(text("#alert-list li")).contains("12:00", "Opened: Congested", "South · Whole gate");
        assertThat(text("#daily-rows tr")).contains("South", "02/05/2026", "300");

        browser.value("document.getElementById('language').click()");
        assertThat(text("article.gate h3")).isEqualTo("Nam");
        assertThat(text("article.gate .reason"))
                .contains("Ùn ứ · Toàn cửa khẩu", "bãi đầy 83\u00a0% (ngưỡng 80\u00a0%)");
        assertThat(text("#alert-list li")).contains("Bắt đầu: Ùn ứ");
        assertThat(text("#daily-rows tr")).contains("Nam");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void says_what_to_do_with_the_figures_behind_it_in_both_languages() {
        assertThat(text("#gate-south .advice"))
                .contains("Advice", "since 11:00 (1 h)", "120 trucks too many", "Divert 45 trucks to North")
                .contains("of the 90 expected", "instead of 3 d 12 h, 25 min way, room for 120. Not: refrigerated.")
                .contains("Let 5 exports and 2 imports an hour", "60 can be cleared", "70 of 100 places")
                .contains("Hold 30 trucks at Park", "room for 480, 12 stand there", "40 trucks should not set off");
        assertThat(text("#gate-north .advice")).isEqualTo("Advice: nothing needs to be done.");

        browser.value("document.getElementById('language').click()");
        assertThat(text("#gate-south .advice")).contains("Điều tiết", "Chuyển 45 xe sang Bắc", "Trừ: hàng lạnh.");
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void old_advice_looks_old() {
        assertThat(browser.value("document.querySelector('.advice.stale') === null")
                        .asBoolean())
                .isTrue();
        served.board.put(GateRecords.load(Gates.load("north", 40, CongestionLevel.NORMAL, NOON.plusSeconds(50 * 60))));
        served.show();

        browser.await("document.querySelector('#gate-south .advice.stale') !== null");
        assertThat(text("#gate-south .advice")).contains("⚠ Old advice · 12:00 · 50 min ago");
    }

    @Test
    void fits_any_screen_without_scrolling_sideways() {
        browser.value("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        for (int width : List.of(360, 700, 1280, 2560)) {
            browser.width(width);
            assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                    .as("width of the page at %d", width)
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void what_is_open_and_where_the_keyboard_is_stays_when_figures_change() {
        browser.value("document.querySelector('article.gate details').open = true;"
                + "document.querySelector('article.gate summary').focus()");
        served.board.put(figure("a", 91, 6, NOON.plus(Duration.ofMinutes(1))));
        served.show();

        browser.await("document.querySelector('#gate-north .total strong').textContent === '97'");
        assertThat(browser.value("document.querySelector('#gate-south details').open")
                        .asBoolean())
                .isTrue();
        assertThat(browser.value("document.activeElement.closest('article').id").asText())
                .isEqualTo("gate-south");
        assertThat(browser.value("document.activeElement.tagName").asText()).isEqualTo("SUMMARY");
    }

    @Test
    void old_figures_look_old() {
        served.board.put(figure("a", 91, 6, NOON.plus(Duration.ofMinutes(6))));
        served.show();

        browser.await("document.querySelector('#gate-south.stale') !== null");
        assertThat(text("#gate-south .age")).contains("Old figures", "12:00", "6 min ago");
    }

    @Test
    void a_page_that_is_left_gives_its_stream_back() {
        // A browser keeps six connections to a server, and a stream holds one as long as it lives.
        for (int i = 0; i < 8; i++) {
            browser.go("http://127.0.0.1:" + served.port() + "/?visit=" + i);
            browser.await("location.search === '?visit=" + i + "'"
                    + " && document.querySelectorAll('article.gate').length === 2");
        }
    }

    @Test
    void an_alert_is_acknowledged_with_a_name() throws Exception {
        browser.value("document.querySelector('button.ack').click();"
                + "document.getElementById('ack-by').value = 'Ca 2';"
                + "document.getElementById('ack-send').click()");

        browser.await("!document.getElementById('ack').open");
        assertThat(served.sent.history()).hasSize(1);
        assertThat(served.sent.history().get(0).value().getBy()).isEqualTo("Ca 2");
        assertThat(browser.complaints).isEmpty();
    }

    private String text(String selector) {
        JsonNode text = browser.value("document.querySelector('" + selector + "').textContent");
        return text.asText();
    }
}
