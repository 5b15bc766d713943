package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.ServedBoard.assertProblem;
import static io.bordergate.dashboard.trip.Trips.discrepancy;
import static io.bordergate.dashboard.trip.Trips.export;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.dashboard.access.Role;
import io.bordergate.dashboard.trip.TruckPlace;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.TruckTripChanged;
import io.javalin.router.Endpoint;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every route that the server has, asked by everybody: nobody, a wrong token, and each role. */
@Timeout(60)
class AccessMatrixTest {
    private static final String PLATE = "12C98765";
    private static final String DECLARATION = "2026050300533";
    private static final TruckTripChanged TRIP = export("VN:" + PLATE, DECLARATION);

    /** What the table says, said a second time: who changes one must mean it. */
    private static final Map<String, Role> EXPECTED = Map.of(
            "GET /api/v1/installation", Role.ADMIN,
            "GET /api/v1/trips", Role.OPERATOR,
            "GET /api/v1/trips/<id>", Role.OPERATOR,
            "GET /api/v1/trucks", Role.OPERATOR,
            "GET /api/v1/yards/{yardId}/trucks", Role.OPERATOR,
            "POST /api/v1/alerts/{id}/ack", Role.OPERATOR);

    private static final List<String> OPEN_API = List.of("/api/v1/openapi.json", "/api/v1/session");

    @TempDir
    private Path folder;

    private ServedBoard served;

    @BeforeEach
    void serve() throws Exception {
        served = Guarded.serve(folder);
        served.trips.put(TRIP);
        served.trips.places().put(new TruckPlace(TRIP.getTruckId(), 21.97, 106.71, NOON));
        served.trips.put(discrepancy(TRIP.getTripId(), DiscrepancyKind.WRONG_YARD, NOON, null));
        served.show();
    }

    @AfterEach
    void close() {
        served.close();
    }

    /** The text holds the headers too. */
    private record Answer(int status, String text) {}

    /** By what is not said above: page files and the two are open, the rest of the API is for viewers. */
    private static Role needed(Endpoint route) {
        boolean open = !route.path.startsWith("/api/") || OPEN_API.contains(route.path);
        return EXPECTED.getOrDefault(route.method.name() + " " + route.path, open ? Role.ANYBODY : Role.VIEWER);
    }

