package io.bordergate.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A registry over real HTTP that keeps schemas as Confluent's does, and answers badly when a test says so: scripted
 * answers come first, one per request. Thread-safe.
 */
final class ScriptedRegistry implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> versions = new HashMap<>();

    /** One request as it came in. */
    record Request(String method, String path, String authorization, String contentType, String body) {}

    private record Answer(int status, String body, boolean slow) {}

    ScriptedRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/apis/ccompat/v7";
    }

    /** The next unanswered request gets this. */
    ScriptedRegistry next(int status, String body) {
        script.add(new Answer(status, body, false));
        return this;
    }

    /** The next unanswered request gets a status at once, and the rest of its answer never. */
    ScriptedRegistry nextSlow() {
        script.add(new Answer(200, "", true));
        return this;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Puts a schema there as another producer would; its id. */
    synchronized int add(String subject, String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        int id = schemas.indexOf(schema) + 1;
        var ids = versions.computeIfAbsent(subject, key -> new ArrayList<>());
        if (!ids.contains(id)) {
            ids.add(id);
        }
        return id;
    }

    synchronized String schema(int id) {
        return schemas.get(id - 1);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = read(exchange);
            requests.add(request);
            var scripted = script.poll();
            var answer = scripted != null ? scripted : answer(request);
            var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(answer.status, answer.slow ? 1000 : bytes.length);
            if (answer.slow) {
                exchange.getResponseBody().flush();
                closing.await();
            }
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath().replace("/apis/ccompat/v7", ""),
                headers.getFirst("Authorization"),
                headers.getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private synchronized Answer answer(Request request) throws IOException {
        var part = request.path.split("/", -1);
        if (part[1].equals("schemas")) {
            int id = Integer.parseUnsignedInt(part[3]);
            return id > 0 && id <= schemas.size() ? ok(schemaBody(id)) : missing(40403, "Schema " + id + " not found");
        }
        if (part[1].equals("config")) {
            return new Answer(
                    200, request.method.equals("GET") ? "{\"compatibilityLevel\":\"NONE\"}" : request.body, false);
        }
        var subject = java.net.URLDecoder.decode(part[2], StandardCharsets.UTF_8);
        if (request.method.equals("POST")) {
            var schema = JSON.readTree(request.body).path("schema").asText();
            return part.length == 4
                    ? ok(JSON.createObjectNode().put("id", add(subject, schema)))
                    : find(subject, schema);
        }
        return version(subject, part[4]);
    }

    private Answer find(String subject, String schema) {
        int id = schemas.indexOf(schema) + 1;
        return versions.getOrDefault(subject, List.of()).contains(id)
                ? ok(schemaBody(id).put("id", id).put("subject", subject))
                : missing(40403, "Schema not found");
    }

    private Answer version(String subject, String version) {
        var ids = versions.get(subject);
        if (ids == null) {
            return missing(40401, "Subject '" + subject + "' not found.");
        }
        int number = version.equals("latest") ? ids.size() : Integer.parseInt(version);
        int id = ids.get(number - 1);
        return ok(schemaBody(id).put("id", id).put("version", number).put("subject", subject));
    }

    private ObjectNode schemaBody(int id) {
        return JSON.createObjectNode().put("schema", schemas.get(id - 1));
    }

    private static Answer ok(JsonNode body) {
        return new Answer(200, body.toString(), false);
    }

    private static Answer missing(int code, String message) {
        return new Answer(404, "{\"error_code\":" + code + ",\"message\":\"" + message + "\"}", false);
    }
}
