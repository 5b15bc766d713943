package io.bordergate.sandbox.faults;

import io.bordergate.runtime.StreamsApp;
import io.bordergate.sandbox.ChildJvm;
import io.bordergate.sandbox.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One instance of the product's streams application as an operator runs it: a process with its environment, its volume, and
 * its health over HTTP. Not thread-safe.
 */
final class AppProcess {
    static final Duration READY_WITHIN = Tier.limit(120);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Path folder;
    private final Map<String, String> environment;
    private final int port = Ports.free();
    private ChildJvm process;

    /**
     * @param folder its volume and its logs are below it
     * @param environment without the state folder and the port
     */
    AppProcess(String name, Path folder, Map<String, String> environment) {
        this.name = name;
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        this.environment.put("BORDER_STATE_DIR", volume().toAbsolutePath().toString());
        this.environment.put("BORDER_HTTP_PORT", Integer.toString(port));
    }

    String name() {
        return name;
    }

    Path volume() {
        return folder.resolve("state-" + name);
    }

    /** Starts it on its volume, as it was left; it works when {@link #awaitReady} returns. */
    void start() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        process = ChildJvm.start(
                List.of("-Xmx384m", "-Dgate.logs=" + logs.toAbsolutePath(), "-Dgate.command=" + name),
                environment,
                logs.resolve(name + ".out"),
                StreamsApp.class);
    }

    void awaitReady() {
        Waiting.until(name + " to be ready", READY_WITHIN, () -> {
            if (!process.isAlive()) {
                throw new AssertionError(name + " has ended: see " + folder.resolve("logs"));
            }
            return status("/ready") == 200;
        });
    }

    /** As kill -9. */
    void kill() throws InterruptedException {
        process.kill();
    }

    /** As kill -TERM, and the time it is given by an orchestrator. */
    void stop() throws IOException, InterruptedException {
        process.end(30);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    boolean isHealthy() {
        return isAlive() && status("/health") == 200;
    }

    void pause() throws IOException, InterruptedException {
        process.signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        process.signal("CONT");
    }

    /** All that it has logged. */
    String log() throws IOException {
        Path log = folder.resolve("logs").resolve(name + ".log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private int status(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<Void> answer = HTTP.send(request, BodyHandlers.discarding());
            return answer.statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while asking " + name, e);
        }
    }
}
