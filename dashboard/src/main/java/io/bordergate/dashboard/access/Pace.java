package io.bordergate.dashboard.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often each client may do something: so many at once, and so many a second in the long run (a token bucket for
 * each). Of too many clients the one that was silent for longest is forgotten. Thread-safe.
 */
public final class Pace {
    static final int MOST_CLIENTS = 10_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double atOnce;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    public Pace(double perSecond, int atOnce) {
        this(perSecond, atOnce, System::nanoTime);
    }

    Pace(double perSecond, int atOnce, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
        this.nanos = nanos;
    }

    private record Bucket(double left, long at) {}

    /** Empty if it may; else for how long it should wait. */
    public synchronized Optional<Duration> take(String client) {
        double left = left(client);
        if (left < 1) {
            return Optional.of(untilNext(left));
        }
        buckets.put(client, new Bucket(left - 1, nanos.getAsLong()));
        return Optional.empty();
    }

    /** The same without taking anything. */
    public synchronized Optional<Duration> ask(String client) {
        double left = left(client);
        return left < 1 ? Optional.of(untilNext(left)) : Optional.empty();
    }

    private double left(String client) {
        Bucket bucket = buckets.get(client);
        return bucket == null
                ? atOnce
                : Math.min(atOnce, bucket.left + (nanos.getAsLong() - bucket.at) / NANOS * perSecond);
    }

    private Duration untilNext(double left) {
        return Duration.ofSeconds((long) Math.ceil((1 - left) / perSecond));
    }
}
