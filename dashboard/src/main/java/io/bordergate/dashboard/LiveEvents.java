package io.bordergate.dashboard;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Server-sent events: the whole board on connect and after each change, and a heartbeat in between, by which a page
 * tells calm from a dead connection. Each client has a thread of its own, so a slow one delays nobody. Thread-safe.
 */
final class LiveEvents implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    /** Nobody reads faster; what happens in between is folded into the next event. */
    private static final Duration LEAST_GAP = Duration.ofMillis(200);

    private static final int MOST_CLIENTS = 100;

    private final LiveBoard board;
    private final Semaphore places = new Semaphore(MOST_CLIENTS);
    /** Our own, for the server's would outlive it by a minute. */
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "live-events");
        thread.setDaemon(true);
        return thread;
    });

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

    boolean hasPlace() {
        return places.availablePermits() > 0;
    }

    /** Answers with a stream that lasts until the client goes or the board closes. */
    void open(Context context) throws IOException {
        HttpServletResponse response = context.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.flushBuffer();
        context.async(task -> task.executor = threads, () -> follow(new SseClient(context)));
    }

    private void follow(SseClient client) {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            send(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void send(SseClient client) throws InterruptedException {
        long sent = -1;
        while (!client.terminated()) {
            BoardSnapshot now = board.awaitNewerThan(sent, HEARTBEAT);
            if (board.isClosed()) {
                return;
            }
            if (now.version() > sent) {
                client.sendEvent("board", BoardJson.line(now), Long.toString(now.version()));
                sent = now.version();
            }
            // With every board too, so that a page knows at once how long the topics have been quiet.
            client.sendEvent("heartbeat", BoardJson.line(Heartbeat.of(now, Instant.now())));
            Thread.sleep(LEAST_GAP.toMillis());
        }
    }

    /** Call it once the board is closed; streams then end by themselves. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
