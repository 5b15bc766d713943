package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Boards.figure;
import static io.bordergate.dashboard.Gates.happening;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.dashboard.gate.GateRecords;
import io.bordergate.event.AlertEventKind;
import io.bordergate.event.CongestionLevel;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client of the stream gets, over a real server. */
@Timeout(60)
class LiveEventsTest {
    private final ServedBoard served = new ServedBoard();

    @BeforeEach
    void open() {
        served.board.put(Boards.site());
        served.board.put(figure("a", 60, 0, NOON));
        served.show();
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void the_board_comes_at_once_and_then_what_changes() throws Exception {
        try (var stream = StreamSocket.open(served.port(), null)) {
            assertThat(stream.head()).contains("HTTP/1.1 200", "text/event-stream", "no-cache", "nosniff");
            assertThat(stream.next("board")).contains("\"nameVi\":\"Bắc\"", "\"confirmed\":60");

            served.board.put(figure("a", 61, 0, NOON));
            served.show();
            assertThat(stream.next("patch"))
                    .contains("{\"op\":\"replace\",\"path\":\"/gates/0/yards/0/confirmed\",\"value\":61}")
                    .doesNotContain("nameVi");
        }
    }

    @Test
    void a_lost_broker_is_told_and_the_figures_stay() throws Exception {
        try (var stream = StreamSocket.open(served.port(), null)) {
            stream.next("board");
            served.live.show(served.hearing.lost(NOON.plusSeconds(9), FeedState.Trouble.BROKER));

            assertThat(stream.next("patch"))
                    .contains("\"/feed/connected\",\"value\":false", "\"/feed/trouble\",\"value\":\"BROKER\"")
                    .doesNotContain("confirmed");
        }
    }

    @Test
    void who_comes_back_gets_what_was_missed_and_no_more() throws Exception {
        String first;
        try (var stream = StreamSocket.open(served.port(), null)) {
            first = SeenBoard.field(stream.next("board"), "id");
            served.board.put(figure("a", 61, 0, NOON));
            served.show();
            stream.next("patch");
            served.board.put(figure("a", 62, 0, NOON));
            served.show();
            stream.next("patch");
        }
        try (var again = StreamSocket.open(served.port(), first)) {
            assertThat(again.next()).contains("event: patch", "\"value\":61");
            String last = again.next();
            assertThat(last).contains("event: patch", "\"value\":62");
            try (var upToDate = StreamSocket.open(served.port(), SeenBoard.field(last, "id"))) {
                assertThat(upToDate.next()).contains("event: heartbeat");
            }
        }
    }

    @Test
    void who_comes_from_another_process_or_from_long_ago_gets_the_board() throws Exception {
        for (String id : List.of("0123456789ab-1", "1", "", "nonsense", "-1")) {
            try (var stream = StreamSocket.open(served.port(), id)) {
                assertThat(stream.next()).as(id).contains("event: board");
            }
        }
    }

    @Test
    void any_changes_lead_to_the_same_board_as_is_asked_for() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var seen = new SeenBoard();
        try (var stream = StreamSocket.open(served.port(), null)) {
            for (int i = 0; i < 25; i++) {
                change(random, i);
                served.show();
                String version = Long.toString(served.live.current().version());
                while (!seen.lastId().endsWith("-" + version)) {
                    seen.take(stream.next());
                }
                assertThat(seen.board())
                        .as("seed %d", seed)
                        .isEqualTo(served.get("/api/v1/gates").body());
            }
        }
        assertThat(seen.patches()).isGreaterThan(10);
    }

    private void change(Random random, int i) {
        String gate = random.nextBoolean() ? "north" : "south";
        switch (random.nextInt(6)) {
            case 0 -> served.board.put(figure("a", i, random.nextInt(9), NOON.plusSeconds(i * 40L)));
            case 1 -> served.board.put(figure("not/in~site", i, 0, NOON));
            case 2 -> served.board.removeYard("not/in~site");
            case 3 -> {
                var load = Gates.load(gate, i, CongestionLevel.BUSY, NOON.plusSeconds(i * 60L));
                load.setForecast(random.nextBoolean() ? Gates.forecast(gate, 0.1, i / 100.0, NOON) : null);
                served.board.put(GateRecords.load(load));
            }
            case 4 ->
                served.board.put(GateRecords.alert(
                        Gates.alert(gate, null, happening(AlertEventKind.OPENED, CongestionLevel.CONGESTED, i))));
            default -> served.board.put(GateRecords.advice(Gates.advice(gate, NOON.plusSeconds(i * 900L))));
        }
    }

    @Test
    void who_does_not_read_is_cut_off_and_holds_up_nobody() throws Exception {
        try (var deaf = StreamSocket.open(served.port(), null);
                var reading = StreamSocket.open(served.port(), null)) {
            reading.next("board");
            int i = 0;
            while (served.json("/health").at("/streams/tooSlow").asInt() == 0) {
                // A long name, so that it goes faster.
                served.board.put(SiteReading.parse(Boards.siteFile().replace("Yard A", "A".repeat(200_000) + i)));
                served.board.put(figure("a", ++i, 0, NOON));
                served.show();
                assertThat(reading.next("patch", "board")).contains("A".repeat(1_000));
            }
            assertThat(served.json("/health").at("/streams/open").asInt()).isEqualTo(1);
            assertThat(i).as("changes until then").isGreaterThan(4);
            assertThat(deaf.bytesToTheEnd()).isLessThan(20_000_000);
        }
    }

    @Test
    void who_goes_away_is_forgotten() throws Exception {
        for (int i = 0; i < 5; i++) {
            StreamSocket.open(served.port(), null).close();
        }
        int changes = 0;
        while (served.json("/health").at("/streams/open").asInt() > 0) {
            served.board.put(figure("a", ++changes, 0, NOON));
            served.show();
            assertThat(changes).isLessThan(5_000);
        }
    }

    @Test
    void the_end_of_the_app_ends_its_streams() throws IOException {
        try (var stream = StreamSocket.open(served.port(), null)) {
            stream.next("board");

            served.close();

            // Returns only if the stream ends; else the time limit of the test strikes.
            assertThat(stream.bytesToTheEnd()).isLessThan(100_000);
        }
    }
}
