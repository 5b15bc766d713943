package io.bordergate.domain.presence;

/**
 * The recent fixes as they are stored: each as its difference from the one before, coordinates as steps of 1e-7 degrees
 * where that is exact (as most devices report) and as full doubles where it is not. Kept up fix by fix, so that writing a
 * track copies bytes and computes nothing. Mutable, not thread-safe.
 */
final class FixLog {
    private static final double STEPS_PER_DEGREE = 1e7;
    /** In the place of a difference, which is even: a double follows. */
    private static final long DOUBLE_FOLLOWS = 1;

    private final CompactBuffer bytes = new CompactBuffer(64);
    private final Cursor beforeFirst = new Cursor();
    private final Cursor last = new Cursor();

    /** What differences are taken from. */
    private static final class Cursor {
        private long time;
        private long latitude;
        private long longitude;

        private void set(Cursor other) {
            time = other.time;
            latitude = other.latitude;
            longitude = other.longitude;
        }
    }

    void clear() {
        bytes.clear();
        beforeFirst.set(new Cursor());
        last.set(beforeFirst);
    }

    void append(Fix fix) {
        bytes.putLong(fix.time() - last.time);
        bytes.putLong(fix.recordTime() - fix.time());
        last.time = fix.time();
        last.latitude = putDegrees(fix.latitude(), last.latitude);
        last.longitude = putDegrees(fix.longitude(), last.longitude);
    }

    /** Takes the oldest off; the caller knows where it was. */
    void dropOldest(double latitude, double longitude) {
        beforeFirst.time += bytes.takeLong();
        bytes.takeLong();
        beforeFirst.latitude = dropDegrees(latitude, beforeFirst.latitude);
        beforeFirst.longitude = dropDegrees(longitude, beforeFirst.longitude);
    }

    void writeTo(CompactBuffer out, int size) {
        out.putLong(size);
        out.putLong(beforeFirst.time);
        out.putLong(beforeFirst.latitude);
        out.putLong(beforeFirst.longitude);
        out.putAll(bytes);
    }

    static void readInto(RecentFixes fixes, CompactBuffer.Reader in) {
        long size = in.readLong();
        var at = new Cursor();
        at.time = in.readLong();
        at.latitude = in.readLong();
        at.longitude = in.readLong();
        for (long n = 0; n < size; n++) {
            at.time += in.readLong();
            long recordTime = at.time + in.readLong();
            long north = in.readLong();
            at.latitude += north == DOUBLE_FOLLOWS ? 0 : north / 2;
            double latitude = north == DOUBLE_FOLLOWS ? in.readDouble() : at.latitude / STEPS_PER_DEGREE;
            long east = in.readLong();
            at.longitude += east == DOUBLE_FOLLOWS ? 0 : east / 2;
            double longitude = east == DOUBLE_FOLLOWS ? in.readDouble() : at.longitude / STEPS_PER_DEGREE;
            fixes.append(new Fix(at.time, recordTime, latitude, longitude), null);
        }
    }

    private long putDegrees(double degrees, long lastSteps) {
        long steps = Math.round(degrees * STEPS_PER_DEGREE);
        if (isExact(steps, degrees)) {
            bytes.putLong((steps - lastSteps) * 2);
            return steps;
        }
        bytes.putLong(DOUBLE_FOLLOWS);
        bytes.putDouble(degrees);
        return lastSteps;
    }

    private long dropDegrees(double degrees, long lastSteps) {
        long difference = bytes.takeLong();
        if (difference == DOUBLE_FOLLOWS) {
            bytes.takeDouble();
            return lastSteps;
        }
        return Math.round(degrees * STEPS_PER_DEGREE);
    }

    /** Negative zero is not what its steps say. */
    private static boolean isExact(long steps, double degrees) {
        return steps / STEPS_PER_DEGREE == degrees && (steps != 0 || 1 / degrees > 0);
    }
}
