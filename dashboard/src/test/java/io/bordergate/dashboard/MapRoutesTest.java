package io.bordergate.dashboard;

import static io.bordergate.dashboard.ServedBoard.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the map is drawn of, asked for over a real server. */
@Timeout(30)
class MapRoutesTest {
    private final ServedBoard served = new ServedBoard();

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void the_site_is_given_as_it_was_published_and_again_only_if_it_has_changed() throws Exception {
        served.board.put(SiteReading.parse("\uFEFF" + Boards.siteFile()));
        served.show();

        HttpResponse<String> answer = served.get("/api/v1/site");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
        assertThat(answer.body()).isEqualTo(Boards.siteFile());
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        var again = served.request("/api/v1/site").header("If-None-Match", tag).build();
        assertThat(served.send(again).statusCode()).isEqualTo(304);
    }

    @Test
    void before_a_site_is_published_there_are_no_shapes() throws Exception {
        JsonNode site = served.json("/api/v1/site");

        assertThat(site.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(site.path("features").isArray()).isTrue();
        assertThat(site.path("features")).isEmpty();
    }

    @Test
    void a_parameter_that_means_nothing_is_refused() throws Exception {
        assertProblem(served.get("/api/v1/site?gate=north"), "known are none");
    }

    @Test
    void the_outlines_lie_in_the_box_and_the_library_in_the_jar() throws Exception {
        JsonNode outlines = served.json("/outlines.geojson");
        assertThat(outlines.path("features").findValuesAsText("id")).contains("Vietnam", "China", "border");
        outlines.findValues("coordinates").forEach(MapRoutesTest::assertInBox);

        HttpResponse<String> script = served.get("/leaflet/leaflet.js");
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(script.body()).contains("Leaflet 1.9.4");
        assertThat(served.get("/leaflet/leaflet.css").body()).contains(".leaflet-container");
    }

    private static void assertInBox(JsonNode coordinates) {
        if (coordinates.path(0).isNumber()) {
            assertThat(coordinates.path(0).asDouble()).isBetween(102.0, 109.5);
            assertThat(coordinates.path(1).asDouble()).isBetween(20.0, 24.0);
        } else {
            coordinates.forEach(MapRoutesTest::assertInBox);
        }
    }
}
