package io.bordergate.connect.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The trucks that the lines of one device name. A device that is moved names one truck and then another; one that comes
 * back to the first within the hour is two devices with one id. Not thread-safe.
 */
final class NamedTrucks {
    private static final Duration SOON = Duration.ofHours(1);
    private static final int MOST_KEPT = 16;

    /** When a line that named the truck was taken: the last that was read. In the order in which they were read. */
    private final Map<String, Instant> namedAt = new LinkedHashMap<>();

    private String last;
    /** Null if it never did. */
    private Instant cameBackAt;

    /** Whether the device is two, as far as can be said at a line of it. */
    boolean isShared(String truck, Instant at) {
        Instant before = namedAt.remove(truck);
        if (before != null && !truck.equals(last) && Instants.within(SOON, before, at)) {
            cameBackAt = at;
        }
        namedAt.put(truck, at);
        last = truck;
        if (namedAt.size() > MOST_KEPT) {
            namedAt.remove(namedAt.keySet().iterator().next());
        }
        return cameBackAt != null && Instants.within(SOON, cameBackAt, at);
    }
}
