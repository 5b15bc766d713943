package io.bordergate.domain.presence;

import io.bordergate.domain.site.ZoneSet;
import java.util.Arrays;

/**
 * The fixes of a truck within the lateness window, by their own times, each time once. All that belongs to a fix lies side
 * by side in one array: this is what the memory of the application is made of, and how fast it is depends on how many
 * places in memory a fix touches. Mutable, not thread-safe.
 */
final class RecentFixes {
    /** Longs a fix: its time, its recordTime, and the bits of its latitude and its longitude. */
    private static final int STRIDE = 4;

    private static final int FIRST_CAPACITY = 8;

    private long[] words = new long[FIRST_CAPACITY * STRIDE];
    /** Not state, only remembered: null until asked for. */
    private ZoneSet[] zones = new ZoneSet[FIRST_CAPACITY];

    private int head;
    private int size;

    /** The same fixes as they are stored, kept up as long as they come in order. */
    private final FixLog log = new FixLog();

    private boolean logIsStale;

    int size() {
        return size;
    }

    long time(int i) {
        return words[(head + i) * STRIDE];
    }

    long recordTime(int i) {
        return words[(head + i) * STRIDE + 1];
    }

    double latitude(int i) {
        return Double.longBitsToDouble(words[(head + i) * STRIDE + 2]);
    }

    double longitude(int i) {
        return Double.longBitsToDouble(words[(head + i) * STRIDE + 3]);
    }

    ZoneSet zones(int i) {
        return zones[head + i];
    }

    void setZones(int i, ZoneSet set) {
        zones[head + i] = set;
    }

    Fix get(int i) {
        return new Fix(time(i), recordTime(i), latitude(i), longitude(i));
    }

    boolean isNewest(long t) {
        return size == 0 || t > time(size - 1);
    }

    /** Index of the fix with this time, or -(insertion point) - 1. */
    int find(long t) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = time(middle);
            if (there == t) {
                return middle;
            }
            if (there < t) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    boolean hold(Fix fix) {
        int at = find(fix.time());
        return at >= 0 && get(at).isWhere(fix);
    }

    /** How many are of this time or later. */
    int countFrom(long t) {
        int first = find(t);
        return size - (first < 0 ? -first - 1 : first);
    }

    /** Whether the fix of that time and so many before it, none older than the horizon, are at exactly one place. */
    boolean haveStood(long t, int before, long horizon) {
        int at = size > 0 && time(size - 1) == t ? size - 1 : find(t);
        if (at < before || time(at - before) < horizon) {
            return false;
        }
        for (int i = at - 1; i >= at - before; i--) {
            if (latitude(i) != latitude(at) || longitude(i) != longitude(at)) {
                return false;
            }
        }
        return true;
    }

    void append(Fix fix, ZoneSet set) {
        makeRoom();
        put(head + size, fix, set);
        size++;
        if (!logIsStale) {
            log.append(fix);
        }
    }

    void insert(int i, Fix fix) {
        makeRoom();
        int from = head + i;
        System.arraycopy(words, from * STRIDE, words, (from + 1) * STRIDE, (size - i) * STRIDE);
        System.arraycopy(zones, from, zones, from + 1, size - i);
        put(from, fix, null);
        size++;
        logIsStale = true;
    }

    void replace(int i, Fix fix) {
        put(head + i, fix, null);
        logIsStale = true;
    }

    void setRecordTime(int i, long t) {
        if (recordTime(i) != t) {
            words[(head + i) * STRIDE + 1] = t;
            logIsStale = true;
        }
    }

    void writeTo(CompactBuffer out) {
        if (logIsStale) {
            log.clear();
            for (int i = 0; i < size; i++) {
                log.append(get(i));
            }
            logIsStale = false;
        }
        log.writeTo(out, size);
    }

    void dropOldest() {
        if (!logIsStale) {
            log.dropOldest(latitude(0), longitude(0));
        }
        zones[head] = null;
        head++;
        size--;
    }

    private void put(int at, Fix fix, ZoneSet set) {
        int word = at * STRIDE;
        words[word] = fix.time();
        words[word + 1] = fix.recordTime();
        words[word + 2] = Double.doubleToRawLongBits(fix.latitude());
        words[word + 3] = Double.doubleToRawLongBits(fix.longitude());
        zones[at] = set;
    }

    /** Room for one more at the end: moves to the front if that frees half, else grows. */
    private void makeRoom() {
        if (head + size < zones.length) {
            return;
        }
        int capacity = head > size ? zones.length : zones.length * 2;
        long[] fresh = new long[capacity * STRIDE];
        System.arraycopy(words, head * STRIDE, fresh, 0, size * STRIDE);
        words = fresh;
        zones = Arrays.copyOf(Arrays.copyOfRange(zones, head, head + size), capacity);
        head = 0;
    }
}
