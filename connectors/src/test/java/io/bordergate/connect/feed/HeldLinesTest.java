package io.bordergate.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.connect.feed.HeldLines.Line;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A line of a device that is on no truck waits for a day; then nobody knows it, or it was known whose it is. */
class HeldLinesTest {
    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");
    private static final Instant NEXT_NOON = NOON.plus(Duration.ofDays(1));

    private final HeldLines<String> held = new HeldLines<>();

    @Test
    void isUnknownAfterADayAndNotAtItsEnd() {
        held.add(line(1, NOON, Instant.MAX));

        assertThat(held.takeUnknown(NEXT_NOON)).isNull();
        assertThat(held.size()).isEqualTo(1);
        assertThat(held.takeUnknown(NEXT_NOON.plusMillis(1)))
                .isNotNull()
                .extracting(Line::number)
                .isEqualTo(1L);
        assertThat(held.size()).isZero();
    }

    @Test
    void isGivenBackWhenItIsKnownWhoseItIs() {
        Instant known = NOON.plusSeconds(60);
        held.add(line(1, NOON, known));

        assertThat(held.nextBound(known.minusMillis(1))).isNull();
        assertThat(held.takeUnknown(Instant.MAX)).isNull();
        assertThat(held.nextBound(known)).isNotNull().isSameAs(held.takeBound());
        assertThat(held.size()).isZero();
    }

    @Test
    void takesABindingOfTheLastMomentAndNoneAfterIt() {
        held.add(line(1, NOON, NEXT_NOON.plusMillis(1)));
        held.add(line(2, NOON, NEXT_NOON));

        assertThat(held.nextBound(NEXT_NOON.plusSeconds(1)))
                .isNotNull()
                .extracting(Line::number)
                .isEqualTo(2L);
        assertThat(held.takeUnknown(NEXT_NOON.plusSeconds(1)))
                .isNotNull()
                .extracting(Line::number)
                .isEqualTo(1L);
    }

    @Test
    void givesThemBackInTheOrderInWhichTheyBecameKnownAndThenAsTheyCame() {
        held.add(line(1, NOON, NOON.plusSeconds(20)));
        held.add(line(2, NOON.plusSeconds(1), NOON.plusSeconds(10)));
        held.add(line(3, NOON.minusSeconds(1), NOON.plusSeconds(10)));

        assertThat(held.takeBound().number()).isEqualTo(2);
        assertThat(held.takeBound().number()).isEqualTo(3);
        assertThat(held.takeBound().number()).isEqualTo(1);
    }

    @Test
    void keepsNoMoreThanItHasRoomFor() {
        int room = 0;
        while (room < 1_000_000 && held.add(line(room, NOON, Instant.MAX))) {
            room++;
        }

        assertThat(room).isEqualTo(50_000);
        assertThat(held.takeUnknown(Instant.MAX)).isNotNull();
        assertThat(held.add(line(room, NOON, Instant.MAX))).isTrue();
    }

    private static Line<String> line(long number, Instant received, Instant boundAt) {
        return new Line<>(FeedRecord.of("A", "fix", received, received).boundAt(boundAt), new byte[0], number);
    }
}
