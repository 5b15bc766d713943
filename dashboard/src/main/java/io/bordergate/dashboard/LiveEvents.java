package io.bordergate.dashboard;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events: the whole board on connect, then what changes, and a heartbeat in between, by which a page tells calm
 * from a dead connection. One thread makes each event once and hands it to all streams, none of which can hold it up. A client
 * that does not read is cut off; it comes back for what it has missed. Thread-safe.
 */
final class LiveEvents {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    /** Nobody reads faster; what happens in between is folded into the next event. */
    private static final Duration LEAST_GAP = Duration.ofMillis(100);
    /** A system lets a process have 1,024 files and connections, if nobody asks for more. */
    private static final int MOST_STREAMS = 800;

    private final LiveBoard board;
    /** With whether its client may still have it. */
    private final Map<EventStream, BooleanSupplier> streams = new HashMap<>();

    private BoardChanges changes;
    private long tooSlow;

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

    /**
     * How the streams do. Immutable.
     *
     * @param tooSlow how many were cut off so far because their clients did not read
     */
    record StreamCounts(int open, long tooSlow) {}

    synchronized StreamCounts counts() {
        return new StreamCounts(streams.size(), tooSlow);
    }

    /**
     * Answers with a stream, for which no thread waits. A client that comes back is sent what it has missed.
     *
     * @param allowed asked before anything is sent; once it says no, the stream ends
     * @param ended told once, when the stream is over, or at once if there is none
     */
    void follow(Context context, BooleanSupplier allowed, Runnable ended) {
        if (counts().open() >= MOST_STREAMS) {
            Problem.of(503, "Service Unavailable", "Too many open streams: close one, or read /api/v1/gates")
                    .answer(context);
            ended.run();
            return;
        }
        String lastEventId = context.header("Last-Event-ID");
        EventStream.answer(context, stream -> begin(stream, allowed, lastEventId), stream -> {
            forget(stream);
            ended.run();
        });
    }

    private synchronized void begin(EventStream stream, BooleanSupplier allowed, String lastEventId) {
        if (board.isClosed()) {
            stream.finish();
            return;
        }
        if (changes == null) {
            changes = new BoardChanges(board.current());
            var sender = new Thread(this::sendUntilTheEnd, "board-stream");
            sender.setDaemon(true);
            sender.start();
        }
        streams.put(stream, allowed);
        changes.since(lastEventId).forEach(stream::send);
        stream.send(heartbeat());
    }

    private void sendUntilTheEnd() {
        try {
            while (!board.isClosed()) {
                board.awaitNewerThan(sentVersion(), HEARTBEAT);
                sendNews();
                Thread.sleep(LEAST_GAP.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open().forEach(EventStream::finish);
        }
    }

    private synchronized long sentVersion() {
        return changes.version();
    }

    private synchronized void sendNews() {
        endThoseNotAllowed();
        BoardSnapshot now = board.current();
        List<ByteBuffer> events = new ArrayList<>();
        if (now.version() > changes.version()) {
            events.add(changes.advance(now));
        }
        // After every change too, so that a page knows at once how long the topics have been quiet.
        events.add(heartbeat());
        open().stream()
                .filter(stream -> !events.stream().allMatch(stream::send))
                .forEach(this::cutOff);
    }

    private void endThoseNotAllowed() {
        open().stream().filter(stream -> !streams.get(stream).getAsBoolean()).forEach(stream -> {
            streams.remove(stream);
            stream.finish();
        });
    }

    private void cutOff(EventStream stream) {
        tooSlow++;
        LOG.info("cut off a stream that is not read, the {}. so far; {} others go on", tooSlow, streams.size() - 1);
        stream.cut();
    }

    private ByteBuffer heartbeat() {
        return EventStream.event("event: heartbeat", Heartbeat.of(board.current(), Instant.now()));
    }

    private synchronized void forget(EventStream stream) {
        streams.remove(stream);
    }

    private synchronized List<EventStream> open() {
        return List.copyOf(streams.keySet());
    }
}
