package io.bordergate.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * The board as events: whole, or as what has changed. Each is written once, however many clients get it. The latest changes are kept for clients that come back. Not thread-safe.
 */
final class BoardChanges {
    private static final int MOST_KEPT_BYTES = 1 << 20;
    private static final int MARK_BYTES = 6;

    /** Versions begin again with each process; by this, none is taken for that of another. */
    private final String process = mark();

    private final Deque<Change> kept = new ArrayDeque<>();
    private int keptBytes;
    private long version;
    private JsonNode board;
    private ByteBuffer whole;

    BoardChanges(BoardSnapshot first) {
        version = first.version();
        board = BoardJson.MAPPER.valueToTree(first.gateList());
        whole = event("board", board);
    }

    /** What leads from one version to the next that was sent. */
    private record Change(long from, ByteBuffer event) {}

    long version() {
        return version;
    }

    /** The event that leads from the board before to this newer one: what differs, or all if that is shorter. */
    ByteBuffer advance(BoardSnapshot next) {
        JsonNode before = board;
        long from = version;
        board = BoardJson.MAPPER.valueToTree(next.gateList());
        version = next.version();
        whole = event("board", board);
        ByteBuffer patch = event("patch", BoardPatch.between(before, board));
        ByteBuffer shorter = patch.remaining() < whole.remaining() ? patch : whole;
        keep(new Change(from, shorter));
        return shorter;
    }

    /** What brings a client to the newest version: all that it has missed, if that is known and not more than the board itself. */
    List<ByteBuffer> since(String lastEventId) {
        if (id().equals(lastEventId)) {
            return List.of();
        }
        List<ByteBuffer> missed = kept.stream()
                .dropWhile(change -> !id(change.from).equals(lastEventId))
                .map(Change::event)
                .toList();
        int bytes = missed.stream().mapToInt(ByteBuffer::remaining).sum();
        return missed.isEmpty() || bytes > whole.remaining() ? List.of(whole) : missed;
    }

    private void keep(Change change) {
        kept.add(change);
        keptBytes += change.event.remaining();
        while (keptBytes > MOST_KEPT_BYTES) {
            keptBytes -= kept.remove().event.remaining();
        }
    }

    private ByteBuffer event(String name, JsonNode data) {
        return EventStream.event("id: " + id() + "\nevent: " + name, data);
    }

    private String id() {
        return id(version);
    }

    private String id(long of) {
        return process + "-" + of;
    }

    private static String mark() {
        byte[] bytes = new byte[MARK_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