    @Test
    void every_route_answers_who_may_and_nobody_else() throws Exception {
        Map<String, Role> callers = new LinkedHashMap<>();
        callers.put(null, Role.ANYBODY);
        callers.put(Guarded.VIEWER, Role.VIEWER);
        callers.put(Guarded.OPERATOR, Role.OPERATOR);
        callers.put(Guarded.ADMIN, Role.ADMIN);
        List<String> wrong = new ArrayList<>();
        for (Endpoint route : served.routes()) {
            for (var caller : callers.entrySet()) {
                boolean may = caller.getValue().may(needed(route));
                int status = ask(route, caller.getKey()).status();
                boolean refused = status == (caller.getKey() == null ? 401 : 403);
                // Whatever a route says to who may ask, it is not that one may not.
                if (may ? status == 401 || status == 403 || status >= 500 : !refused) {
                    wrong.add(route.method.name() + " " + route.path + " for " + caller.getValue() + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(served.routes()).hasSizeGreaterThan(30);
        assertThat(served.sent.history()).hasSize(2);
    }

    @Test
    void a_wrong_token_opens_nothing_that_is_not_open_to_all() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Endpoint route : served.routes()) {
            // After some wrong ones it is 429; either is a refusal.
            int status = ask(route, Guarded.WRONG).status();
            boolean refused = status == 401 || status == 429;
            if (needed(route) != Role.ANYBODY && !refused) {
                wrong.add(route.method.name() + " " + route.path + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(served.sent.history()).isEmpty();
    }

    @Test
    void nothing_that_a_viewer_gets_has_a_plate_or_a_declaration() throws Exception {
        for (Endpoint route : served.routes()) {
            for (String token : new String[] {null, Guarded.VIEWER}) {
                assertThat(ask(route, token).text())
                        .as("%s %s", route.method.name(), route.path)
                        .doesNotContain(PLATE, DECLARATION, "001.23", "00123");
            }
        }
        assertThat(Guarded.get(served, "/api/v1/trips?q=" + PLATE, Guarded.OPERATOR)
                        .body())
                .contains(PLATE, DECLARATION, "001.23");
    }

    @Test
    void a_refusal_says_what_to_do_and_how() throws Exception {
        HttpResponse<String> unknown = Guarded.get(served, "/api/v1/gates", null);
        assertProblem(unknown, "Sign in: send a token");
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"border-gate\"");
        assertProblem(
                Guarded.get(served, "/api/v1/trips?q=1", Guarded.VIEWER),
                "This needs the role operator, and you have viewer: ask whoever runs the dashboard for it");
        assertProblem(Guarded.get(served, "/api/v1/gates", Guarded.WRONG), "The token is not known here");
        var basic = served.request("/api/v1/gates").header("Authorization", "Basic YTpi");
        assertProblem(served.send(basic.build()), "Send the token as 'Authorization: Bearer …'");
    }

    @Test
    void a_method_that_no_route_has_opens_nothing() throws Exception {
        for (String method : List.of("HEAD", "OPTIONS", "PUT", "PATCH", "TRACE", "DELETE")) {
            var request = served.request("/api/v1/trips?q=" + PLATE).method(method, BodyPublishers.noBody());
            HttpResponse<String> answer = served.send(request.build());
            assertThat(answer.body()).as(method).doesNotContain(PLATE);
            assertThat(answer.statusCode()).as(method).isIn(401, 403, 404, 405);
        }
    }

    @Test
    void a_path_that_is_written_otherwise_opens_nothing() throws Exception {
        for (String path : List.of(
                "/api/v1/trips/?q=" + PLATE,
                "/api/v1//trips?q=" + PLATE,
                "/api/v1/./trips?q=" + PLATE,
                "/x/../api/v1/trips?q=" + PLATE,
                "/api/v1/trips;a.js?q=" + PLATE,
                "/api/v1/%74rips?q=" + PLATE,
                "/API/v1/trips?q=" + PLATE)) {
            String answer = served.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).matches("(?s)HTTP/1.1 4.*").doesNotContain(DECLARATION);
        }
    }

    @Test
    void where_nobody_has_to_sign_in_everything_is_open() throws Exception {
        try (var open = new ServedBoard()) {
            open.show();
            for (String path : List.of("/api/v1/gates", "/api/v1/trips?q=1", "/api/v1/installation")) {
                assertThat(open.get(path).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(open.json("/api/v1/session"))
                    .isEqualTo(BoardJson.MAPPER.readTree(
                            "{\"authentication\": \"none\", \"name\": null, \"role\": \"admin\"}"));
        }
    }

    /** As a client would that has read the documents; of an answer without end the first line. */
    private Answer ask(Endpoint route, String token) throws Exception {
        String path = route.path
                .replace("<id>", TRIP.getTripId().replace("|", "%7C"))
                .replace("{id}", Guarded.ALERT)
                .replace("{yardId}", "a");
        String query = route.path.endsWith("/trips") ? "?q=" + PLATE : "";
        var request = Guarded.with(token, served.request(path.replace("|", "%7C") + query))
                .header("Accept", route.path.endsWith("/stream") ? "text/event-stream" : "*/*")
                .timeout(Duration.ofSeconds(10));
        if (route.method.name().equals("POST")) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                route.method.name(),
                route.method.name().equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        if (route.path.endsWith("/stream")) {
            return beginning(request.build());
        }
        HttpResponse<String> answer = served.send(request.build());
        return new Answer(answer.statusCode(), answer.headers().map() + answer.body());
    }

    private static Answer beginning(HttpRequest request) throws Exception {
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            return new Answer(
                    answer.statusCode(), answer.headers().map() + lines.limit(3).collect(Collectors.joining("\n")));
        }
    }
}
