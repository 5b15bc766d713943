package io.bordergate.dashboard;

import static io.bordergate.dashboard.ServedBoard.assertProblem;
import static io.bordergate.dashboard.ServedBoard.nextBoard;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody may get out of the dashboard, or into the page. */
@Timeout(30)
class DashboardSafetyTest {
    private final ServedBoard served = new ServedBoard();

    @AfterEach
    void close() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/board.js",
                "/words.js",
                "/board.css",
                "/icon.svg",
                "/api/v1/gates",
                "/api/v1/alerts?limit=0",
                "/api/v1/daily.csv",
                "/api/v1/site",
                "/api/v1/trucks",
                "/leaflet/leaflet.js",
                "/outlines.geojson",
                "/ready",
                "/nowhere"
            })
    void every_answer_is_strict(String path) throws Exception {
        var headers = served.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void the_page_has_no_inline_script_or_style() throws Exception {
        HttpResponse<String> page = served.get("/");

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("<script src=\"/board.js\" type=\"module\"></script>")
                .doesNotContainIgnoringCase("<style")
                .doesNotContainPattern("(?i)\\s(style|on[a-z]+)=")
                .doesNotContainPattern("<script(?! src=)")
                .doesNotContain("http://", "https://");
        for (String script : PageRoutes.SCRIPTS) {
            assertThat(served.get("/" + script).body().replace("http://www.w3.org/2000/svg", "a name"))
                    .as(script)
                    .startsWith("//")
                    .doesNotContain("http://", "https://")
                    .doesNotContainPattern(
                            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|setAttribute\\(\"style");
        }
    }

    @Test
    void markup_in_a_name_is_only_ever_text_in_json() throws Exception {
        String markup = "</script><script>alert(1)</script>";
        String file = Boards.siteFile().replace("Yard A", markup).replace("Bãi A", "a\\\\u2028\\n\\\"b");
        served.board.put(SiteReading.parse(file));
        served.show();

        HttpResponse<String> answer = served.get("/api/v1/gates");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(BoardJson.MAPPER
                        .readTree(answer.body())
                        .at("/gates/0/yards/0/name")
                        .asText())
                .isEqualTo(markup);
        assertThat(nextBoard(served.openStream())).contains(markup).contains("\\n\\\"b");
        assertThat(served.get("/").body()).doesNotContain("alert(1)");
    }

    @Test
    void what_is_not_there_is_a_problem_in_json() throws Exception {
        HttpResponse<String> answer = served.get("/nowhere/<b>");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertProblem(answer, "There is no such page");
        assertThat(answer.body()).doesNotContain("<b>");
    }

    @Test
    void nothing_can_be_sent_to_the_figures() throws Exception {
        var post = served.request("/api/v1/gates")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        HttpResponse<String> answer = served.send(post);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertProblem(answer, "only GET is");
    }

    @Test
    void the_stream_wants_to_be_asked_for_as_one() throws Exception {
        HttpResponse<String> answer = served.get("/api/v1/stream");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertProblem(answer, "Accept: text/event-stream");
    }

    @Test
    void a_foreign_name_for_this_machine_gets_no_figures() throws Exception {
        String answer = served.raw("GET /api/v1/gates HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 421 ")
                .contains("application/problem+json")
                .doesNotContain("gates\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%zz HTTP/1.1", "GET  HTTP/1.1", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", "nonsense"})
    void a_request_that_is_none_gets_a_problem_without_the_name_of_the_server(String line) throws Exception {
        String answer = served.raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 [45].*").contains("application/problem+json", "nosniff");
        assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContainIgnoringCase("javalin");
    }
}
