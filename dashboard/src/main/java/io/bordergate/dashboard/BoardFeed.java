package io.bordergate.dashboard;

import io.bordergate.dashboard.FeedState.Trouble;
import io.bordergate.dashboard.RecordIntake.RegistryAwayException;
import io.bordergate.dashboard.TopicReading.TopicMissingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the board fed, in a thread of its own. When a reading fails, the last figures stay and are shown as such, and the
 * topics are read anew until that works; the new figures take the place of the old ones only when they are complete.
 */
final class BoardFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoardFeed.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    private final DashboardConfig config;
    private final LiveBoard live;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "board-feed");
    private volatile TopicReading reading;
    private FeedState state;

    BoardFeed(DashboardConfig config, LiveBoard live, Clock clock) {
        this.config = config;
        this.live = live;
        this.clock = clock;
        this.state = live.current().feed();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                readUntilFault();
            } while (!closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (closing.getCount() > 0) {
                show(state.lost(now(), Trouble.STOPPED));
            }
        }
    }

    private void readUntilFault() {
        try (var fresh = new TopicReading(config)) {
            reading = fresh;
            if (closing.getCount() == 0) {
                return; // close() may have looked for a reading to wake before there was one.
            }
            fresh.begin();
            if (state.trouble() != Trouble.REGISTRY) {
                connected(); // Else that takes records that can be decoded, and the board would flicker with each try.
            }
            while (closing.getCount() > 0) {
                take(fresh);
            }
        } catch (WakeupException e) {
            LOG.debug("woken up to close");
        } catch (TopicMissingException e) {
            lost(Trouble.TOPICS, e);
        } catch (RegistryAwayException e) {
            lost(Trouble.REGISTRY, e);
        } catch (RuntimeException e) {
            lost(Trouble.BROKER, e);
        }
    }

    private void take(TopicReading fresh) {
        boolean wasComplete = fresh.isComplete();
        int records = fresh.step();
        if (records > 0) {
            state = state.heard(now(), fresh.skipped());
        }
        if (fresh.isComplete() && (records > 0 || !wasComplete)) {
            connected();
            state = state.complete();
            live.show(fresh.view(), state);
        }
        fresh.findTrips().ifPresent(live::show);
    }

    private void connected() {
        if (!state.connected()) {
            LOG.info("reading {} from {}", config.siteId(), config.bootstrapServers());
            show(state.connected(now()));
        }
    }

    private void lost(Trouble what, RuntimeException why) {
        if (state.trouble() != what) {
            LOG.warn("waiting for {}, trying again every {} s: {}", what, RETRY.toSeconds(), why.getMessage());
        }
        show(state.lost(now(), what));
    }

    private void show(FeedState next) {
        state = next;
        live.show(next);
    }

    private Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        closing.countDown();
        TopicReading current = reading;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(LONGEST_CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
