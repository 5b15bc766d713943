package io.bordergate.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server said to bytes that no well-behaved client would send. Immutable.
 *
 * @param headers by names in small letters, each value that came
 * @param body of a stream nothing
 */
record RawAnswer(int status, Map<String, List<String>> headers, String body) {
    private static final int PATIENCE_MILLISECONDS = 10_000;
    private static final String HEAD_END = "\r\n\r\n";

    RawAnswer {
        headers = Map.copyOf(headers);
    }

    /** The answer to a request that asks for the connection to be closed after it. */
    static RawAnswer to(int port, byte[] request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            String head = head(in);
            Map<String, List<String>> headers = headers(head);
            boolean endless =
                    headers.getOrDefault("content-type", List.of("")).get(0).startsWith("text/event-stream");
            String body = endless ? "" : new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            String whole = headers.containsKey("transfer-encoding") ? joined(body) : body;
            byte[] bytes = whole.getBytes(StandardCharsets.ISO_8859_1);
            return new RawAnswer(
                    Integer.parseInt(head.substring(9, 12)), headers, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(HEAD_END)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended after: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, List<String>> headers(String head) {
        Map<String, List<String>> headers = new TreeMap<>();
        head.lines().skip(1).filter(line -> !line.isEmpty()).forEach(line -> {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        });
        return headers;
    }

    /** The chunks of a body without their lengths. */
    private static String joined(String chunks) {
        var whole = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            int length = Integer.parseInt(chunks.substring(at, line), 16);
            if (length == 0) {
                return whole.toString();
            }
            whole.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }

    String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    /** All of it, as a browser would get it. */
    String text() {
        return status + " " + headers + " " + body;
    }
}
