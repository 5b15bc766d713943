package io.bordergate.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.browser.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks at a page as a screen reader and a keyboard would, by the rules of axe-core. */
final class Axe {
    private static final String SCRIPT = read();

    private Axe() {}

    /** Each rule that the page as it stands breaks, with where and how; empty if none. */
    static List<String> violations(Browser browser) {
        browser.value("window.axe ? true : (() => {" + SCRIPT + "; return true; })()");
        List<String> found = new ArrayList<>();
        JsonNode result = browser.value("axe.run(document, {resultTypes: ['violations']})");
        for (JsonNode rule : result.path("violations")) {
            for (JsonNode node : rule.path("nodes")) {
                found.add(rule.path("id").asText() + " at " + node.path("target") + ": "
                        + node.path("failureSummary").asText().replaceAll("\\s+", " "));
            }
        }
        if (result.path("testEngine").path("name").asText().isEmpty()) {
            throw new AssertionError("axe has not run: " + result);
        }
        return found;
    }

    /** Whatever the system says and however narrow it is. */
    static void assertAccessible(Browser browser, String what) {
        for (boolean dark : List.of(false, true)) {
            browser.dark(dark);
            assertThat(browser.value("matchMedia('(prefers-color-scheme: dark)').matches")
                            .asBoolean())
                    .isEqualTo(dark);
            for (int width : List.of(360, 1280)) {
                browser.width(width);
                assertThat(violations(browser))
                        .as("%s, %s, %d px", what, dark ? "dark" : "light", width)
                        .isEmpty();
            }
        }
    }

    private static String read() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("axe.min.js cannot be read from its jar", e);
        }
    }
}
