package io.bordergate.dashboard.access;

import java.util.HashMap;
import java.util.Map;

/** How many of something each client holds at a time, such as open streams; no more than a limit. Thread-safe. */
public final class Places {
    private final int most;
    private final Map<String, Integer> held = new HashMap<>();

    public Places(int most) {
        this.most = most;
    }

    /** False if the client holds as many as it may. */
    public synchronized boolean enter(String client) {
        if (held.getOrDefault(client, 0) >= most) {
            return false;
        }
        held.merge(client, 1, Integer::sum);
        return true;
    }

    /** Gives one back. */
    public synchronized void leave(String client) {
        held.computeIfPresent(client, (name, places) -> places > 1 ? (Integer) (places - 1) : null);
    }
}
