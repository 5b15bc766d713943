package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Boards.figure;
import static io.bordergate.dashboard.ServedBoard.assertProblem;
import static io.bordergate.dashboard.ServedBoard.nextBoard;
import static io.bordergate.dashboard.ServedBoard.nextChange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the routes answer, asked over a real server. */
@Timeout(30)
class DashboardAppTest {
    private final ServedBoard served = new ServedBoard();

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void gates_hold_their_yards_and_say_how_well_they_are_heard() throws Exception {
        served.board.put(Boards.site());
        served.board.put(figure("a", 60, 15, NOON));
        served.show();

        JsonNode answer = served.json("/api/v1/gates");
        assertThat(answer.path("version").asLong()).isEqualTo(1);
        assertThat(answer.path("siteId").asText()).isEqualTo("test");
        assertThat(answer.path("boardTime").asText()).isEqualTo("2026-05-03T05:00:00Z");
        assertThat(answer.at("/feed/connected").asBoolean()).isTrue();
        assertThat(answer.at("/gates/0/nameVi").asText()).isEqualTo("Bắc");
        assertThat(answer.at("/gates/0/total/ratio").asDouble()).isEqualTo(0.75);
        JsonNode yard = answer.at("/gates/0/yards/0");
        assertThat(yard.path("confirmed").asInt()).isEqualTo(60);
        assertThat(yard.path("uncertain").asInt()).isEqualTo(15);
        assertThat(yard.path("asOf").asText()).isEqualTo("2026-05-03T05:00:00Z");
        assertThat(answer.at("/gates/0/yards/1/confirmed").isNull()).isTrue();
    }

    @Test
    void yards_are_the_same_without_gates() throws Exception {
        served.board.put(Boards.site());
        served.show();

        JsonNode yards = served.json("/api/v1/yards").path("yards");
        assertThat(yards.findValuesAsText("id")).containsExactly("a", "b", "c", "park", "d");
        assertThat(yards.findValuesAsText("gateId")).containsExactly("north", "north", "north", "north", "south");
    }

    @Test
    void what_changes_nothing_is_no_new_version() {
        served.board.put(Boards.site());
        served.show();
        served.show();

        assertThat(served.live.current().version()).isEqualTo(1);
    }

    @Test
    void the_end_of_the_app_ends_its_streams() throws Exception {
        Iterator<String> lines = served.openStream();
        nextBoard(lines);

        served.close();

        assertEnds(lines);
    }

    @Test
    void is_healthy_at_once_and_ready_when_caught_up() throws Exception {
        assertThat(served.get("/health").statusCode()).isEqualTo(200);
        HttpResponse<String> before = served.get("/ready");
        assertThat(before.statusCode()).isEqualTo(503);
        assertProblem(before, "waiting for STARTING");

        served.live.show(served.hearing);
        assertProblem(served.get("/ready"), "reading them");
        served.live.show(served.trips);
        assertThat(served.get("/ready").statusCode()).isEqualTo(200);
        served.live.show(served.hearing.lost(NOON, FeedState.Trouble.BROKER));
        assertThat(served.get("/ready").statusCode()).isEqualTo(200);
        assertThat(served.json("/health").at("/feed/connected").asBoolean()).isFalse();
    }

    @Test
    void is_not_healthy_without_its_reading_thread() throws Exception {
        served.live.show(served.hearing.lost(NOON, FeedState.Trouble.STOPPED));

        assertThat(served.get("/health").statusCode()).isEqualTo(503);
    }

    @Test
    void a_taken_port_is_told_in_one_line() {
        var taken = new DashboardConfig("127.0.0.1:9092", "http://127.0.0.1:8081", "test", "127.0.0.1", served.port());

        assertThatThrownBy(() ->
                        DashboardApp.start(taken, served.live, () -> {}, Acknowledgements.to(taken, Clock.systemUTC())))
                .isInstanceOf(DashboardException.class)
                .hasMessage("dashboard cannot listen on 127.0.0.1:" + served.port()
                        + ": give another port (0 picks a free one) in BORDER_DASHBOARD_PORT");
    }

    @Test
    void without_a_broker_it_serves_and_says_what_it_waits_for() throws Exception {
        // Port 1 is refused at once; no broker listens there.
        var lonely = new DashboardConfig("127.0.0.1:1", "http://127.0.0.1:1", "test", "127.0.0.1", 0);
        try (DashboardApp alone = DashboardApp.start(lonely)) {
            Iterator<String> lines = ServedBoard.openStream(alone.port());
            String told = nextBoard(lines);
            assertThat(told).contains("\"connected\":false", "\"caughtUp\":false");
            while (!told.contains("BROKER")) {
                told = nextChange(lines);
            }
        }
    }

    /** Returns only if the stream ends, cleanly or cut off; else the time limit of the test strikes. */
    private static void assertEnds(Iterator<String> lines) {
        try {
            while (lines.hasNext()) {
                lines.next();
            }
        } catch (UncheckedIOException e) {
            assertThat(e).hasRootCauseInstanceOf(IOException.class);
        }
    }
}
