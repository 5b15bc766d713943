package io.bordergate.domain.intake;

import io.bordergate.domain.presence.Fix;
import java.time.Duration;

/**
 * Receivers count weeks in ten bits: one that does not know that the count has overflowed is 1,024 weeks behind, or twice
 * that. The mended time is believed only if it is about when we received the fix.
 */
final class WeekRollover {
    private static final long ONE = Duration.ofDays(7L * 1_024).toMillis();
    private static final long LONGEST_ON_THE_WAY = Duration.ofDays(1).toMillis();

    private WeekRollover() {}

    /** Whether a time that is too old is so because the weeks have overflowed. */
    static boolean explains(Fix fix) {
        return isTimely(fix.time() + ONE, fix.recordTime()) || isTimely(fix.time() + 2 * ONE, fix.recordTime());
    }

    /** The fix with the time that it must have been taken at. */
    static Fix mended(Fix fix) {
        boolean once = isTimely(fix.time() + ONE, fix.recordTime());
        return fix.takenAt(fix.time() + (once ? ONE : 2 * ONE));
    }

    private static boolean isTimely(long time, long recordTime) {
        return time >= recordTime - LONGEST_ON_THE_WAY && time <= recordTime + PositionCheck.CLOCK_TOLERANCE;
    }
}
