package io.bordergate.domain.gate;

import java.time.Duration;
import java.time.Instant;

/** Counts what happened in three windows that end now. Not thread-safe. */
final class RecentCount {
    private final Window quarterHour;
    private final Window hour;
    private final Window day;
    private int inQuarterHour;
    private int inHour;
    private int inDay;

    RecentCount(Instant now) {
        this.quarterHour = Window.before(now, Duration.ofMinutes(15));
        this.hour = Window.before(now, Duration.ofHours(1));
        this.day = Window.before(now, Duration.ofDays(1));
    }

    void count(Instant event) {
        inQuarterHour += quarterHour.contains(event) ? 1 : 0;
        inHour += hour.contains(event) ? 1 : 0;
        inDay += day.contains(event) ? 1 : 0;
    }

    Recent recent() {
        return new Recent(inQuarterHour, inHour, inDay);
    }
}
