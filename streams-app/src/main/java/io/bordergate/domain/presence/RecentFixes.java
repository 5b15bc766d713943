package io.bordergate.domain.presence;

import io.bordergate.domain.site.ZoneSet;
import java.util.Arrays;

/**
 * The fixes of a truck within the lateness window, by their own times, each time once. Arrays instead of objects: this is
 * what the memory of the application is made of. Mutable, not thread-safe.
 */
final class RecentFixes {
    private long[] time = new long[8];
    private long[] recordTime = new long[8];
    private double[] latitude = new double[8];
    private double[] longitude = new double[8];
    /** Not state, only remembered: null until asked for. */
    private ZoneSet[] zones = new ZoneSet[8];

    private int head;
    private int size;

    /** The same fixes as they are stored, kept up as long as they come in order. */
    private final FixLog log = new FixLog();

    private boolean logIsStale;

    int size() {
        return size;
    }

    long time(int i) {
        return time[head + i];
    }

    long recordTime(int i) {
        return recordTime[head + i];
    }

    double latitude(int i) {
        return latitude[head + i];
    }

    double longitude(int i) {
        return longitude[head + i];
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
        return size == 0 || t > time[head + size - 1];
    }

    /** Index of the fix with this time, or -(insertion point) - 1. */
    int find(long t) {
        int at = Arrays.binarySearch(time, head, head + size, t);
        return at >= 0 ? at - head : at + head;
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
        int count = size - i;
        System.arraycopy(time, from, time, from + 1, count);
        System.arraycopy(recordTime, from, recordTime, from + 1, count);
        System.arraycopy(latitude, from, latitude, from + 1, count);
        System.arraycopy(longitude, from, longitude, from + 1, count);
        System.arraycopy(zones, from, zones, from + 1, count);
        put(from, fix, null);
        size++;
        logIsStale = true;
    }

    void replace(int i, Fix fix) {
        put(head + i, fix, null);
        logIsStale = true;
    }

    void setRecordTime(int i, long t) {
        if (recordTime[head + i] != t) {
            recordTime[head + i] = t;
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
            log.dropOldest(latitude[head], longitude[head]);
        }
        zones[head] = null;
        head++;
        size--;
    }

    private void put(int at, Fix fix, ZoneSet set) {
        time[at] = fix.time();
        recordTime[at] = fix.recordTime();
        latitude[at] = fix.latitude();
        longitude[at] = fix.longitude();
        zones[at] = set;
    }

    /** Room for one more at the end: moves to the front if that frees half, else grows. */
    private void makeRoom() {
        if (head + size < time.length) {
            return;
        }
        int capacity = head > size ? time.length : time.length * 2;
        time = moved(time, capacity);
        recordTime = moved(recordTime, capacity);
        latitude = moved(latitude, capacity);
        longitude = moved(longitude, capacity);
        zones = Arrays.copyOf(Arrays.copyOfRange(zones, head, head + size), capacity);
        head = 0;
    }

    private long[] moved(long[] old, int capacity) {
        long[] fresh = new long[capacity];
        System.arraycopy(old, head, fresh, 0, size);
        return fresh;
    }

    private double[] moved(double[] old, int capacity) {
        double[] fresh = new double[capacity];
        System.arraycopy(old, head, fresh, 0, size);
        return fresh;
    }
}
