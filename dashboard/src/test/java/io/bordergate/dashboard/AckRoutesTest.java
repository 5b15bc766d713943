package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Gates.happening;
import static io.bordergate.dashboard.ServedBoard.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.gate.GateRecords;
import io.bordergate.event.AlertAcknowledged;
import io.bordergate.event.AlertEventKind;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.TradeDirection;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator can say, and who cannot say it. */
@Timeout(30)
class AckRoutesTest {
    private static final String OPEN = "north|EXPORT|2026-05-03T05:00:00Z";
    private static final String OVER = "north||2026-05-03T05:00:00Z";
    private static final String SEEN = "south||2026-05-03T05:00:00Z";

    private final ServedBoard served = new ServedBoard();

    @BeforeEach
    void putAlerts() {
        served.board.put(Boards.site());
        served.board.put(GateRecords.load(Gates.load("north", 83, CongestionLevel.BUSY, NOON)));
        served.board.put(GateRecords.alert(Gates.alert(
                "north", TradeDirection.EXPORT, happening(AlertEventKind.OPENED, CongestionLevel.BUSY, 0))));
        served.board.put(GateRecords.alert(Gates.alert(
                "north",
                null,
                happening(AlertEventKind.OPENED, CongestionLevel.BUSY, 0),
                happening(AlertEventKind.RESOLVED, CongestionLevel.NORMAL, 1))));
        served.board.put(GateRecords.alert(Gates.alert(
                "south",
                null,
                happening(AlertEventKind.OPENED, CongestionLevel.BUSY, 0),
                happening(AlertEventKind.ACKNOWLEDGED, CongestionLevel.BUSY, 1))));
        served.show();
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void an_open_alert_is_acknowledged_under_its_id_with_the_time_of_the_record() throws Exception {
        HttpResponse<String> answer = served.send(ack(OPEN, "{\"by\": \" Ca 2 \", \"note\": \"gọi Tân Thanh\"}"));

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode told = BoardJson.MAPPER.readTree(answer.body());
        assertThat(told.path("alertId").asText()).isEqualTo(OPEN);
        assertThat(told.path("eventTime").asText()).isEqualTo("2026-05-03T05:00:00Z");
        ProducerRecord<String, AlertAcknowledged> sent = served.sent.history().get(0);
        assertThat(sent.topic()).isEqualTo("border.alert.ack");
        assertThat(sent.key()).isEqualTo(OPEN);
        assertThat(sent.timestamp()).isEqualTo(NOON.toEpochMilli());
        assertThat(sent.value()).isEqualTo(new AlertAcknowledged(OPEN, "Ca 2", NOON, "gọi Tân Thanh"));
    }

    @Test
    void where_time_is_recorded_or_simulated_the_board_tells_it() throws Exception {
        Instant then = NOON.plus(Duration.ofHours(3));
        served.board.put(GateRecords.load(Gates.load("north", 83, CongestionLevel.BUSY, then)));
        served.show();

        served.send(ack(OPEN, "{\"by\": \"Ca 2\"}"));
        assertThat(served.sent.history().get(0).timestamp()).isEqualTo(then.toEpochMilli());
    }

    @Test
    void nothing_is_said_that_the_broker_does_not_have() throws Exception {
        served.sent.sendException = new TimeoutException("no broker");

        HttpResponse<String> answer = served.send(ack(OPEN, "{\"by\": \"Ca 2\"}"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertProblem(answer, "The broker or the registry does not answer");
    }

    @ParameterizedTest
    @CsvSource({
        OVER + ", 409, The alert is over",
        SEEN + ", 409, has been acknowledged already",
        "north|IMPORT|2026-05-03T05:00:00Z, 404, There is no such alert",
        "<b>, 404, There is no such alert"
    })
    void only_what_lasts_and_nobody_has_seen_is_acknowledged(String alertId, int status, String detail)
            throws Exception {
        HttpResponse<String> answer = served.send(ack(alertId, "{\"by\": \"Ca 2\"}"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertProblem(answer, detail);
        assertThat(served.sent.history()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{};'by' is missing",
                "{\"by\": \"  \"};'by' is missing",
                "{\"by\": 5};'by' must be a line of at most 80 characters",
                "{\"by\": \"a\\nb\"};'by' must be a line of at most 80 characters",
                "[];The body must be an object",
                "{;The body is not JSON",
                "``;The body must be an object",
            })
    void what_cannot_be_read_is_refused_and_said(String body, String detail) throws Exception {
        HttpResponse<String> answer = served.send(ack(OPEN, body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(answer, detail);
        assertThat(served.sent.history()).isEmpty();
    }

    @Test
    void what_is_too_long_is_refused() throws Exception {
        assertProblem(served.send(ack(OPEN, "{\"by\": \"" + "a".repeat(81) + "\"}")), "at most 80 characters");
        HttpResponse<String> answer = served.send(ack(OPEN, "{\"by\": \"a\", \"x\": \"" + "a".repeat(20_000) + "\"}"));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(served.sent.history()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Origin, http://evil.example, 403",
        "Content-Type, text/plain, 415",
        "Content-Type, application/x-www-form-urlencoded, 415"
    })
    void a_page_elsewhere_acknowledges_nothing(String header, String value, int status) throws Exception {
        HttpRequest.Builder request = request(OPEN, "{\"by\": \"Ca 2\"}").setHeader(header, value);

        assertThat(served.send(request.build()).statusCode()).isEqualTo(status);
        assertThat(served.sent.history()).isEmpty();
    }

    @Test
    void the_own_page_may() throws Exception {
        HttpRequest.Builder request = request(OPEN, "{\"by\": \"Ca 2\"}")
                .setHeader("Sec-Fetch-Site", "same-origin")
                .setHeader("Origin", "http://127.0.0.1:" + served.port());

        assertThat(served.send(request.build()).statusCode()).isEqualTo(202);
    }

    private HttpRequest ack(String alertId, String body) {
        return request(alertId, body).build();
    }

    private HttpRequest.Builder request(String alertId, String body) {
        return served.request("/api/v1/alerts/" + alertId.replace("|", "%7C") + "/ack")
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
