package io.bordergate.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

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
        return !queue.isEmpty() && queue.peek().at() <= clock;
    }

    /** Hands out the keys whose time has come, in order of time; each may be armed again meanwhile. */
    void fire(long clock, Consumer<String> action) {
        while (isDue(clock)) {
            Timer timer = queue.remove();
            Long at = armed.get(timer.key());
            if (at != null && at == timer.at()) {
                armed.remove(timer.key());
                action.accept(timer.key());
            }
        }
    }
}
