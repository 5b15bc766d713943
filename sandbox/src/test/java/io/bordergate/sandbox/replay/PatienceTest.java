package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.sandbox.GateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final List<String> told = new ArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void waitsUntilItIsEnoughAndTellsOnTheWay() {
        patience(false, Duration.ofMinutes(1)).await(looks::incrementAndGet, n -> n == 3, n -> n + " of 3");

        assertThat(told).containsExactly("1 of 3", "2 of 3");
    }

    @Test
    void givesUpWhenNothingMoves() {
        var impatient = patience(false, Duration.ZERO);

        assertThatThrownBy(() -> impatient.await(() -> 1, n -> n == 3, n -> n + " of 3"))
                .isInstanceOf(GateException.class)
                .hasMessage("1 of 3, and nothing moves for 0 s: see .gate/logs");
    }

    @Test
    void givesUpWhenTheStreamsHaveFailed() {
        var failed = patience(true, Duration.ofMinutes(1));

        assertThatThrownBy(() -> failed.await(looks::incrementAndGet, n -> n == 3, n -> n + " of 3"))
                .isInstanceOf(GateException.class)
                .hasMessageContaining("stopped after a failure");
        assertThat(looks).hasValue(1);
    }

    private Patience patience(boolean failed, Duration limit) {
        return new Patience(() -> failed, told::add, limit);
    }
}
