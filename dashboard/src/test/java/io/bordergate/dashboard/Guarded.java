package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Gates.happening;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.AccessConfig.Mode;
import io.bordergate.dashboard.gate.GateRecords;
import io.bordergate.event.AlertEventKind;
import io.bordergate.event.CongestionLevel;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Dashboards where somebody has to sign in, with a token for each role. */
final class Guarded {
    static final String VIEWER = "token-of-a-viewer-1234567890";
    static final String OPERATOR = "token-of-an-operator-1234567890";
    static final String ADMIN = "token-of-an-admin-1234567890";
    static final String WRONG = "token-of-nobody-1234567890";
    static final String ALERT = "north||2026-05-03T05:00:00Z";

    private Guarded() {}

    static String line(String role, String name, String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return role + " " + name + " " + HexFormat.of().formatHex(digest) + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path tokens(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("tokens"),
                line("viewer", "Wall", VIEWER) + line("operator", "Ca 2", OPERATOR) + line("admin", "Chief", ADMIN));
    }

    static AccessConfig access(Path folder) throws IOException {
        return new AccessConfig(Mode.TOKENS, tokens(folder), null, null, false, AccessConfig.USUAL_RATE);
    }

    static DashboardConfig config(AccessConfig access) {
        return new DashboardConfig(
                "127.0.0.1:9092", "http://user:password@127.0.0.1:8081", "test", "127.0.0.1", 0, access);
    }

    /** A board over a file of tokens, with an open alert at the north. */
    static ServedBoard serve(Path folder) throws IOException {
        return serve(access(folder));
    }

    static ServedBoard serve(AccessConfig access) {
        var served = new ServedBoard(config(access));
        served.board.put(Boards.site());
        served.board.put(Boards.figure("a", 60, 15, NOON));
        served.board.put(GateRecords.load(Gates.load("north", 83, CongestionLevel.CONGESTED, NOON)));
        served.board.put(GateRecords.alert(
                Gates.alert("north", null, happening(AlertEventKind.OPENED, CongestionLevel.CONGESTED, 0))));
        served.board.put(GateRecords.advice(Gates.advice("north", NOON)));
        served.board.put(GateRecords.day(Gates.day("north", "2026-05-02", 1, 30)));
        served.show();
        return served;
    }

    static HttpRequest.Builder with(String token, HttpRequest.Builder request) {
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> get(ServedBoard served, String path, String token) throws Exception {
        return served.send(with(token, served.request(path)).build());
    }

    static HttpResponse<String> signIn(ServedBoard served, String token) throws Exception {
        return served.send(post(served, "/api/v1/session", "{\"token\": " + BoardJson.line(token) + "}")
                .build());
    }

    static HttpRequest.Builder post(ServedBoard served, String path, String body) {
        return served.request(path.replace("|", "%7C"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return BoardJson.MAPPER.readTree(answer.body());
    }
}
