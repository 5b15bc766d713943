package io.bordergate.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

/** What may pass is tried again, up to a limit; what will not pass stops the application. */
class FailurePolicyTest {
    private final MovableClock clock = new MovableClock();
    private final FailurePolicy policy = new FailurePolicy(clock);

    @Test
    void replacesTheThreadWhileABrokerOrTheRegistryIsAway() {
        assertThat(policy.handle(brokerAway())).isEqualTo(REPLACE_THREAD);
        assertThat(policy.handle(new StreamsException("lost", new IOException("connection refused"))))
                .isEqualTo(REPLACE_THREAD);
    }

    /** Seen when a broker was killed: the transaction timed out meanwhile, and the commit came too late. */
    @Test
    void replacesTheThreadWhoseTransactionTheBrokerHasGivenUp() {
        assertThat(policy.handle(new StreamsException("commit", new InvalidTxnStateException("aborted"))))
                .isEqualTo(REPLACE_THREAD);
    }

    @Test
    void stopsAtOnceWhenItHasNoRights() {
        assertThat(policy.handle(new StreamsException(new TopicAuthorizationException("border.truck.position"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.handle(new StreamsException(new SaslAuthenticationException("bad password"))))
                .isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void stopsAtOnceWhenTheCodeIsWrong() {
        assertThat(policy.handle(new StreamsException(new IllegalStateException("never"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.handle(new NullPointerException())).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.handle(new OutOfMemoryError("heap"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void stopsAfterThirtyReplacementsInTenMinutes() {
        for (int i = 0; i < 30; i++) {
            assertThat(policy.handle(brokerAway())).as("failure %d", i + 1).isEqualTo(REPLACE_THREAD);
            clock.forward(Duration.ofSeconds(20));
        }

        assertThat(policy.handle(brokerAway())).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void forgetsReplacementsOfLongAgo() {
        for (int i = 0; i < 200; i++) {
            clock.forward(Duration.ofSeconds(21));
            assertThat(policy.handle(brokerAway())).as("failure %d", i + 1).isEqualTo(REPLACE_THREAD);
        }
    }

    private static Throwable brokerAway() {
        return new StreamsException("lost", new TimeoutException("no broker"));
    }

    /** A clock that moves when it is told to. */
    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-05-03T10:00:00Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("this clock knows UTC only");
        }
    }
}
