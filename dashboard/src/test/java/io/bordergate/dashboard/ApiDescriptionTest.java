package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.trip.Trips.arrived;
import static io.bordergate.dashboard.trip.Trips.discrepancy;
import static io.bordergate.dashboard.trip.Trips.export;
import static io.bordergate.dashboard.trip.Trips.inYard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.DescribedApi.Operation;
import io.bordergate.dashboard.gate.GateRecords;
import io.bordergate.dashboard.trip.TruckPlace;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.GateLoadChanged;
import io.bordergate.event.TradeDirection;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the API says what the server has and does. */
@Timeout(60)
class ApiDescriptionTest {
    private static final String TRIP = "VN:12C12345|north|2026-05-03T05:00:00Z";

    @TempDir
    private Path folder;

    private ServedBoard served;
    private JsonNode description;
    private DescribedApi described;

    @BeforeEach
    void serve() throws Exception {
        served = Guarded.serve(folder);
        served.trips.put(export("VN:12C12345", "2026050300533"));
        served.trips.put(discrepancy(TRIP, DiscrepancyKind.WRONG_YARD, NOON, null));
        served.trips.put(arrived("VN:12C99999", NOON));
        served.trips.put(inYard("VN:12C77777", "a", NOON));
        served.trips.places().put(new TruckPlace("VN:12C12345", 21.97, 106.71, NOON));
        GateLoadChanged south = Gates.load("south", 83, CongestionLevel.CONGESTED, NOON);
        south.setForecast(Gates.forecast("south", 0.8, 0.9, NOON));
        south.setSides(List.of(
                Gates.side(TradeDirection.EXPORT, CongestionLevel.BUSY, 60, 1.5),
                Gates.side(TradeDirection.IMPORT, CongestionLevel.NORMAL, 4, 0.1)));
        served.board.put(GateRecords.load(south));
        served.show();
        description = Guarded.json(Guarded.get(served, "/api/v1/openapi.json", null));
        described = new DescribedApi(description);
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void it_has_all_routes_and_no_others_each_with_its_role() {
        Map<String, String> routes = new TreeMap<>();
        served.routes().stream()
                .filter(route -> route.path.startsWith("/api/")
                        || List.of("/health", "/ready").contains(route.path))
                .forEach(route -> routes.put(
                        route.method.name() + " " + route.path.replace('<', '{').replace('>', '}'),
                        AccessRules.find(route.method.name(), route.path)
                                .orElseThrow()
                                .word()));
        Map<String, String> roles = new TreeMap<>();
        described
                .listOperations()
                .forEach(one -> roles.put(
                        one.method() + " " + one.path(),
                        description
                                .at("/paths/" + escaped(one.path()) + "/"
                                        + one.method().toLowerCase(Locale.ROOT))
                                .path("x-role")
                                .asText()));

        assertThat(roles).isEqualTo(routes);
    }

    @Test
    void every_reference_leads_somewhere_and_nothing_is_described_that_nobody_refers_to() {
        List<String> references = description.findValuesAsText("$ref");
        assertThat(references)
                .isNotEmpty()
                .allMatch(reference -> !description.at(reference.substring(1)).isMissingNode());
        description
                .at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name -> assertThat(references).contains("#/components/schemas/" + name));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/gates, /api/v1/gates, admin",
        "/api/v1/yards, /api/v1/yards, viewer",
        "/api/v1/advice, /api/v1/advice, viewer",
        "/api/v1/alerts, /api/v1/alerts?limit=1, viewer",
        "/api/v1/daily, /api/v1/daily?gate=north, viewer",
        "/api/v1/trips, /api/v1/trips?q=12C12345, operator",
        "/api/v1/trips/{id}, /api/v1/trips/VN:12C12345%7Cnorth%7C2026-05-03T05:00:00Z, operator",
        "/api/v1/trips/{id}, /api/v1/trips/VN:12C99999%7Cnorth%7C2026-05-03T05:00:00Z, operator",
        "/api/v1/trucks, /api/v1/trucks, operator",
        "/api/v1/yards/{yardId}, /api/v1/yards/a, viewer",
        "/api/v1/yards/{yardId}/trucks, /api/v1/yards/a/trucks, operator",
        "/api/v1/session, /api/v1/session, viewer",
        "/api/v1/installation, /api/v1/installation, admin",
        "/health, /health, ''",
        "/ready, /ready, ''",
    })
    void answers_are_as_described_and_have_no_field_that_is_not(String path, String asked, String role)
            throws Exception {
        String token = Map.of("viewer", Guarded.VIEWER, "operator", Guarded.OPERATOR, "admin", Guarded.ADMIN)
                .get(role);
        HttpResponse<String> answer = Guarded.get(served, asked, token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(described.faults(success(path, "get", "200"), Guarded.json(answer)))
                .isEmpty();
    }

    @Test
    void what_is_sent_is_answered_as_described() throws Exception {
        var ack = Guarded.post(served, "/api/v1/alerts/" + Guarded.ALERT + "/ack", "{\"note\": \"ok\"}");
        JsonNode acknowledged =
                Guarded.json(served.send(Guarded.with(Guarded.OPERATOR, ack).build()));
        JsonNode session = Guarded.json(Guarded.signIn(served, Guarded.ADMIN));

        assertThat(described.faults(success("/api/v1/alerts/{id}/ack", "post", "202"), acknowledged))
                .isEmpty();
        assertThat(described.faults(success("/api/v1/session", "post", "200"), session))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/gates, '', 401",
        "/api/v1/alerts?limit=0, viewer, 400",
        "/api/v1/trips?q=1, viewer, 403",
        "/api/v1/trips/nobody, operator, 404",
        "/api/v1/stream, viewer, 406",
    })
    void errors_are_described_problems(String asked, String role, String status) throws Exception {
        String token =
                Map.of("viewer", Guarded.VIEWER, "operator", Guarded.OPERATOR).get(role);
        HttpResponse<String> answer = Guarded.get(served, asked, token);

        assertThat(String.valueOf(answer.statusCode())).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        String path = asked.replaceAll("\\?.*", "").replace("trips/nobody", "trips/{id}");
        assertThat(description.at("/paths/" + escaped(path) + "/get/responses/" + status))
                .isNotEmpty();
        assertThat(described.faults(DescribedApi.PROBLEM, Guarded.json(answer))).isEmpty();
    }

    @Test
    void parameters_that_are_described_are_those_that_are_known() throws Exception {
        for (Operation operation : described.listOperations()) {
            if (operation.parameters().isEmpty() || operation.path().contains("{")) {
                continue;
            }
            String known = Guarded.json(Guarded.get(served, operation.path() + "?unknown=1", Guarded.ADMIN))
                    .path("detail")
                    .asText();
            assertThat(known)
                    .as(operation.path())
                    .endsWith("known are "
                            + String.join(
                                    ", ",
                                    operation.parameters().stream().sorted().toList()));
        }
    }

    private static String success(String path, String method, String status) {
        return "/paths/" + escaped(path) + "/" + method + "/responses/" + status + "/content/application~1json/schema";
    }

    private static String escaped(String path) {
        return path.replace("/", "~1");
    }
}
