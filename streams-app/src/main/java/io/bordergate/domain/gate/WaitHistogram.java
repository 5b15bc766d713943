package io.bordergate.domain.gate;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Counts waits in whole seconds, with three significant digits. Not thread-safe. */
final class WaitHistogram {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram seconds = new Histogram(SIGNIFICANT_DIGITS);

    void add(Duration wait) {
        seconds.recordValue(wait.toSeconds());
    }

    /** By nearest rank; null if there was none. */
    Waits waits() {
        return seconds.getTotalCount() == 0 ? null : new Waits(percentile(50), percentile(95));
    }

    private Duration percentile(double percent) {
        return Duration.ofSeconds(seconds.getValueAtPercentile(percent));
    }
}
