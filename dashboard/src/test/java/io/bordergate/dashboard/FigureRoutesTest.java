package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Gates.happening;
import static io.bordergate.dashboard.ServedBoard.assertProblem;
import static io.bordergate.dashboard.ServedBoard.nextBoard;
import static io.bordergate.dashboard.ServedBoard.nextChange;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.gate.GateRecords;
import io.bordergate.event.AlertEventKind;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.TradeDirection;
import java.net.http.HttpResponse;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loads, alerts and daily tables, asked for over a real server. */
@Timeout(30)
class FigureRoutesTest {
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
    void a_gate_holds_its_load_and_what_is_ahead() throws Exception {
        var load = Gates.load("north", 83, CongestionLevel.CONGESTED, NOON);
        load.setForecast(Gates.forecast("north", 0.8, 0.9, NOON));
        served.board.put(GateRecords.load(load));
        served.show();

        JsonNode gate = served.json("/api/v1/gates").at("/gates/0");
        assertThat(gate.path("level").asText()).isEqualTo("CONGESTED");
        assertThat(gate.at("/scopes/0/reasons/0/measure").asText()).isEqualTo("OCCUPANCY");
        assertThat(gate.at("/limits/occupancy/critical/up").asDouble()).isEqualTo(0.95);
        assertThat(gate.at("/limits/waitMinutes").isNull()).isTrue();
        assertThat(gate.at("/load/at").asText()).isEqualTo("2026-05-03T05:00:00Z");
        assertThat(gate.at("/load/sides/1/direction").asText()).isEqualTo("IMPORT");
        assertThat(gate.at("/load/sides/0/arrivals/inDay").asInt()).isEqualTo(90);
        assertThat(gate.at("/load/forecast/occupancy").size()).isEqualTo(96);
        assertThat(gate.at("/load/forecast/sides/0/arrivals/4/high").asDouble()).isEqualTo(120.0);
        assertThat(gate.at("/loadAge/stale").asBoolean()).isFalse();
    }

    @Test
    void advice_is_with_its_gate_and_alone_with_the_names_of_places() throws Exception {
        served.board.put(GateRecords.load(Gates.load("north", 40, CongestionLevel.NORMAL, NOON)));
        served.board.put(GateRecords.advice(Gates.advice("south", NOON)));
        served.show();

        JsonNode gates = served.json("/api/v1/gates").path("gates");
        assertThat(gates.at("/0/advice").isNull()).isTrue();
        assertThat(gates.at("/1/advice/since").asText()).isEqualTo("2026-05-03T04:00:00Z");
        JsonNode alone = served.json("/api/v1/advice").path("advice");
        assertThat(alone).containsExactly(gates.at("/1/advice"));
        assertThat(alone.at("/0/nameVi").asText()).isEqualTo("Nam");
        assertThat(alone.at("/0/diverts/0/nameVi").asText()).isEqualTo("Bắc");
        assertThat(alone.at("/0/diverts/0/trucks").asInt()).isEqualTo(45);
        assertThat(alone.at("/0/holds/0/name").asText()).isEqualTo("Park");
        assertThat(alone.at("/0/meter/exportsPerDay").asInt()).isEqualTo(120);
        assertThat(alone.at("/0/stayAwayTrucks").asInt()).isEqualTo(40);
        assertThat(served.json("/api/v1/advice?gate=north").path("advice")).isEmpty();
        assertThat(served.json("/api/v1/advice?gate=south").path("advice")).hasSize(1);
    }

    @Test
    void advice_is_old_when_two_quarter_hours_did_not_come() throws Exception {
        served.board.put(GateRecords.advice(Gates.advice("south", NOON)));
        served.board.put(GateRecords.load(Gates.load("north", 4, CongestionLevel.NORMAL, NOON.plusSeconds(45 * 60))));
        served.show();
        assertThat(served.json("/api/v1/advice").at("/advice/0/age/stale").asBoolean())
                .isFalse();

        served.board.put(GateRecords.load(Gates.load("north", 4, CongestionLevel.NORMAL, NOON.plusSeconds(46 * 60))));
        served.show();
        JsonNode age = served.json("/api/v1/advice").at("/advice/0/age");
        assertThat(age.path("stale").asBoolean()).isTrue();
        assertThat(age.path("seconds").asInt()).isEqualTo(46 * 60);
    }

