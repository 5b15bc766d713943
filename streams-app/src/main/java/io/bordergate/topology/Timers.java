package io.bordergate.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ObjLongConsumer;

/**
 * When which truck has to be looked at again, if nothing comes before. In memory only: rebuilt from the store when a task
 * starts. A deadline that moves back costs nothing until it is due. Not thread-safe.
 */
final class Timers {
    private record Timer(long at, String key) {}

    private final PriorityQueue<Timer> queue =
            new PriorityQueue<>(java.util.Comparator.comparingLong(Timer::at).thenComparing(Timer::key));
    private final Map<String, Long> armed = new HashMap<>();

    /** Looks at {@code key} at that time or, if it is armed for an earlier one, then. */
    void arm(String key, long at) {
        Long earlier = armed.get(key);
        if (at != Long.MAX_VALUE && (earlier == null || at < earlier)) {
            armed.put(key, at);
            queue.add(new Timer(at, key));
        }
    }

    boolean isDue(long clock) {
        return next() <= clock;
    }

    /** When the next is due; {@link Long#MAX_VALUE} if none is. */
    long next() {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().at();
    }

    /** Hands out the keys whose time has come, in order of time; each may be armed again meanwhile. */
    void fire(long clock, ObjLongConsumer<String> action) {
        while (isDue(clock)) {
            fireNext(action);
        }
    }

    /** The key that is due next, and when it was due; nothing if it was armed for another time since. */
    void fireNext(ObjLongConsumer<String> action) {
        Timer timer = queue.remove();
        Long at = armed.get(timer.key());
        if (at != null && at == timer.at()) {
            armed.remove(timer.key());
            action.accept(timer.key(), timer.at());
        }
    }
}
