package io.bordergate.runtime;

import io.bordergate.serde.SerdeFailures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to do when a stream thread has failed: replace it while the cause may pass (a registry or broker that is away), up
 * to a number of times; stop the application when it will not pass by itself. Never goes on as if nothing had happened.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);
    private static final int MOST_REPLACEMENTS = 30;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private static final List<Class<? extends ApiException>> LOST_TRANSACTION = List.of(
            InvalidTxnStateException.class,
            InvalidProducerEpochException.class,
            InvalidPidMappingException.class,
            OutOfOrderSequenceException.class,
            ProducerFencedException.class,
            TransactionAbortedException.class,
            TransactionAbortableException.class);

    private final Clock clock;
    private final Deque<Instant> replacements = new ArrayDeque<>();

    FailurePolicy(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Throwable cause = rootOf(failure);
        if (mayPass(failure) && replacementsLately() < MOST_REPLACEMENTS) {
            replacements.addLast(clock.instant());
            LOG.warn("stream thread failed and is replaced: {}", oneLine(cause));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("stream thread failed and the application stops: {}", oneLine(cause), failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean mayPass(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof AuthorizationException) {
                return false;
            }
            if (t instanceof RetriableException || isLostTransaction(t) || SerdeFailures.isTransient(t)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The broker has given up the transaction, as when one of them died and it took too long: nothing of it was committed, and
     * a new thread begins with what was.
     */
    private static boolean isLostTransaction(Throwable t) {
        return LOST_TRANSACTION.stream().anyMatch(type -> type.isInstance(t));
    }

    private int replacementsLately() {
        Instant since = clock.instant().minus(WITHIN);
        while (!replacements.isEmpty() && replacements.peekFirst().isBefore(since)) {
            replacements.removeFirst();
        }
        return replacements.size();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String oneLine(Throwable cause) {
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
