package io.bordergate.dashboard;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A client of the stream that reads when it is told to, and not before. Not thread-safe. */
final class StreamSocket implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;
    private final String head;

    private StreamSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.head = untilEmptyLine();
    }

    /** Asks for the stream, and reads the head of the answer. */
    static StreamSocket open(int port, String lastEventId) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(request(lastEventId).getBytes(StandardCharsets.US_ASCII));
        return new StreamSocket(socket);
    }

    /** An answer to HTTP/1.0 is not cut into chunks: what comes is the events and nothing else. */
    static String request(String lastEventId) {
        String last = lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
        return "GET /api/v1/stream HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + last + "\r\n";
    }

    String head() {
        return head;
    }

    /** The next event, as its lines. */
    String next() throws IOException {
        return untilEmptyLine();
    }

    /** The next event of one of these names. */
    String next(String... names) throws IOException {
        while (true) {
            String event = next();
            if (List.of(names).contains(SeenBoard.field(event, "event"))) {
                return event;
            }
        }
    }

    /** Reads on until the server ends the stream or cuts it. */
    long bytesToTheEnd() {
        long bytes = 0;
        try {
            while (lines.read() >= 0) {
                bytes++;
            }
        } catch (IOException e) {
            return bytes; // Cut off.
        }
        return bytes;
    }

    private String untilEmptyLine() throws IOException {
        var text = new StringBuilder();
        for (String line = lines.readLine(); line == null || !line.isEmpty(); line = lines.readLine()) {
            if (line == null) {
                throw new EOFException("the stream has ended");
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
