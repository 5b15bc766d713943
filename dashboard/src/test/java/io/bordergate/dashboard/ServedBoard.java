package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.trip.TripLog;
import io.bordergate.event.AlertAcknowledged;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A dashboard over a real server whose board is fed by hand, where in production the consumer feeds it. */
final class ServedBoard implements AutoCloseable {
    static final DashboardConfig CONFIG =
            new DashboardConfig("127.0.0.1:9092", "http://127.0.0.1:8081", "test", "127.0.0.1", 0);

    final LiveBoard live = new LiveBoard("test", NOON);
    final GateBoard board = new GateBoard();
    final TripLog trips = new TripLog();
    final FeedState hearing =
            FeedState.starting(NOON).connected(NOON).heard(NOON, 0).complete();
    private final HttpClient client = HttpClient.newHttpClient();
    /** Keeps what is sent, or fails as the test says, where in production a broker is. */
    final MockProducer<String, AlertAcknowledged> sent =
            new MockProducer<>(true, null, new StringSerializer(), (topic, ack) -> new byte[0]);

    private final DashboardApp app;

    ServedBoard() {
        this(CONFIG);
    }

    ServedBoard(DashboardConfig config) {
        app = DashboardApp.start(
                config, live, () -> {}, new Acknowledgements(() -> sent, Clock.fixed(NOON, ZoneOffset.UTC)));
    }

    int port() {
        return app.port();
    }

    /** Shows what the hand has put on the board, as heard without trouble. */
    void show() {
        live.show(board.view(), hearing);
        live.show(trips);
    }

    @Override
    public void close() {
        app.close();
    }

    List<Endpoint> routes() {
        return app.routes();
    }

    HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    static void assertProblem(HttpResponse<String> answer, String detail) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = BoardJson.MAPPER.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).contains(detail);
    }

    Iterator<String> openStream() throws Exception {
        return openStream(port());
    }

    /** The lines of the stream that a dashboard on this port sends. */
    static Iterator<String> openStream(int port) throws Exception {
        var ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/stream"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient().send(ask, BodyHandlers.ofLines());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return answer.body().iterator();
    }

    static String nextBoard(Iterator<String> lines) {
        return nextEvent(lines, "board");
    }

    /** What changed, or the board where that is shorter. */
    static String nextChange(Iterator<String> lines) {
        return nextEvent(lines, "patch", "board");
    }

    /** Id and data of the next event of one of these names. */
    static String nextEvent(Iterator<String> lines, String... names) {
        while (true) {
            String id = "";
            String event = "";
            String data = "";
            for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
                id = line.startsWith("id:") ? line : id;
                event = line.startsWith("event:")
                        ? line.substring("event:".length()).strip()
                        : event;
                data = line.startsWith("data:") ? line : data;
            }
            if (List.of(names).contains(event)) {
                return id + "|" + data;
            }
        }
    }

    HttpRequest.Builder request(String path) {
        String escaped = path.replace("<", "%3C").replace(">", "%3E");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + escaped))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return BoardJson.MAPPER.readTree(answer.body());
    }

    String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
