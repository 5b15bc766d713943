package io.bordergate.oracle;

import java.time.Instant;
import java.util.Optional;

/**
 * One readable position of one truck, in WGS-84 once it has passed the checks. Times are whole milliseconds; {@code
 * capped} says that the line claimed to be received after now, {@code vague} that its accuracy is beyond the site's
 * limit, so that its place says nothing, {@code mended} that its time was put right. A speed that is not told is 0. {@code
 * remark} is what is said of its device. Immutable.
 */
record Fix(
        String truck,
        Instant eventTime,
        Instant recordTime,
        boolean capped,
        Point at,
        boolean vague,
        double speedKmh,
        boolean mended,
        Optional<String> remark) {

    Fix movedTo(Point place) {
        return new Fix(truck, eventTime, recordTime, capped, place, vague, speedKmh, mended, remark);
    }

    Fix mendedTo(Instant time) {
        return new Fix(truck, time, recordTime, capped, at, vague, speedKmh, true, remark);
    }

    Fix of(String known, Optional<String> said) {
        return new Fix(known, eventTime, recordTime, capped, at, vague, speedKmh, mended, said);
    }

    /** Of one with the same time: whether it says the same. A vague one has no place that could differ. */
    boolean repeats(Fix other) {
        return vague == other.vague && (vague || at.equals(other.at));
    }
}
