package io.bordergate.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Keeps schemas and gives them out by number, over HTTP as a registry does; nothing else is asked of it. */
final class SmallRegistry implements AutoCloseable {
    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();

    SmallRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] answer = BoardJson.MAPPER.writeValueAsBytes(answer(exchange));
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private ObjectNode answer(HttpExchange exchange) throws IOException {
        ObjectNode answer = BoardJson.MAPPER.createObjectNode();
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        if (path[1].equals("schemas")) {
            return answer.put("schema", schemas.get(Integer.parseInt(path[3]) - 1));
        }
        JsonNode sent = BoardJson.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
        String schema = sent.path("schema").asText();
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return answer.put("id", schemas.indexOf(schema) + 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
