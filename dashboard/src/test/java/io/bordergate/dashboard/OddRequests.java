package io.bordergate.dashboard;

import io.bordergate.dashboard.DescribedApi.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;

/** Requests of described operations, near enough to right ones to get past the first check, and wrong somewhere. Not thread-safe. */
final class OddRequests {
    /** Never to be repeated by any answer. */
    static final String SECRET = "s3cr3t-q7x";

    private static final Map<String, List<String>> RIGHT = Map.ofEntries(
            Map.entry("gate", List.of("north", "south")),
            Map.entry("open", List.of("true", "false")),
            Map.entry("from", List.of("2026-05-03T00:00:00Z", "2026-05-01")),
            Map.entry("to", List.of("2026-05-04T00:00:00+07:00", "2026-05-04")),
            Map.entry("limit", List.of("1", "500")),
            Map.entry("offset", List.of("0", "1000000")),
            Map.entry("q", List.of("12C12345", "2026050300533")),
            Map.entry("bbox", List.of("106,21,107,22")),
            Map.entry("yardId", List.of("a", "d")),
            Map.entry("alert", List.of(Guarded.ALERT)),
            Map.entry("id", List.of("VN:12C12345|north|2026-05-03T05:00:00Z")));
    private static final List<String> METHODS = List.of(
            "GET", "POST", "DELETE", "HEAD", "OPTIONS", "PUT", "PATCH", "TRACE", "CONNECT", "PROPFIND", "get", "X");
    private static final String RIGHT_BODY = "{\"note\": \"ok\"}";
    private static final List<String> BODIES = List.of(
            "{\"by\": \"Ca 2\"}",
            "{\"token\": \"" + SECRET + "\"}",
            "{\"token\": \"" + Guarded.VIEWER + "\"}",
            "{\"token\": 12, \"by\": [], \"note\": {}}",
            "",
            "{",
            "null",
            "[]",
            "\"" + SECRET + "\"",
            "{\"by\": \"\\u0000\\ud800" + SECRET + "\"}",
            "{\"by\": 1e999999999}",
            "[".repeat(8_000),
            "{\"a\":".repeat(2_500) + "1" + "}".repeat(2_500),
            "{\"note\": \"" + "x".repeat(14_000) + "\"}",
            "{\"note\": \"" + "x".repeat(17_000) + "\"}",
            "\ufeff{}",
            "by=" + SECRET);
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/json;charset=" + SECRET,
            "text/plain",
            "multipart/form-data; boundary=" + SECRET,
            "application/x-www-form-urlencoded",
            ";;;",
            "");
    private static final List<String> TOKENS = List.of(
            "Bearer " + Guarded.VIEWER,
            "Bearer " + Guarded.OPERATOR,
            "Bearer " + Guarded.ADMIN,
            "Bearer " + Guarded.ADMIN,
            "Bearer " + SECRET,
            "Bearer",
            "Basic " + SECRET);

    private final OddText odd;
    private final List<Operation> operations;

    OddRequests(long seed, List<Operation> operations) {
        this.odd = new OddText(new Random(seed));
        this.operations = List.copyOf(operations);
    }

    /**
     * What is sent. Immutable.
     *
     * @param operation that it is of; another may get it if it strays
     * @param strays its path may be that of another operation, or of none
     */
    record OddRequest(String method, Operation operation, boolean strays, String text) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    OddRequest next() {
        Operation operation = odd.one(operations);
        String method = odd.chance(0.1) ? odd.one(METHODS) : operation.method();
        String path = path(operation.path());
        var text = new StringBuilder(method + " " + path + query(operation) + " HTTP/1.1\r\n");
        headers(operation).forEach(line -> text.append(line).append("\r\n"));
        body(method, text);
        boolean strays = !path.matches("/[\\w/.]+") || path.contains("//") || path.contains("..") || path.endsWith("/");
        return new OddRequest(method, operation, strays && !path.equals(operation.path()), text.toString());
    }

    private String path(String template) {
        String named = template.contains("/alerts/{") ? "alert" : template.contains("{yardId}") ? "yardId" : "id";
        return template.replaceAll("\\{\\w+}", Matcher.quoteReplacement(odd.inAddress(value(named))));
    }

    private String value(String name) {
        return odd.chance(0.5) ? odd.one(RIGHT.get(name)) : odd.text();
    }

    private String query(Operation operation) {
        List<String> pairs = new ArrayList<>();
        for (String name : operation.parameters()) {
            for (int i = odd.chance(0.05) ? 2 : odd.upTo(1); i > 0; i--) {
                pairs.add(name + "=" + odd.inAddress(value(name)));
            }
        }
        if (odd.chance(0.1)) {
            pairs.add(odd.inAddress(odd.text()) + "=" + odd.inAddress(odd.text()));
        }
        return pairs.isEmpty() ? "" : "?" + String.join(odd.chance(0.03) ? "&&" : "&", pairs);
    }

    private List<String> headers(Operation operation) {
        List<String> lines = new ArrayList<>(List.of("Connection: close"));
        lines.add("Host: " + (odd.chance(0.03) ? odd.inHeader() : "localhost"));
        lines.add("Accept: " + (operation.path().endsWith("/stream") && odd.chance(0.7) ? "text/event-stream" : "*/*"));
        // By its address who guesses tokens is slowed down, and this would be all that was seen.
        lines.add("X-Forwarded-For: 10." + odd.upTo(255) + "." + odd.upTo(255) + "." + odd.upTo(255));
        if (odd.chance(0.9)) {
            lines.add("Authorization: " + odd.one(TOKENS));
        }
        for (String name : List.of(
                "If-None-Match",
                "Last-Event-ID",
                "Cookie",
                "Origin",
                "Range",
                "Accept-Encoding",
                "X-Forwarded-Proto",
                "X-Forwarded-For",
                "Expect")) {
            if (odd.chance(0.05)) {
                lines.add(name + ": " + (odd.chance(0.3) ? SECRET : odd.inHeader()));
            }
        }
        if (odd.chance(0.05)) {
            lines.add("If-None-Match: *");
        }
        if (odd.chance(0.02)) {
            for (int i = odd.upTo(800); i > 0; i--) {
                lines.add("X-" + i + ": " + "y".repeat(odd.upTo(60)));
            }
        }
        return lines;
    }

    private void body(String method, StringBuilder text) {
        if (!method.equals("POST") && !odd.chance(0.05)) {
            text.append("\r\n");
            return;
        }
        String body = odd.chance(0.1) ? odd.text() : odd.chance(0.5) ? RIGHT_BODY : odd.one(BODIES);
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        text.append("Content-Type: ")
                .append(odd.chance(0.7) ? TYPES.get(0) : odd.one(TYPES))
                .append("\r\n");
        text.append("Content-Length: ").append(length).append("\r\n\r\n").append(body);
    }
}
