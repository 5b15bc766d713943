package io.bordergate.serde;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.errors.InterruptException;

/**
 * How long to wait before asking again: doubling up to a limit, a random half of it taken off so that many clients do
 * not come back at once. Immutable.
 *
 * @param retries how many times to ask again, 0 or more
 */
record Backoff(int retries, Duration first, Duration longest) {

    void pause(int round) {
        try {
            Thread.sleep(waitMillis(round));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    long waitMillis(int round) {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(round, 20));
        return full - ThreadLocalRandom.current().nextLong(full / 2 + 1);
    }
}
