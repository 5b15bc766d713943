package io.bordergate.domain.intake;

import static io.bordergate.fixtures.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.presence.Fix;
import io.bordergate.domain.presence.FixFate;
import io.bordergate.domain.presence.Track;
import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a fix, the first that holds. */
class PositionFateTest {
    private static final Site SITE = Sites.site().maxSpeed(60).build();
    private static final Spot SPOT = Spot.at(50, 50);
    private static final Spot ASIDE = Spot.at(50, 50.1);
    private static final Spot TOWN = Spot.at(50, 30_000);

    private Track track;

    @BeforeEach
    void begin() {
        track = new Track("VN:12C12345", 0);
    }

    private Reason take(String time, Spot spot, Float speedKmh) {
        return take(new Fix(at(time), at(time), spot.latitude(), spot.longitude()), Reason.NONE, speedKmh);
    }

    private Reason take(Fix fix, Reason remark, Float speedKmh) {
        return PositionFate.of(track.apply(fix, SITE, stay -> {}), fix, remark, speedKmh, track, SITE);
    }

    private void stand(String... times) {
        for (String time : times) {
            assertThat(take(time, SPOT, 30f)).as(time).isEqualTo(Reason.NONE);
        }
    }

    @Test
    void isFrozenAtTheSixthFixOfOnePlaceThatSaysItMoves() {
        stand("10:00", "10:01", "10:02", "10:03", "10:04");

        assertThat(take("10:05", SPOT, 5f)).isEqualTo(Reason.POS_FROZEN);
        assertThat(take("10:06", SPOT, 4.9f)).isEqualTo(Reason.NONE);
        assertThat(take("10:07", SPOT, null)).isEqualTo(Reason.NONE);
        assertThat(take("10:08", SPOT, Float.NaN)).isEqualTo(Reason.NONE);
        assertThat(take("10:09", SPOT, 80f)).isEqualTo(Reason.POS_FROZEN);
    }

    @Test
    void isNotFrozenIfOneOfTheFiveLiesAside() {
        stand("10:00");
        assertThat(take("10:01", ASIDE, 30f)).isEqualTo(Reason.NONE);
        stand("10:02", "10:03", "10:04", "10:05");

        assertThat(take("10:06", SPOT, 30f)).isEqualTo(Reason.NONE);
        assertThat(take("10:07", SPOT, 30f)).isEqualTo(Reason.POS_FROZEN);
    }

    @Test
    void isNotFrozenIfOneOfTheFiveHasNoPlace() {
        stand("10:00", "10:01", "10:02", "10:03");
        take(new Fix(at("10:04"), at("10:04"), 0, 0).withoutPlace(), Reason.NONE, 30f);

        assertThat(take("10:05", SPOT, 30f)).isEqualTo(Reason.NONE);
    }

    @Test
    void looksAtTheFiveBeforeItsOwnTime() {
        stand("10:00", "10:01", "10:02");
        stand("10:06", "10:07");

        stand("10:03", "10:04");
        assertThat(take("10:05", SPOT, 30f)).isEqualTo(Reason.POS_FROZEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32})
    void looksNoFartherBackThanTheWindow(int settleAtOnce) {
        track = new Track("VN:12C12345", settleAtOnce);
        stand("10:00", "10:01", "10:02", "10:03", "10:04");

        assertThat(take("10:30:00.001", SPOT, 30f)).isEqualTo(Reason.NONE);

        track = new Track("VN:12C12345", settleAtOnce);
        stand("10:00", "10:01", "10:02", "10:03", "10:04");
        assertThat(take("10:30", SPOT, 30f)).isEqualTo(Reason.POS_FROZEN);
    }

    @Test
    void saysOfAMendedTimeThatBeforeAllThatTheSpeedSays() {
        stand("10:00", "10:01", "10:02", "10:03", "10:04");
        var fix = new Fix(at("10:05"), at("10:05"), SPOT.latitude(), SPOT.longitude());

        assertThat(take(fix, Reason.WNRO, 30f)).isEqualTo(Reason.WNRO);
        assertThat(take(fix, Reason.WNRO, 30f)).isEqualTo(Reason.DUPLICATE);
    }

    @Test
    void saysOfATeleportOrAVagueFixThatBeforeItsMendedTime() {
        stand("10:00");
        var far = new Fix(at("10:01"), at("10:01"), TOWN.latitude(), TOWN.longitude());

        assertThat(take(far, Reason.WNRO, 30f)).isEqualTo(Reason.TELEPORT);
        assertThat(take(far.takenAt(at("10:02")).withoutPlace(), Reason.WNRO, 30f))
                .isEqualTo(Reason.LOW_ACCURACY);
    }

    @ParameterizedTest
    @EnumSource(
            value = FixFate.class,
            names = {"APPLIED", "VAGUE"},
            mode = EnumSource.Mode.EXCLUDE)
    void saysWhatBecameOfItBeforeAllElse(FixFate fate) {
        var fix = new Fix(at("10:00"), at("10:00"), SPOT.latitude(), SPOT.longitude());
        Reason expected = fate == FixFate.LATE ? Reason.OUTSIDE_WINDOW : Reason.valueOf(fate.name());

        assertThat(PositionFate.of(fate, fix, Reason.WNRO, 30f, track, SITE)).isEqualTo(expected);
    }
}
