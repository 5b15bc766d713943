package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.ServedBoard.assertProblem;
import static io.bordergate.dashboard.ServedBoard.nextBoard;
import static io.bordergate.dashboard.trip.Trips.arrived;
import static io.bordergate.dashboard.trip.Trips.discrepancy;
import static io.bordergate.dashboard.trip.Trips.export;
import static io.bordergate.dashboard.trip.Trips.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.TruckTripChanged;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trips, asked for over a real server. */
@Timeout(30)
class TripRoutesTest {
    private final ServedBoard served = new ServedBoard();

    @BeforeEach
    void putTheSite() {
        served.board.put(Boards.site());
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void a_trip_holds_both_flows_with_the_names_of_places() throws Exception {
        TruckTripChanged export = export("VN:12C12345", "2026050300533");
        served.trips.put(export);
        served.trips.put(discrepancy(
                export.getTripId(), DiscrepancyKind.WRONG_YARD, NOON.plusSeconds(600), NOON.plusSeconds(900)));
        served.show();

        JsonNode found = served.json("/api/v1/trips?q=12c-123.45");
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("timeZone").asText()).isEqualTo("Asia/Ho_Chi_Minh");
        JsonNode trip =
                served.json("/api/v1/trips/" + encoded(export.getTripId())).path("trip");
        assertThat(trip).isEqualTo(found.at("/trips/0"));
        assertThat(trip.at("/gate/nameVi").asText()).isEqualTo("Bắc");
        assertThat(trip.path("physicalStage").asText()).isEqualTo("IN_YARD");
        assertThat(trip.path("waitSeconds").asLong()).isEqualTo(5_400);
        assertThat(trip.at("/declarations/0/yard/name").asText()).isEqualTo("Yard C");
        assertThat(trip.at("/declarations/0/goods/0/refrigerated").asBoolean()).isTrue();
        assertThat(trip.at("/milestones/1/authority").asText()).isEqualTo("CUSTOMS");
        assertThat(trip.at("/milestones/1/recordTime").asText()).isEqualTo("2026-05-03T05:35:00Z");
        assertThat(trip.at("/stays/1/zone/nameVi").asText()).isEqualTo("Bãi A");
        assertThat(trip.at("/discrepancies/0/kind").asText()).isEqualTo("WRONG_YARD");
        assertThat(trip.at("/discrepancies/0/closedAt").asText()).isEqualTo("2026-05-03T05:15:00Z");
        assertThat(trip.at("/discrepancies/0/evidence/0/fact").asText()).isEqualTo("GTIN by CUSTOMS");
    }

    @Test
    void at_most_fifty_are_answered_and_it_is_said_how_many_there_are() throws Exception {
        for (int i = 0; i < 60; i++) {
            served.trips.put(arrived("VN:12C12345", NOON.plusSeconds(i)));
        }
        served.show();

        JsonNode found = served.json("/api/v1/trips?q=12C12345");
        assertThat(found.path("total").asInt()).isEqualTo(60);
        assertThat(found.path("trips")).hasSize(50);
        assertThat(found.at("/trips/0/arrivedAt").asText()).isEqualTo("2026-05-03T05:00:59Z");
        assertThat(served.json("/api/v1/trips?q=12C12346").path("trips")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/v1/trips|'q' must be a plate",
                "/api/v1/trips?q=|'q' must be a plate",
                "/api/v1/trips?q=%20-.|'q' must be a plate",
                "/api/v1/trips?q=11111111111111111111111111111111111111111111111111111111111111111|at most 64",
                "/api/v1/trips?plate=12C12345|known are q",
                "/api/v1/trips?q=1&q=2|'q' is given more than once",
                "/api/v1/trips/VN:1?full=true|known are none",
            })
    void what_cannot_be_read_is_refused_and_nobody_keeps_that_either(String path, String detail) throws Exception {
        served.show();
        HttpResponse<String> answer = served.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(answer, detail);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void nobody_keeps_an_answer_with_a_plate() throws Exception {
        TruckTripChanged trip = arrived("VN:12C12345", NOON);
        served.trips.put(trip);
        served.show();

        for (String path : new String[] {"?q=12C12345", "/" + encoded(trip.getTripId()), "/nobody"}) {
            var headers = served.get("/api/v1/trips" + path).headers();
            assertThat(headers.allValues("Cache-Control")).as(path).containsExactly("no-store");
            assertThat(headers.firstValue("ETag")).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/gates", "/api/v1/yards", "/api/v1/alerts", "/api/v1/advice", "/health"})
    void no_other_answer_has_a_plate(String path) throws Exception {
        served.trips.put(export("VN:12C12345", "2026050300533"));
        served.show();

        assertThat(served.get(path).body()).doesNotContain("12C12345").doesNotContain("2026050300533");
        assertThat(nextBoard(served.openStream()))
                .doesNotContain("12C12345")
                .doesNotContain("2026050300533")
                .doesNotContain("12R");
    }

    @Test
    void a_trip_that_is_not_known_is_not_found() throws Exception {
        served.trips.put(withdrawn(arrived("VN:12C12345", NOON), null));
        served.show();

        for (String id : new String[] {"VN:1|north|2026-05-03T05:00:00Z", "VN:12C12345|north|" + NOON}) {
            HttpResponse<String> answer = served.get("/api/v1/trips/" + encoded(id));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertProblem(answer, "There is no such trip");
            assertThat(answer.body()).doesNotContain("VN:1");
        }
    }

    @Test
    void a_trip_that_goes_on_under_another_id_leads_there() throws Exception {
        TruckTripChanged next = arrived("CN:桂A/12345", NOON.minusSeconds(60));
        served.trips.put(withdrawn(arrived("CN:桂A/12345", NOON), next.getTripId()));
        served.trips.put(next);
        served.show();

        HttpResponse<String> answer = served.get("/api/v1/trips/" + encoded("CN:桂A/12345|north|" + NOON));
        assertThat(answer.statusCode()).isEqualTo(307);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/v1/trips/" + encoded(next.getTripId()));
        assertThat(served.json(location).at("/trip/tripId").asText()).isEqualTo(next.getTripId());
    }

    @Test
    void before_all_trips_have_been_read_there_is_no_answer() throws Exception {
        served.live.show(served.board.view(), served.hearing);

        HttpResponse<String> answer = served.get("/api/v1/trips?q=12C12345");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertProblem(answer, "not been read to their end");
    }

    @Test
    void a_plate_with_markup_is_only_ever_text_in_json() throws Exception {
        String markup = "VN:<img src=x onerror=alert(1)>";
        served.trips.put(arrived(markup, NOON));
        served.show();

        HttpResponse<String> answer = served.get(
                "/api/v1/trips?q=" + URLEncoder.encode("<img src=x onerror=alert(1)>", StandardCharsets.UTF_8));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(BoardJson.MAPPER
                        .readTree(answer.body())
                        .at("/trips/0/truckId")
                        .asText())
                .isEqualTo(markup);
    }

    /** As the page encodes an id: a slash in a plate stays one. */
    private static String encoded(String tripId) {
        return URLEncoder.encode(tripId, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
