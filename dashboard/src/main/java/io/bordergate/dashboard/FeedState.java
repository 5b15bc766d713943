package io.bordergate.dashboard;

import java.time.Instant;

/**
 * How well the board hears the topics; published with the figures, so that nobody takes silence for calm. Times are of
 * this machine's clock. Immutable.
 *
 * @param connected false while the figures cannot change
 * @param since when connected last turned
 * @param trouble what is missing while not connected, else null
 * @param caughtUp true once the topics have been read to their end
 * @param skipped records that made no sense, in the reading that is on the board
 * @param lastRecordAt when the newest record came in; null before the first
 */
record FeedState(
        boolean connected, Instant since, Trouble trouble, boolean caughtUp, long skipped, Instant lastRecordAt) {

    /** What the feed waits for. */
    enum Trouble {
        /** The first answer. */
        STARTING,
        /** A broker that answers. */
        BROKER,
        /** The topics, which have not been made yet. */
        TOPICS,
        /** A schema registry that answers. */
        REGISTRY,
        /** Nothing any more: the reading thread has died of a fault of its own. */
        STOPPED
    }

    static FeedState starting(Instant now) {
        return new FeedState(false, now, Trouble.STARTING, false, 0, null);
    }

    FeedState connected(Instant now) {
        return connected ? this : new FeedState(true, now, null, caughtUp, skipped, lastRecordAt);
    }

    FeedState lost(Instant now, Trouble what) {
        return new FeedState(false, connected ? now : since, what, caughtUp, skipped, lastRecordAt);
    }

    FeedState heard(Instant recordAt, long skippedSoFar) {
        return new FeedState(connected, since, trouble, caughtUp, skippedSoFar, recordAt);
    }

    FeedState complete() {
        return caughtUp ? this : new FeedState(connected, since, trouble, true, skipped, lastRecordAt);
    }
}
