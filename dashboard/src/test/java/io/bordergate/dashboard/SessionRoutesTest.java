package io.bordergate.dashboard;

import static io.bordergate.dashboard.ServedBoard.assertProblem;
import static io.bordergate.dashboard.ServedBoard.nextBoard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.AccessConfig.Mode;
import io.bordergate.dashboard.access.IdentityProvider;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Signing in and out over a real server, and what the log says of it. */
@Timeout(60)
class SessionRoutesTest {
    private static final String SESSION = "/api/v1/session";

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger product = (Logger) LoggerFactory.getLogger("io.bordergate");
    private ServedBoard served;

    @BeforeEach
    void serve() throws Exception {
        product.setLevel(Level.TRACE);
        product.addAppender(log);
        log.start();
        served = Guarded.serve(folder);
    }

    @AfterEach
    void close() {
        served.close();
        product.detachAppender(log);
        product.setLevel(null);
    }

    private static String cookie(HttpResponse<String> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    private HttpResponse<String> withCookie(String path, String cookie) throws Exception {
        return served.send(served.request(path).header("Cookie", cookie).build());
    }

    private HttpRequest signOut(String cookie) {
        return served.request(SESSION).header("Cookie", cookie).DELETE().build();
    }

    @Test
    void a_token_becomes_a_cookie_that_scripts_and_other_pages_do_not_have_and_that_is_not_the_token()
            throws Exception {
        HttpResponse<String> answer = Guarded.signIn(served, Guarded.OPERATOR);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode told = Guarded.json(answer);
        assertThat(told.path("name").asText()).isEqualTo("Ca 2");
        assertThat(told.path("role").asText()).isEqualTo("operator");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("border-gate=[\\w-]{43}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict")
                .doesNotContain(Guarded.OPERATOR);
        assertThat(withCookie("/api/v1/trips?q=1", cookie(answer)).statusCode()).isEqualTo(200);
        assertThat(withCookie("/api/v1/installation", cookie(answer)).statusCode())
                .isEqualTo(403);
        assertThat(Guarded.json(withCookie(SESSION, cookie(answer)))).isEqualTo(told);
    }

    @Test
    void signing_out_ends_the_session_for_good() throws Exception {
        String cookie = cookie(Guarded.signIn(served, Guarded.OPERATOR));

        HttpResponse<String> answer = served.send(signOut(cookie));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(withCookie("/api/v1/gates", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void who_signs_in_again_has_one_session_and_a_number_cannot_be_forced_on_anybody() throws Exception {
        String first = cookie(Guarded.signIn(served, Guarded.VIEWER));
        var again = Guarded.post(served, SESSION, "{\"token\": \"" + Guarded.OPERATOR + "\"}")
                .header("Cookie", first);

        String second = cookie(served.send(again.build()));
        assertThat(second).isNotEqualTo(first);
        assertThat(withCookie("/api/v1/gates", first).statusCode()).isEqualTo(401);
        assertThat(withCookie("/api/v1/gates", second).statusCode()).isEqualTo(200);
    }

    @Test
    void a_stream_ends_when_its_session_does() throws Exception {
        String cookie = cookie(Guarded.signIn(served, Guarded.VIEWER));
        HttpRequest ask = served.request("/api/v1/stream")
                .header("Accept", "text/event-stream")
                .header("Cookie", cookie)
                .build();
        Iterator<String> lines = HttpClient.newHttpClient()
                .send(ask, BodyHandlers.ofLines())
                .body()
                .iterator();
        assertThat(nextBoard(lines)).contains("\"siteId\":\"test\"");

        served.send(signOut(cookie));

        // Returns only if the stream ends; else the time limit of the test strikes.
        while (lines.hasNext()) {
            lines.next();
        }
        assertThat(withCookie("/api/v1/stream", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void no_name_holds_more_than_its_share_of_the_streams() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ask = Guarded.with(Guarded.VIEWER, served.request("/api/v1/stream"))
                .header("Accept", "text/event-stream")
                .build();
        for (int i = 0; i < 20; i++) {
            assertThat(client.send(ask, BodyHandlers.ofLines()).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = client.send(ask, BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertProblem(refused, "You have 20 open streams");
    }

    @Test
    void a_token_that_is_taken_off_the_list_ends_its_sessions() throws Exception {
        String cookie = cookie(Guarded.signIn(served, Guarded.VIEWER));
        Files.writeString(folder.resolve("tokens"), Guarded.line("admin", "Chief", Guarded.ADMIN));

        // The file is looked at each two seconds; until then the session holds.
        while (withCookie("/api/v1/gates", cookie).statusCode() == 200) {
            Thread.onSpinWait();
        }
        assertThat(withCookie("/api/v1/gates", cookie).statusCode()).isIn(401, 429);
    }

    @Test
    void the_acknowledgement_bears_the_signed_in_name_and_no_other() throws Exception {
        String path = "/api/v1/alerts/" + Guarded.ALERT + "/ack";
        var lie = Guarded.with(Guarded.OPERATOR, Guarded.post(served, path, "{\"by\": \"Chief\"}"));
        var ack = Guarded.with(Guarded.OPERATOR, Guarded.post(served, path, "{\"note\": \"ok\"}"));

        HttpResponse<String> refused = served.send(lie.build());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertProblem(refused, "'by' is the name that you have signed in with");
        assertThat(served.send(ack.build()).statusCode()).isEqualTo(202);
        assertThat(served.sent.history()).hasSize(1);
        assertThat(served.sent.history().get(0).value().getBy()).isEqualTo("Ca 2");
    }

    @Test
    void a_page_elsewhere_signs_nobody_in_or_out() throws Exception {
        String cookie = cookie(Guarded.signIn(served, Guarded.VIEWER));
        var in = Guarded.post(served, SESSION, "{\"token\": \"" + Guarded.ADMIN + "\"}")
                .header("Sec-Fetch-Site", "cross-site");
        var out = served.request(SESSION).header("Cookie", cookie).header("Origin", "http://evil.example");

        assertThat(served.send(in.build()).statusCode()).isEqualTo(403);
        assertThat(served.send(out.DELETE().build()).statusCode()).isEqualTo(403);
        assertThat(withCookie("/api/v1/gates", cookie).statusCode()).isEqualTo(200);
    }

    @Test
    void the_log_tells_who_and_from_where_and_holds_no_token() throws Exception {
        String cookie = cookie(Guarded.signIn(served, Guarded.OPERATOR));
        Guarded.signIn(served, Guarded.WRONG);
        Guarded.get(served, "/api/v1/gates", Guarded.WRONG);
        Guarded.get(served, "/api/v1/gates", Guarded.ADMIN);
        served.send(Guarded.post(served, SESSION, "{\"token\": " + Guarded.WRONG + "}")
                .build());

        String told = List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .collect(Collectors.joining("\n"));
        assertThat(told)
                .contains("Ca 2 signed in as operator from 127.0.0.1")
                .contains("a token from 127.0.0.1 was refused: not in the file of tokens")
                .doesNotContain(Guarded.OPERATOR, Guarded.WRONG, Guarded.ADMIN, cookie.substring(12));
    }

    @Test
    void a_body_that_is_no_json_is_not_repeated() throws Exception {
        HttpResponse<String> answer =
                served.send(Guarded.post(served, SESSION, Guarded.ADMIN).build());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("admin");
    }

    @Test
    void wrong_tokens_are_slowed_down_and_sessions_are_not() throws Exception {
        String cookie = cookie(Guarded.signIn(served, Guarded.VIEWER));
        for (int i = 0; i < 10; i++) {
            assertThat(Guarded.signIn(served, Guarded.WRONG + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> slowed = Guarded.signIn(served, Guarded.ADMIN);
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertProblem(slowed, "Too many wrong tokens from here: ask again in");
        assertThat(slowed.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 6L);
        assertThat(Guarded.get(served, "/api/v1/gates", Guarded.ADMIN).statusCode())
                .isEqualTo(429);
        assertThat(withCookie("/api/v1/gates", cookie).statusCode()).isEqualTo(200);
    }

    @Test
    void an_identity_provider_vouches_and_while_it_is_away_nobody_gets_in() throws Exception {
        try (var provider = new IdentityProvider();
                var board = Guarded.serve(
                        new AccessConfig(Mode.OIDC, null, provider.config(), null, false, AccessConfig.USUAL_RATE))) {
            String operator = provider.sign(
                    provider.claims("lan@example.vn", "gate-operator").build());
            String nobody = provider.sign(provider.claims("new@example.vn").build());

            assertThat(Guarded.json(Guarded.signIn(board, operator))
                            .path("name")
                            .asText())
                    .isEqualTo("lan@example.vn");
            assertThat(Guarded.get(board, "/api/v1/trips?q=1", operator).statusCode())
                    .isEqualTo(200);
            assertProblem(Guarded.get(board, "/api/v1/gates", nobody), "This needs the role viewer, and you have none");
            assertThat(Guarded.json(Guarded.get(board, SESSION, nobody))
                            .path("role")
                            .isNull())
                    .isTrue();
        }
        try (var provider = new IdentityProvider();
                var board = Guarded.serve(
                        new AccessConfig(Mode.OIDC, null, provider.config(), null, false, AccessConfig.USUAL_RATE))) {
            String token = provider.sign(provider.claims("x", "gate-admin").build());
            provider.goAway();

            HttpResponse<String> answer = Guarded.get(board, "/api/v1/gates", token);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertProblem(answer, "The identity provider does not answer, and nobody is let in");
            assertThat(Guarded.signIn(board, token).statusCode()).isEqualTo(503);
            assertThat(board.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void behind_a_proxy_it_believes_what_that_says_and_the_cookie_stays_on_https() throws Exception {
        AccessConfig access = Guarded.access(folder);
        var proxied = new AccessConfig(access.mode(), access.tokens(), null, "gate.example.vn", true, 100);
        try (var board = Guarded.serve(proxied)) {
            var in = Guarded.post(board, SESSION, "{\"token\": \"" + Guarded.VIEWER + "\"}")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-For", "203.0.113.9, 198.51.100.7");
            HttpResponse<String> answer = board.send(in.build());

            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-border-gate=")
                    .endsWith("; HttpOnly; SameSite=Strict; Secure");
            assertThat(Stream.of(log.list.toArray(ILoggingEvent[]::new)).map(ILoggingEvent::getFormattedMessage))
                    .contains("Wall signed in as viewer from 198.51.100.7");
            assertThat(board.raw("GET /ready HTTP/1.1\r\nHost: 10.0.0.7:8091\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
            assertThat(board.raw("GET / HTTP/1.1\r\nHost: gate.example.vn\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
            assertThat(board.raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 421")
                    .contains("gate.example.vn");
        }
    }

    @Test
    void what_a_client_says_of_a_proxy_is_not_believed_without_one() throws Exception {
        var in = Guarded.post(served, SESSION, "{\"token\": \"" + Guarded.VIEWER + "\"}")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "198.51.100.7");
        HttpResponse<String> answer = served.send(in.build());

        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
    }

    @Test
    void the_installation_is_shown_without_its_secrets() throws Exception {
        JsonNode told = Guarded.json(Guarded.get(served, "/api/v1/installation", Guarded.ADMIN));

        assertThat(told.path("registryUrl").asText()).isEqualTo("http://127.0.0.1:8081");
        assertThat(told.path("authentication").asText()).isEqualTo("tokens");
        assertThat(told.toString()).doesNotContain("password", "user");
    }

    @Test
    void a_file_of_tokens_that_cannot_be_used_keeps_it_from_starting() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad"), "admin me\n");
        var access = new AccessConfig(Mode.TOKENS, bad, null, null, false, 100);

        assertThatThrownBy(() -> Guarded.serve(access))
                .isInstanceOf(DashboardException.class)
                .hasMessageContaining("the file of tokens " + bad + " cannot be used: line 1 is not");
    }
}
