package io.bordergate.dashboard;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events: the whole board on connect and after each change, and a heartbeat in between, by which a page
 * tells calm from a dead connection. A client holds the request's own thread, so a slow one delays nobody, and its end
 * is the plain end of a request: the server's asynchronous streams trip over clients that go away. Thread-safe.
 */
final class LiveEvents {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    /** Nobody reads faster; what happens in between is folded into the next event. */
    private static final Duration LEAST_GAP = Duration.ofMillis(200);
    /** Well below the 250 threads of the server, so that streams leave room for other requests. */
    private static final int MOST_CLIENTS = 100;

    private final LiveBoard board;
    private final Semaphore places = new Semaphore(MOST_CLIENTS);

    LiveEvents(LiveBoard board) {
        this.board = board;
    }

    /**
     * Sent while nothing changes. Immutable.
     *
     * @param quietSeconds since the newest record came in, by this machine's clock; null before the first
     */
    record Heartbeat(long version, Long quietSeconds) {
        static Heartbeat of(BoardSnapshot board, Instant now) {
            Instant last = board.feed().lastRecordAt();
            Long quiet =
                    last == null ? null : (Long) Duration.between(last, now).toSeconds();
            return new Heartbeat(board.version(), quiet);
        }
    }

    /** Answers with a stream, and returns when the client has gone, may no longer see it, or the board is closed. */
    void follow(Context context, BooleanSupplier allowed) throws InterruptedException {
        if (!places.tryAcquire()) {
            Problem.of(503, "Service Unavailable", "Too many open streams: close one, or read /api/v1/gates")
                    .answer(context);
            return;
        }
        try {
            send(context.res(), allowed);
        } catch (IOException e) {
            LOG.debug("a client went away: {}", e.getMessage());
        } finally {
            places.release();
        }
    }

    private void send(HttpServletResponse response, BooleanSupplier allowed) throws IOException, InterruptedException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        OutputStream out = response.getOutputStream();
        long sent = -1;
        while (true) {
            BoardSnapshot now = board.awaitNewerThan(sent, HEARTBEAT);
            if (board.isClosed() || !allowed.getAsBoolean()) {
                return;
            }
            if (now.version() > sent) {
                write(out, "id: " + now.version() + "\nevent: board", now.gateList());
                sent = now.version();
            }
            // After every board too, so that a page knows at once how long the topics have been quiet.
            write(out, "event: heartbeat", Heartbeat.of(now, Instant.now()));
            out.flush();
            Thread.sleep(LEAST_GAP.toMillis());
        }
    }

    private static void write(OutputStream out, String head, Object data) throws IOException {
        out.write((head + "\ndata: " + BoardJson.line(data) + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
}
