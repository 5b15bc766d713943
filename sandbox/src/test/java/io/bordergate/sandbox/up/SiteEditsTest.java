package io.bordergate.sandbox.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.sandbox.GateHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteEditsTest {
    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();
    private Path file;
    private String text;
    private SiteEdits edits;

    @BeforeEach
    void deliveredSite() throws IOException {
        text = Files.readString(GateHome.find().top().resolve("deploy/site/lang-son.geojson"));
        file = Files.writeString(folder.resolve("site.geojson"), text);
        edits = new SiteEdits(file, "lang-son", text, complaints::add);
    }

    @Test
    void findsAnEditOnce() throws IOException {
        assertThat(edits.find()).isEmpty();
        String edited = text.replace("\"capacity\": 650", "\"capacity\": 700");
        assertThat(edited).isNotEqualTo(text);
        Files.writeString(file, edited);

        assertThat(edits.find()).contains(edited);
        assertThat(edits.find()).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void tellsOfAFaultOnceAndKeepsTheSite() throws IOException {
        Files.writeString(file, text.replaceFirst("\"kind\": \"yard\"", "\"kind\": \"garden\""));

        assertThat(edits.find()).isEmpty();
        assertThat(edits.find()).isEmpty();
        assertThat(complaints)
                .singleElement()
                .asString()
                .contains("site.geojson: the site stays as it was: ")
                .contains("garden")
                .doesNotContain("\n");
    }

    @Test
    void passesOverAnotherSiteAndAFileThatIsGone() throws IOException {
        Files.writeString(file, text.replace("\"siteId\": \"lang-son\"", "\"siteId\": \"lao-cai\""));
        assertThat(edits.find()).isEmpty();
        assertThat(complaints).singleElement().asString().contains("lao-cai");

        Files.delete(file);
        assertThat(edits.find()).isEmpty();
        assertThat(complaints).hasSize(1);
    }
}
