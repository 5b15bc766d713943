package io.bordergate.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * What an orchestrator and Prometheus ask: {@code /health} (alive: restart it if not), {@code /ready} (works: send traffic
 * if so), {@code /metrics}, {@code /topology}.
 */
final class HealthServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        var thread = new Thread(task, "health");
        thread.setDaemon(true);
        return thread;
    });

    /** An answer: true is 200, false is 503. */
    record Answer(boolean good, String text) {}

    HealthServer(String host, int port) throws IOException {
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 16);
        } catch (BindException e) {
            throw new AppConfig.BadConfigException(List.of("health and metrics cannot listen on " + host + ":" + port
                    + ", " + e.getMessage() + ": give another border.http.port"));
        }
        server.setExecutor(threads);
    }

    HealthServer serve(String path, Supplier<Answer> answer) {
        server.createContext(path, exchange -> {
            if (exchange.getRequestURI().getPath().equals(path)) {
                send(exchange, answer.get());
            } else {
                send(exchange, 404, "no such page: " + path + " is near\n");
            }
        });
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    void start() {
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        send(exchange, answer.good() ? 200 : 503, answer.text());
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
