package io.bordergate.dashboard;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bordergate.browser.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that look at the page in a real browser, one for all of a class; skipped aloud where there is none. */
abstract class InRealBrowser {
    static Browser browser;

    @BeforeAll
    static void openBrowser(@TempDir Path profile) throws Exception {
        var program = Browser.findProgram();
        assumeTrue(program.isPresent(), "no browser is installed: chromium, chromium-browser or google-chrome");
        browser = Browser.open(program.orElseThrow(), profile);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }
}
