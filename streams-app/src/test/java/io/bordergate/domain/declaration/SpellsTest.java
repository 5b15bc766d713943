package io.bordergate.domain.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellsTest {
    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");

    @Test
    void areSaidOneAfterTheOther() {
        Spells spells = Spells.of(List.of(says("a", 0), says("a", 1), says("b", 2)), Milestone::gateId);

        assertThat(spells).isEqualTo(new Spells(List.of(new Spells.Former("a", hour(2))), "b"));
        assertThat(spells.at(hour(-5))).isEqualTo("a");
        assertThat(spells.at(hour(2))).isEqualTo("b");
    }

    @Test
    void leaveOutWhatHeldForNoTime() {
        assertThat(of(says("a", 0), says("b", 0))).isEqualTo(Spells.always("b"));
        assertThat(of(says("a", 0), says("b", 2), says("a", 2))).isEqualTo(Spells.always("a"));
    }

    @Test
    void goOnWhereNothingIsSaid() {
        assertThat(of(says(null, 0), says("a", 1), says(null, 2))).isEqualTo(Spells.always("a"));
        assertThat(of(says(null, 0)).at(NOON)).isNull();
    }

    @Test
    void areThoseOfAVisit() {
        Spells spells = of(says("a", 0), says("b", 2), says("c", 4));

        assertThat(spells.during(hour(1), hour(2))).containsExactly("a");
        assertThat(spells.during(hour(2), hour(5))).containsExactly("b", "c");
        assertThat(spells.during(hour(-9), null)).containsExactly("a", "b", "c");
    }

    private static Spells of(Milestone... oldestFirst) {
        return Spells.of(Arrays.asList(oldestFirst), Milestone::gateId);
    }

    private static Milestone says(String gateId, int hour) {
        return new Milestone(
                "1",
                MilestoneType.AMENDED,
                Authority.ENTERPRISE,
                Classifier.ACT,
                hour(hour),
                hour(hour),
                gateId,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static Instant hour(int hours) {
        return NOON.plusSeconds(3_600L * hours);
    }
}