    @Test
    void the_stream_sends_loads_alerts_and_that_a_daily_table_changed() throws Exception {
        served.show();
        Iterator<String> lines = served.openStream();
        assertThat(nextBoard(lines)).contains("\"alerts\":[]");

        served.board.put(GateRecords.load(Gates.load("north", 83, CongestionLevel.CONGESTED, NOON)));
        served.show();
        assertThat(nextChange(lines)).contains("\"yardTrucks\":83");
        served.board.put(GateRecords.alert(
                Gates.alert("north", null, happening(AlertEventKind.OPENED, CongestionLevel.CONGESTED, 0))));
        served.show();
        assertThat(nextChange(lines)).contains("\"alertId\":\"north||2026-05-03T05:00:00Z\"", "\"threshold\":0.8");
        served.board.put(GateRecords.advice(Gates.advice("north", NOON)));
        served.show();
        assertThat(nextChange(lines)).contains("\"stayAwayTrucks\":40");
        served.board.put(GateRecords.day(Gates.day("north", "2026-05-02", 1, 30)));
        served.show();
        assertThat(nextChange(lines)).contains("\"path\":\"/daily\"");
    }

    @Test
    void open_alerts_come_first_and_each_tells_its_story() throws Exception {
        putThreeAlerts();

        JsonNode answer = served.json("/api/v1/alerts");
        assertThat(answer.path("alerts").findValuesAsText("gateId")).containsExactly("south", "north", "north");
        JsonNode open = answer.at("/alerts/0");
        assertThat(open.path("open").asBoolean()).isTrue();
        assertThat(open.path("name").asText()).isEqualTo("South");
        assertThat(open.path("direction").asText()).isEqualTo("EXPORT");
        assertThat(open.path("acknowledgedBy").asText()).isEqualTo("shift 2");
        assertThat(open.path("acknowledgedAt").asText()).isEqualTo("2026-05-03T06:00:00Z");
        assertThat(open.path("events").findValuesAsText("event")).containsExactly("OPENED", "ACKNOWLEDGED");
        assertThat(answer.at("/alerts/1/level").asText()).isEqualTo("NORMAL");
        assertThat(answer.at("/alerts/1/openedAt").asText()).isEqualTo("2026-05-03T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "open=true, 1",
        "open=false, 2",
        "gate=north, 2",
        "gate=nowhere, 0",
        "from=2026-05-03T07:00:00Z, 2", // The open one lasts, and one ended at 9.
        "from=2026-05-03T14:00:00%2B07:00, 2",
        "to=2026-05-03T05:00:00Z, 0",
        "to=2026-05-03T08:00:00Z, 2",
        "limit=2, 2",
        "limit=2&offset=2, 1",
        "offset=9, 0"
    })
    void alerts_can_be_asked_for_by_gate_state_and_time_and_in_parts(String question, int found) throws Exception {
        putThreeAlerts();

        assertThat(served.json("/api/v1/alerts?" + question).path("alerts")).hasSize(found);
    }

    @Test
    void a_part_of_a_list_says_how_to_get_the_next() throws Exception {
        putThreeAlerts();

        JsonNode first = served.json("/api/v1/alerts?limit=2");
        assertThat(first.path("total").asInt()).isEqualTo(3);
        assertThat(first.path("next").asInt()).isEqualTo(2);
        assertThat(served.json("/api/v1/alerts?limit=2&offset=2").path("next").isNull())
                .isTrue();
    }

