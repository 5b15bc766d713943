package io.bordergate.serde;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Asks once, however many threads want the same answer at the same time; they share it, or its failure. Remembers
 * nothing afterwards. Thread-safe.
 */
final class SingleFlight<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

    V get(K key, Function<K, V> ask) {
        var mine = new CompletableFuture<V>();
        var others = underWay.putIfAbsent(key, mine);
        if (others != null) {
            return join(others);
        }
        try {
            mine.complete(ask.apply(key));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            underWay.remove(key);
        }
        return join(mine);
    }

    private static <V> V join(CompletableFuture<V> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
