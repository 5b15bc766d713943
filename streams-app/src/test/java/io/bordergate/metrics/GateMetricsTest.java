package io.bordergate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateMetricsTest {
    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final GateMetrics metrics = new GateMetrics(registry);

    @Test
    void growsOlderWithTheClockUntilSomethingIsUsed() {
        metrics.inputNewest("border.declaration.milestone", 3, clock.wallTime() - 1_500);
        assertThat(age()).isEqualTo(1.5);

        clock.add(Duration.ofHours(1));
        assertThat(age()).isEqualTo(3_601.5);

        metrics.inputNewest("border.declaration.milestone", 3, clock.wallTime());
        assertThat(age()).isZero();
    }

    @Test
    void isNewIfItWasReceivedLaterThanNow() {
        metrics.inputNewest("border.declaration.milestone", 3, clock.wallTime() + 5_000);

        assertThat(age()).isZero();
    }

    @Test
    void isNotThereBeforeAnythingWasUsed() {
        assertThat(registry.getMeters()).extracting(Meter::getId).isEmpty();
    }

    private double age() {
        return registry.get("border.input.age")
                .tags("topic", "border.declaration.milestone", "partition", "3")
                .gauge()
                .value();
    }
}
