package io.bordergate.dashboard;

import static io.bordergate.dashboard.ServedBoard.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much may be sent at once, and how often. */
@Timeout(60)
class RequestLimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/gates", "/", "/api/v1/session", "/nowhere"})
    void a_long_body_is_refused_before_it_is_read(String path) throws Exception {
        try (var served = new ServedBoard()) {
            var request = served.request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("x".repeat(RequestBody.LONGEST + 1)));

            HttpResponse<String> answer = served.send(request.build());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertProblem(answer, "Send at most 16384 bytes");
        }
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_is_read_no_further_than_may_be() throws Exception {
        try (var served = new ServedBoard()) {
            byte[] piece = "x".repeat(RequestBody.LONGEST + 1).getBytes(StandardCharsets.US_ASCII);
            var request = served.request("/api/v1/session")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(piece)));

            assertThat(served.send(request.build()).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void a_head_that_is_too_long_gets_a_problem() throws IOException {
        try (var served = new ServedBoard()) {
            String host = "Host: localhost\r\nConnection: close\r\n";
            String address = served.raw("GET /api/v1/gates?" + "x".repeat(20_000) + " HTTP/1.1\r\n" + host + "\r\n");
            String header = served.raw(
                    "GET / HTTP/1.1\r\n" + host + "Authorization: Bearer " + "x".repeat(20_000) + "\r\n\r\n");

            assertThat(address).startsWith("HTTP/1.1 414").contains("application/problem+json", "are too long");
            assertThat(header).startsWith("HTTP/1.1 431").contains("application/problem+json", "are too long");
        }
    }

    @Test
    void who_asks_too_often_is_told_when_to_ask_again_and_others_are_not_slowed_down(@TempDir Path folder)
            throws Exception {
        AccessConfig access = Guarded.access(folder);
        var slow = new AccessConfig(access.mode(), access.tokens(), null, null, false, 1);
        try (var served = Guarded.serve(slow)) {
            int answered = 0;
            HttpResponse<String> answer = Guarded.get(served, "/api/v1/gates", Guarded.VIEWER);
            while (answer.statusCode() == 200 && answered < 1_000) {
                answered++;
                answer = Guarded.get(served, "/api/v1/gates", Guarded.VIEWER);
            }

            assertThat(answered).isGreaterThanOrEqualTo(10);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertProblem(answer, "Too many requests: ask again in 1 s");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(Guarded.get(served, "/api/v1/gates", Guarded.OPERATOR).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_route_that_nobody_has_given_a_role_has_none() {
        assertThat(AccessRules.find("GET", "/api/v1/secrets")).isEmpty();
        assertThat(AccessRules.find("POST", "/api/v1/gates")).isEmpty();
        assertThat(AccessRules.find("GET", "/api/v1/x.js")).isEmpty();
        assertThat(AccessRules.find("GET", "/.js/api/v1/trips")).isEmpty();
        assertThat(AccessRules.find("GET", "/board.js")).isPresent();
    }
}
