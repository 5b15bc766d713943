package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** When tokens of a meter come, and how many are kept. */
class MeterTest {

    private static final long MINUTE = 60_000;
    private final Meter meter = new Meter();

    @Test
    void withoutAMeterAllMayGo() {
        meter.take();

        assertThat(meter.letsGo()).isTrue();
        assertThat(meter.nextAt()).isEmpty();
    }

    @Test
    void aTokenComesEverySoOften() {
        assertThat(meter.set(OptionalDouble.of(7), 0)).isTrue();
        for (int token = 1; token <= 70; token++) {
            assertThat(meter.nextAt()).hasValue(Math.round(token * 3_600_000 / 7.0));
            meter.grow();
            assertThat(meter.letsGo()).isTrue();
            meter.take();
            assertThat(meter.letsGo()).isFalse();
        }
    }

    @Test
    void threeAreKept() {
        meter.set(OptionalDouble.of(60), 0);
        for (int token = 0; token < 9; token++) {
            meter.grow();
            meter.dropSurplus();
        }

        assertThat(meter.kept()).isEqualTo(3);
    }

    @Test
    void theSameNumberAgainChangesNothingAndAnotherOneKeepsWhatHasGrown() {
        meter.set(OptionalDouble.of(6), 0);

        assertThat(meter.set(OptionalDouble.of(6), 4 * MINUTE)).isFalse();
        assertThat(meter.nextAt()).hasValue(10 * MINUTE);
        assertThat(meter.set(OptionalDouble.of(12), 5 * MINUTE)).isTrue();
        assertThat(meter.nextAt()).hasValue(5 * MINUTE + 5 * MINUTE / 2);
        assertThat(meter.set(OptionalDouble.of(0), 6 * MINUTE)).isTrue();
        assertThat(meter.nextAt()).isEqualTo(OptionalLong.empty());
        assertThat(meter.set(OptionalDouble.of(6), 60 * MINUTE)).isTrue();
        assertThat(meter.nextAt()).hasValue(63 * MINUTE);
    }

    @Test
    void liftingItForgetsTheTokens() {
        meter.set(OptionalDouble.of(6), 0);
        meter.grow();

        assertThat(meter.set(OptionalDouble.empty(), 15 * MINUTE)).isTrue();
        assertThat(meter.set(OptionalDouble.of(6), 20 * MINUTE)).isTrue();
        assertThat(meter.kept()).isZero();
        assertThat(meter.nextAt()).hasValue(30 * MINUTE);
    }
}
