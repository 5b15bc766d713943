package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Boards.figure;
import static io.bordergate.dashboard.ServedBoard.assertProblem;
import static io.bordergate.dashboard.trip.Trips.arrived;
import static io.bordergate.dashboard.trip.Trips.discrepancy;
import static io.bordergate.dashboard.trip.Trips.export;
import static io.bordergate.dashboard.trip.Trips.inYard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.trip.TruckPlace;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.TruckTripChanged;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trucks on the map and in a yard, asked for over a real server. */
@Timeout(30)
class TruckRoutesTest {
    private static final TruckTripChanged EXPORT = export("VN:12C12345", "2026050300533");
    private final ServedBoard served = new ServedBoard();

    @BeforeEach
    void putFigures() {
        served.board.put(Boards.site());
        served.board.put(figure("a", 3, 1, NOON.plusSeconds(5_400)));
        served.trips.put(EXPORT);
        served.trips.put(discrepancy(EXPORT.getTripId(), DiscrepancyKind.WRONG_YARD, NOON.plusSeconds(600), null));
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void a_truck_has_its_place_and_how_its_trip_stands() throws Exception {
        served.trips.places().put(new TruckPlace("VN:12C12345", 21.97, 106.71, NOON.plusSeconds(5_100)));
        served.trips.places().put(new TruckPlace("CN:桂A12345", 22.5, 103.9, NOON.plusSeconds(3_000)));
        served.show();

        JsonNode answer = served.json("/api/v1/trucks");
        assertThat(answer.path("total").asInt()).isEqualTo(2);
        assertThat(answer.path("boardTime").asText()).isEqualTo("2026-05-03T06:30:00Z");
        JsonNode known = answer.at("/trucks/0");
        assertThat(known.path("truckId").asText()).isEqualTo("VN:12C12345");
        assertThat(known.path("latitude").asDouble()).isEqualTo(21.97);
        assertThat(known.path("ageSeconds").asLong()).isEqualTo(300);
        assertThat(known.path("old").asBoolean()).isFalse();
        assertThat(known.path("tripId").asText()).isEqualTo(EXPORT.getTripId());
        assertThat(known.path("gateId").asText()).isEqualTo("north");
        assertThat(known.path("physicalStage").asText()).isEqualTo("IN_YARD");
        assertThat(known.path("dataStage").asText()).isEqualTo("REGISTERED");
        assertThat(known.path("openDiscrepancies").asInt()).isEqualTo(1);
        JsonNode stranger = answer.at("/trucks/1");
        assertThat(stranger.path("old").asBoolean()).isTrue();
        assertThat(stranger.path("tripId").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "?bbox=106.7%2C21.9%2C106.8%2C22,1",
        "?bbox=106.71%2C21.97%2C106.71%2C21.97,1",
        "?bbox=102%2C20%2C109%2C24,2",
        "?bbox=0%2C0%2C1%2C1,0",
        "?gate=north,1",
        "?gate=south,0"
    })
    void a_part_of_the_map_or_one_gate_may_be_asked_for(String question, int trucks) throws Exception {
        served.trips.places().put(new TruckPlace("VN:12C12345", 21.97, 106.71, NOON));
        served.trips.places().put(new TruckPlace("CN:桂A12345", 22.5, 103.9, NOON));
        served.show();

        assertThat(served.json("/api/v1/trucks" + question).path("trucks")).hasSize(trucks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3", "1,2,3,x", "3,0,1,1", "0,3,1,1", "NaN,0,1,1", "", "1,2,3,4,5"})
    void a_part_of_the_map_that_is_none_is_refused(String box) throws Exception {
        served.show();

        HttpResponse<String> answer = served.get("/api/v1/trucks?bbox=" + box);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(answer, "west,south,east,north");
    }

    @Test
    void the_trucks_of_a_yard_come_the_longest_first_in_pages() throws Exception {
        for (int i = 1; i <= 3; i++) {
            served.trips.put(inYard("VN:" + i, "a", NOON.plus(Duration.ofMinutes(i))));
        }
        served.show();

        JsonNode first = served.json("/api/v1/yards/a/trucks?limit=2");
        assertThat(first.path("total").asInt()).isEqualTo(4);
        assertThat(first.path("next").asInt()).isEqualTo(2);
        assertThat(first.path("trucks").findValuesAsText("truckId")).isEqualTo(List.of("VN:1", "VN:2"));
        assertThat(first.at("/trucks/0/dwellSeconds").asLong()).isEqualTo(5_340);
        JsonNode rest = served.json("/api/v1/yards/a/trucks?limit=2&offset=2");
        assertThat(rest.path("next").isNull()).isTrue();
        JsonNode export = rest.at("/trucks/1");
        assertThat(export.path("truckId").asText()).isEqualTo("VN:12C12345");
        assertThat(export.path("enteredAt").asText()).isEqualTo("2026-05-03T05:10:00Z");
        assertThat(export.path("perishable").asBoolean()).isTrue();
        assertThat(export.at("/discrepancies/0").asText()).isEqualTo("WRONG_YARD");
        assertThat(served.json("/api/v1/yards/b/trucks").path("trucks")).isEmpty();
    }

    @Test
    void a_yard_has_its_figure_and_what_its_trucks_are_but_no_plate() throws Exception {
        served.trips.put(inYard("VN:99", "a", NOON));
        served.show();

        HttpResponse<String> answer = served.get("/api/v1/yards/a");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.body()).doesNotContain("12C12345", "VN:99");
        JsonNode yard = BoardJson.MAPPER.readTree(answer.body());
        assertThat(yard.at("/gate/nameVi").asText()).isEqualTo("Bắc");
        assertThat(yard.at("/yard/confirmed").asInt()).isEqualTo(3);
        assertThat(yard.at("/mix/known").asInt()).isEqualTo(2);
        assertThat(yard.at("/mix/exports").asInt()).isEqualTo(1);
        assertThat(yard.at("/mix/noSide").asInt()).isEqualTo(1);
        assertThat(yard.at("/mix/declared").asInt()).isEqualTo(1);
        assertThat(yard.at("/mix/perishable").asInt()).isEqualTo(1);
        assertThat(yard.at("/mix/refrigerated").asInt()).isEqualTo(1);
        assertThat(yard.at("/mix/withDiscrepancy").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/yards/nowhere", "/api/v1/yards/nowhere/trucks"})
    void a_yard_that_is_not_known_is_not_found(String path) throws Exception {
        served.show();

        HttpResponse<String> answer = served.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertProblem(answer, "/api/v1/yards lists them");
    }

    @Test
    void before_all_trips_have_been_read_figures_are_given_and_trucks_are_not() throws Exception {
        served.live.show(served.board.view(), served.hearing);

        assertThat(served.json("/api/v1/yards/a").path("mix").isNull()).isTrue();
        for (String path : List.of("/api/v1/trucks", "/api/v1/yards/a/trucks")) {
            assertThat(served.get(path).statusCode()).as(path).isEqualTo(503);
        }
    }

    @Test
    void nobody_keeps_an_answer_with_a_plate() throws Exception {
        served.trips.places().put(new TruckPlace("VN:12C12345", 21.97, 106.71, NOON));
        served.show();

        for (String path : List.of("/api/v1/trucks", "/api/v1/yards/a/trucks", "/api/v1/trucks?bbox=1")) {
            var headers = served.get(path).headers();
            assertThat(headers.allValues("Cache-Control")).as(path).containsExactly("no-store");
            assertThat(headers.firstValue("ETag")).as(path).isEmpty();
        }
    }

    @Test
    void an_undeclared_truck_without_stays_is_in_no_yard() throws Exception {
        served.trips.put(arrived("VN:7", NOON));
        served.show();

        assertThat(served.json("/api/v1/yards/a/trucks").path("total").asInt()).isEqualTo(1);
    }
}
