package io.bordergate.domain.yard;

import static io.bordergate.domain.yard.Presence.ABSENT;
import static io.bordergate.domain.yard.Presence.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sum of a yard changes by what a stay was and what it is. */
class TallyTest {
    private static final List<Presence> PRESENCES = List.of(Presence.values());

    @ParameterizedTest
    @CsvSource({
        "ABSENT, CONFIRMED, 6, 2",
        "ABSENT, UNCERTAIN, 5, 3",
        "CONFIRMED, UNCERTAIN, 4, 3",
        "UNCERTAIN, CONFIRMED, 6, 1",
        "CONFIRMED, ABSENT, 4, 2",
        "UNCERTAIN, ABSENT, 5, 1",
        "CONFIRMED, CONFIRMED, 5, 2",
        "ABSENT, ABSENT, 5, 2"
    })
    void takesTheOldOffAndAddsTheNew(Presence from, Presence to, int confirmed, int uncertain) {
        assertThat(new Tally(5, 2).change(from, to)).isEqualTo(new Tally(confirmed, uncertain));
    }

    @Test
    void isEmptyAgainWhenAllHaveLeft() {
        var random = new Random(3);
        var stays = new Presence[20];
        java.util.Arrays.fill(stays, ABSENT);
        Tally tally = Tally.EMPTY;
        for (int i = 0; i < 1_000; i++) {
            int stay = random.nextInt(stays.length);
            Presence next = PRESENCES.get(random.nextInt(PRESENCES.size()));
            tally = tally.change(stays[stay], next);
            stays[stay] = next;
        }
        for (Presence stay : stays) {
            tally = tally.change(stay, ABSENT);
        }

        assertThat(tally).isEqualTo(Tally.EMPTY);
    }

    @Test
    void isMoreThanFullWhenOverfull() {
        assertThat(new Tally(9, 3).ratio(10)).isEqualTo(1.2);
        assertThat(Tally.EMPTY.change(ABSENT, CONFIRMED).ratio(4)).isEqualTo(0.25);
    }
}
