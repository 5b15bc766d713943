package io.bordergate.dashboard;

import static io.bordergate.dashboard.trip.Trips.export;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Signing in as somebody does it, in a real browser. */
@Timeout(180)
class SignInInBrowserTest extends InRealBrowser {
    private static final String MARKUP = "<img src=x onerror=document.title='gone'>";

    @TempDir
    private Path folder;

    private ServedBoard served;

    @BeforeEach
    void open() throws Exception {
        served = Guarded.serve(folder);
        served.trips.put(export("VN:12C12345", "2026050300533"));
        served.show();
        browser.width(1280);
        browser.go("http://127.0.0.1:" + served.port() + "/");
        await("!document.getElementById('sign-in').hidden");
    }

    @AfterEach
    void close() {
        if (served != null) {
            served.close();
        }
    }

    /** Asked again and again, not once in the page: signing in and out loads it anew. */
    private static void await(String condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (!browser.value("new Promise((resolve) => setTimeout(() => {" + " try { resolve(" + condition
                        + "); } catch { resolve(false); } }, 20))")
                .asBoolean()) {
            assertThat(Instant.now()).as(condition).isBefore(end);
        }
    }

    private static void signIn(String token) {
        browser.value("document.getElementById('sign-in-token').value = '" + token + "';"
                + "document.getElementById('sign-in-send').click()");
    }

    private static String text(String selector) {
        return browser.value("document.querySelector('" + selector + "').textContent")
                .asText();
    }

    private static boolean isShown(String selector) {
        return browser.value("document.querySelector('" + selector + "')?.checkVisibility() ?? false")
                .asBoolean();
    }

    @Test
    void nothing_is_shown_before_and_a_wrong_token_is_said_in_both_languages() {
        assertThat(isShown("#gates")).isFalse();
        assertThat(isShown("#trip-search")).isFalse();
        assertThat(browser.value("document.activeElement.id").asText()).isEqualTo("sign-in-token");
        assertThat(text("#sign-in-title")).isEqualTo("Sign in");

        signIn(Guarded.WRONG);
        await("!document.getElementById('sign-in-failed').hidden");
        assertThat(text("#sign-in-failed")).contains("The token is wrong or has expired. Ask whoever runs this board");
        browser.value("document.getElementById('language').click()");
        assertThat(text("#sign-in-failed")).contains("Mã không đúng hoặc đã hết hạn");
        assertThat(text("#sign-in-title")).isEqualTo("Đăng nhập");
        for (int width : List.of(360, 1280)) {
            browser.width(width);
            assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(width);
        }
        browser.value("document.getElementById('language').click()");
    }

    @Test
    void a_viewer_sees_the_gates_and_neither_trips_nor_the_acknowledgement() {
        signIn(Guarded.VIEWER);
        await("document.querySelectorAll('article.gate').length === 2");

        assertThat(text("#who")).contains("Wall", "viewer");
        assertThat(isShown("#sign-in")).isFalse();
        assertThat(isShown("#trip-search")).isFalse();
        assertThat(browser.value("document.querySelectorAll('button.ack').length")
                        .asInt())
                .isZero();
        assertThat(browser.value("document.cookie").asText()).isEmpty();
        assertThat(browser.value("JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + location.href")
                        .asText())
                .doesNotContain(Guarded.VIEWER);
        browser.value("location.hash = '#trips/12C12345'");
        await("document.getElementById('trips-said').textContent.startsWith('Single trips are for operators')");
        assertThat(text("#trips")).doesNotContain("2026050300533");
    }

    @Test
    void an_operator_finds_trips_and_acknowledges_under_the_own_name() {
        signIn(Guarded.OPERATOR);
        await("document.querySelector('button.ack') !== null");
        assertThat(isShown("#trip-search")).isTrue();

        browser.value("document.querySelector('button.ack').click()");
        assertThat(browser.value("document.getElementById('ack-by').value").asText())
                .isEqualTo("Ca 2");
        assertThat(browser.value("document.getElementById('ack-by').readOnly").asBoolean())
                .isTrue();
        browser.value("document.getElementById('ack-send').click()");
        await("!document.getElementById('ack').open");
        assertThat(served.sent.history()).hasSize(1);
        assertThat(served.sent.history().get(0).value().getBy()).isEqualTo("Ca 2");
        browser.value("location.hash = '#trips/12C12345'");
        await("document.querySelectorAll('.flows .row').length > 0");
    }

    @Test
    void signing_out_leaves_nothing_on_the_screen() {
        signIn(Guarded.OPERATOR);
        await("document.querySelectorAll('article.gate').length === 2");
        browser.value("document.getElementById('sign-out').click()");

        await("document.querySelectorAll('article.gate').length === 0"
                + " && !document.getElementById('sign-in').hidden");
        assertThat(isShown("#gates")).isFalse();
    }

    @Test
    void a_token_that_ends_during_use_brings_the_question_back() throws Exception {
        signIn(Guarded.OPERATOR);
        await("document.querySelectorAll('article.gate').length === 2");

        Files.writeString(folder.resolve("tokens"), Guarded.line("admin", "Chief", Guarded.ADMIN));
        await("document.querySelectorAll('article.gate').length === 0"
                + " && !document.getElementById('sign-in').hidden");
    }

    @Test
    void markup_in_a_name_is_text() throws Exception {
        Files.writeString(folder.resolve("tokens"), Guarded.line("viewer", MARKUP, Guarded.VIEWER));
        served.close();
        served = Guarded.serve(new AccessConfig(
                AccessConfig.Mode.TOKENS, folder.resolve("tokens"), null, null, false, AccessConfig.USUAL_RATE));
        browser.go("http://127.0.0.1:" + served.port() + "/");
        await("!document.getElementById('sign-in').hidden");
        signIn(Guarded.VIEWER);
        await("document.querySelectorAll('article.gate').length === 2");

        assertThat(text("#who-name")).isEqualTo(MARKUP);
        assertThat(browser.value("document.querySelectorAll('#who img').length").asInt())
                .isZero();
        assertThat(browser.value("document.title").asText()).isEqualTo("Digital Border Gate");
    }

    @Test
    void the_question_for_a_token_is_accessible() {
        Axe.assertAccessible(browser, "sign-in");
    }
}
