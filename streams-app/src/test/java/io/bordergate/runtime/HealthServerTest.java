package io.bordergate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an orchestrator asks, over real HTTP. */
class HealthServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicBoolean ready = new AtomicBoolean();
    private HealthServer server;

    @BeforeEach
    void start() throws IOException {
        server = new HealthServer("127.0.0.1", 0)
                .serve("/health", () -> new HealthServer.Answer(true, "alive\n"))
                .serve(
                        "/ready",
                        () -> new HealthServer.Answer(ready.get(), ready.get() ? "RUNNING\n" : "waiting: bãi\n"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysThatItIsAlive() throws Exception {
        HttpResponse<String> answer = get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("alive\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void saysWhyItIsNotReadyUntilItIs() throws Exception {
        assertThat(get("/ready").statusCode()).isEqualTo(503);
        assertThat(get("/ready").body()).isEqualTo("waiting: bãi\n");

        ready.set(true);

        assertThat(get("/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void knowsNoOtherPage() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/healthz").statusCode()).isEqualTo(404);
        assertThat(get("/health/more").statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatItsPortIsTaken() {
        assertThatThrownBy(() -> new HealthServer("127.0.0.1", server.port()))
                .isInstanceOf(AppConfig.BadConfigException.class)
                .hasMessageContaining("cannot listen on 127.0.0.1:" + server.port())
                .hasMessageContaining("give another border.http.port");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
