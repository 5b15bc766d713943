package io.bordergate.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final Pace pace = new Pace(0.5, 3, now::get);

    @Test
    void so_many_at_once_and_then_one_each_two_seconds() {
        for (int i = 0; i < 3; i++) {
            assertThat(pace.take("a")).isEmpty();
        }
        assertThat(pace.take("a")).contains(Duration.ofSeconds(2));
        now.addAndGet(SECOND);
        assertThat(pace.take("a")).contains(Duration.ofSeconds(1));
        now.addAndGet(SECOND);
        assertThat(pace.ask("a")).isEmpty();
        assertThat(pace.take("a")).isEmpty();
        assertThat(pace.ask("a")).contains(Duration.ofSeconds(2));
    }

    @Test
    void one_client_does_not_slow_another() {
        for (int i = 0; i < 10; i++) {
            pace.take("a");
        }
        assertThat(pace.take("b")).isEmpty();
    }

    @Test
    void a_long_silence_gives_no_more_than_so_many_at_once() {
        pace.take("a");
        now.addAndGet(1_000 * SECOND);
        for (int i = 0; i < 3; i++) {
            assertThat(pace.take("a")).isEmpty();
        }
        assertThat(pace.take("a")).isPresent();
    }

    @Test
    void of_too_many_clients_the_one_that_was_silent_for_longest_is_forgotten() {
        for (int i = 0; i < 3; i++) {
            pace.take("a");
            pace.take("b");
        }
        for (int i = 0; i < Pace.MOST_CLIENTS - 1; i++) {
            pace.ask("b");
            pace.take("other " + i);
        }
        assertThat(pace.ask("b")).isPresent();
        assertThat(pace.ask("a")).isEmpty();
    }

    @Test
    void places_are_limited_for_each_client_and_come_back() {
        var places = new Places(2);

        assertThat(places.enter("a")).isTrue();
        assertThat(places.enter("a")).isTrue();
        assertThat(places.enter("a")).isFalse();
        assertThat(places.enter("b")).isTrue();
        places.leave("a");
        assertThat(places.enter("a")).isTrue();
    }
}
