package io.bordergate.dashboard;

import io.bordergate.dashboard.trip.TripLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the feed leaves the newest snapshot and every reader finds it. A reader that is slow skips snapshots, it never
 * holds up the feed or another reader. Thread-safe.
 */
final class LiveBoard implements AutoCloseable {
    private final String siteId;
    private BoardSnapshot current;
    private TripLog trips;
    private boolean closed;

    LiveBoard(String siteId, Instant now) {
        this.siteId = siteId;
        this.current = new BoardSnapshot(0, siteId, BoardView.EMPTY, FeedState.starting(now));
    }

    /** New figures and how they were heard; what changes nothing makes no new version. */
    synchronized void show(BoardView view, FeedState feed) {
        if (!view.equals(current.view()) || !feed.equals(current.feed())) {
            current = new BoardSnapshot(current.version() + 1, siteId, view, feed);
            notifyAll();
        }
    }

    /** The figures stand, how well they are heard has changed. */
    synchronized void show(FeedState feed) {
        show(current.view(), feed);
    }

    /** The trips of a reading that has read all of them. They change without a new version: no figure of the board does. */
    synchronized void show(TripLog complete) {
        trips = complete;
    }

    /** Empty until all trips have been read once. */
    synchronized Optional<TripLog> findTrips() {
        return Optional.ofNullable(trips);
    }

    synchronized BoardSnapshot current() {
        return current;
    }

    /** The current snapshot, at once if it is newer than the version, else after a change, the wait or the end. */
    synchronized BoardSnapshot awaitNewerThan(long version, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (!closed && current.version() <= version) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return current;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Lets every waiting reader go. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
