package io.bordergate.serde;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * Ids that the registry lately said it does not know, so that a flood of unreadable records does not become a flood of
 * requests. Bounded. Thread-safe.
 */
final class MissingIds {

    private static final int MOST = 10_000;

    private final long ttlNanos;
    private final LongSupplier nanoClock;
    private final ConcurrentMap<Integer, Long> since = new ConcurrentHashMap<>();

    MissingIds(Duration ttl, LongSupplier nanoClock) {
        this.ttlNanos = ttl.toNanos();
        this.nanoClock = nanoClock;
    }

    boolean contains(int id) {
        var seen = since.get(id);
        return seen != null && nanoClock.getAsLong() - seen < ttlNanos;
    }

    void add(int id) {
        if (since.size() >= MOST) {
            since.clear();
        }
        since.put(id, nanoClock.getAsLong());
    }
}