    @Test
    void daily_tables_are_by_gate_and_date_the_newest_first_with_the_highest_revision() throws Exception {
        putDays();

        JsonNode days = served.json("/api/v1/daily").path("days");
        assertThat(days.findValuesAsText("date")).containsExactly("2026-05-02", "2026-05-02", "2026-05-01");
        assertThat(days.at("/0/nameVi").asText()).isEqualTo("Bắc");
        assertThat(days.at("/0/day/revision").asInt()).isEqualTo(2);
        assertThat(days.at("/0/day/stock").asInt()).isEqualTo(31);
        assertThat(served.json("/api/v1/daily?gate=south").path("days")).hasSize(1);
        assertThat(served.json("/api/v1/daily?from=2026-05-02&to=2026-05-02").path("days"))
                .hasSize(2);
        assertThat(served.json("/api/v1/daily?to=2026-05-01").path("days")).hasSize(1);
    }

    @Test
    void daily_tables_are_a_file_for_spreadsheets_too() throws Exception {
        putDays();

        HttpResponse<String> file = served.get("/api/v1/daily.csv?gate=north&from=2026-05-02");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"daily.csv\"");
        assertThat(file.body())
                .isEqualTo("gate_id,date,exported_fruit,exported_other,imported_cargo,imported_vehicles,turned_back,"
                        + "moved_in,moved_out,arrived,stock,stock_fruit,stock_other,stock_undeclared,change\r\n"
                        + "north,2026-05-02,60,22,300,15,2,3,1,90,31,28,2,1,-4\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/v1/alerts?limit=0|'limit' must be a whole number from 1 to 500",
                "/api/v1/alerts?limit=501|'limit' must be a whole number from 1 to 500",
                "/api/v1/alerts?limit=many|'limit' must be a whole number from 1 to 500",
                "/api/v1/alerts?offset=-1|'offset' must be a whole number from 0 to 1000000",
                "/api/v1/alerts?from=yesterday|'from' must be a time such as",
                "/api/v1/alerts?from=2026-05-03T05:00:00|'from' must be a time such as",
                "/api/v1/alerts?open=yes|'open' must be true or false",
                "/api/v1/alerts?gates=north|known are from, gate, limit, offset, open, to",
                "/api/v1/alerts?gate=north&gate=south|'gate' is given more than once",
                "/api/v1/advice?open=true|known are gate",
                "/api/v1/daily?from=2026-13-01|'from' must be a date such as 2026-05-03",
                "/api/v1/daily.csv?limit=5|known are from, gate, to",
            })
    void what_cannot_be_read_is_refused_and_said(String path, String detail) throws Exception {
        HttpResponse<String> answer = served.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(answer, detail);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/gates",
        "/api/v1/yards",
        "/api/v1/advice",
        "/api/v1/alerts",
        "/api/v1/daily",
        "/api/v1/daily.csv"
    })
    void who_has_the_newest_already_is_told_so(String path) throws Exception {
        served.show();
        String tag = served.get(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> same =
                served.send(served.request(path).header("If-None-Match", tag).build());
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        HttpResponse<String> other = served.send(
                served.request(path).header("If-None-Match", "\"old\"").build());
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("ETag")).contains(tag);
    }

    private void putThreeAlerts() {
        served.board.put(GateRecords.alert(Gates.alert(
                "north",
                null,
                happening(AlertEventKind.OPENED, CongestionLevel.BUSY, 0),
                happening(AlertEventKind.RESOLVED, CongestionLevel.NORMAL, 1))));
        served.board.put(GateRecords.alert(Gates.alert(
                "north",
                null,
                happening(AlertEventKind.OPENED, CongestionLevel.BUSY, 3),
                happening(AlertEventKind.RESOLVED, CongestionLevel.NORMAL, 4))));
        served.board.put(GateRecords.alert(Gates.alert(
                "south",
                TradeDirection.EXPORT,
                happening(AlertEventKind.OPENED, CongestionLevel.BUSY, 0),
                happening(AlertEventKind.ACKNOWLEDGED, CongestionLevel.BUSY, 1))));
        served.show();
    }

    private void putDays() {
        served.board.put(GateRecords.day(Gates.day("north", "2026-05-01", 1, 35)));
        served.board.put(GateRecords.day(Gates.day("north", "2026-05-02", 2, 31)));
        served.board.put(GateRecords.day(Gates.day("north", "2026-05-02", 1, 30)));
        served.board.put(GateRecords.day(Gates.day("south", "2026-05-02", 1, 12)));
        served.show();
    }
}
