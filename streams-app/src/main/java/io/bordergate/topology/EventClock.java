package io.bordergate.topology;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far time has come for a stage: the least of the clocks of the partitions upstream, so that no limit passes before
 * what happened until then has arrived. Kept in a store, so that a restart does not forget whom to wait for. Not
 * thread-safe.
 */
final class EventClock {
    /** No partition upstream has been heard. */
    static final long UNKNOWN = Long.MIN_VALUE;

    /** A partition upstream that has not been heard for so long in wall time is not waited for. */
    private static final long MISSED_AFTER_MILLIS = 60_000;

    private final KeyValueStore<String, Long> stored;
    private final int awaited;
    private final Map<String, Long> times = new HashMap<>();
    private final Map<String, Long> heardAt = new HashMap<>();
    private long now = UNKNOWN;

    /**
     * Of so many partitions upstream, for all of which it waits for ever, as is right where time is recorded or simulated;
     * 0: of those that are heard, while they are, as is right where time is the wall's.
     */
    EventClock(KeyValueStore<String, Long> stored, int awaited, long wall) {
        this.stored = stored;
        this.awaited = awaited;
        try (var all = stored.all()) {
            all.forEachRemaining(entry -> {
                times.put(entry.key, entry.value);
                heardAt.put(entry.key, wall);
            });
        }
        advance(wall);
    }

    /** A partition upstream has come so far. Says whether the clock has moved or someone new was heard. */
    boolean hear(String source, long time, long wall) {
        Long before = times.get(source);
        heardAt.put(source, wall);
        if (before != null && before >= time) {
            return advance(wall);
        }
        times.put(source, time);
        stored.put(source, time);
        return advance(wall) || before == null;
    }

    /** Never goes back. */
    private boolean advance(long wall) {
        if (times.size() < awaited) {
            return false;
        }
        long least = times.entrySet().stream()
                .filter(source -> awaited > 0 || wall - heardAt.get(source.getKey()) <= MISSED_AFTER_MILLIS)
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElse(UNKNOWN);
        if (least <= now) {
            return false;
        }
        now = least;
        return true;
    }

    long now() {
        return now;
    }

    /** How much the slowest partition upstream is behind the fastest, of those that are heard; milliseconds. */
    long spread() {
        return awaited > 0 || times.isEmpty() ? 0 : Collections.max(times.values()) - Math.max(now, 0);
    }

    int sources() {
        return times.size();
    }
}
