package io.bordergate.domain.gate;

import static io.bordergate.domain.gate.Measure.DAYS_TO_CLEAR;
import static io.bordergate.domain.gate.Measure.OCCUPANCY;
import static io.bordergate.domain.gate.Measure.PREDICTION;
import static io.bordergate.domain.gate.Measure.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.CongestionLimits;
import io.bordergate.domain.site.Thresholds;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a gate is congested and what is told of it, by example: section 5 of docs/gates.md. Minutes begin at 09:00. */
class CongestionTest {
    private static final CongestionLimits LIMITS = CongestionLimits.DEFAULT;

    private static CongestionStory gate() {
        return new CongestionStory(null, LIMITS);
    }

    private static CongestionStory export() {
        return new CongestionStory(Side.EXPORT, LIMITS);
    }

    @ParameterizedTest
    @CsvSource({
        "0.64, NORMAL, NORMAL",
        "0.65, NORMAL, BUSY",
        "0.80, NORMAL, CONGESTED",
        "0.95, NORMAL, CRITICAL",
        "0.60, BUSY, BUSY",
        "0.55, BUSY, BUSY",
        "0.549, BUSY, NORMAL",
        "0.70, BUSY, BUSY",
        "0.70, CONGESTED, CONGESTED",
        "0.69, CONGESTED, BUSY",
        "0.60, CRITICAL, BUSY",
        "0.85, CRITICAL, CRITICAL",
        "0.84, CRITICAL, CONGESTED"
    })
    void aMeasureReachesALevelAndHoldsIt(double value, Level before, Level after) {
        assertThat(Level.of(value, LIMITS.occupancy(), before)).isEqualTo(after);
    }

    @Test
    void aMeasureThatIsOffHasNoLevel() {
        assertThat(Level.of(Double.POSITIVE_INFINITY, Thresholds.OFF, Level.CRITICAL))
                .isEqualTo(Level.NORMAL);
    }

    @Test
    void nothingClearedIsAboveAnyThreshold() {
        assertThat(Level.of(Double.POSITIVE_INFINITY, LIMITS.daysToClear(), Level.NORMAL))
                .isEqualTo(Level.CRITICAL);
    }

    @Test
    void anEpisodeRisesAtOnceAndIsNamedByItsBeginning() {
        var story = gate().is(OCCUPANCY, 0.5)
                .is(OCCUPANCY, 0.66)
                .is(OCCUPANCY, 0.96)
                .minutes(10);

        assertThat(story.events()).containsExactly("09:01 OPENED BUSY OCCUPANCY", "09:02 ESCALATED CRITICAL OCCUPANCY");
        assertThat(story.state().alertId()).isEqualTo("huu-nghi||2026-05-03T09:01:00Z");
        assertThat(export().is(DAYS_TO_CLEAR, 9).state().alertId()).isEqualTo("huu-nghi|EXPORT|2026-05-03T09:00:00Z");
    }

    @Test
    void itFallsWhenItHasBeenLowerThroughTheHold() {
        var story = gate().is(OCCUPANCY, 0.66).is(OCCUPANCY, 0.5).minutes(29);
        assertThat(story.events()).containsExactly("09:00 OPENED BUSY OCCUPANCY");

        assertThat(story.minutes(1).events()).containsExactly("09:31 RESOLVED NORMAL OCCUPANCY");
        assertThat(story.state()).isEqualTo(ScopeState.NORMAL);
    }

    @Test
    void aBreakBeginsTheHoldAnew() {
        var story = gate().is(OCCUPANCY, 0.66).is(OCCUPANCY, 0.5).minutes(20);
        story.is(OCCUPANCY, 0.66).is(OCCUPANCY, 0.5).minutes(29);
        assertThat(story.events()).hasSize(1);

        assertThat(story.minutes(1).events()).containsExactly("09:53 RESOLVED NORMAL OCCUPANCY");
    }

    @Test
    void itFallsToTheHighestLevelOfTheTimeSinceAndThenFurther() {
        var story = gate().is(OCCUPANCY, 0.96).is(OCCUPANCY, 0.82).minutes(9);
        story.is(OCCUPANCY, 0.5).minutes(60);

        assertThat(story.events())
                .containsExactly(
                        "09:00 OPENED CRITICAL OCCUPANCY",
                        "09:31 EASED CONGESTED OCCUPANCY",
                        "09:41 RESOLVED NORMAL OCCUPANCY");
    }

    @Test
    void itDoesNotFallWhileThereIsDoubt() {
        var story = gate().is(OCCUPANCY, 0.66).is(OCCUPANCY, 0.5).minutes(20);
        story.doubts().minutes(100);
        assertThat(story.events()).hasSize(1);

        assertThat(story.believes().minutes(30).events()).isEmpty();
        assertThat(story.minutes(1).events()).hasSize(1);
    }

    @Test
    void itRisesInSpiteOfDoubt() {
        assertThat(gate().doubts().is(OCCUPANCY, 0.99).events()).containsExactly("09:00 OPENED CRITICAL OCCUPANCY");
    }

    @Test
    void theCauseIsTheMeasureWithTheHighestLevelAndOfSeveralTheFirst() {
        var limits = new CongestionLimits(
                LIMITS.occupancy(), LIMITS.daysToClear(), Thresholds.of(60, 45, 120, 90, 240, 180), LIMITS.hold());
        var story = new CongestionStory(Side.EXPORT, limits)
                .is(DAYS_TO_CLEAR, 0)
                .is(WAIT, 70)
                .is(DAYS_TO_CLEAR, 1.2)
                .is(WAIT, 130)
                .is(DAYS_TO_CLEAR, 5);

        assertThat(story.events())
                .containsExactly(
                        "09:01 OPENED BUSY WAIT",
                        "09:03 ESCALATED CONGESTED WAIT",
                        "09:04 ESCALATED CRITICAL DAYS_TO_CLEAR");
    }

    @Test
    void theCauseOfReliefIsTheMeasureThatHeldTheLevelLast() {
        var limits = new CongestionLimits(
                LIMITS.occupancy(), LIMITS.daysToClear(), Thresholds.of(60, 45, 120, 90, 240, 180), LIMITS.hold());
        var story = new CongestionStory(Side.EXPORT, limits).is(WAIT, 130).is(DAYS_TO_CLEAR, 2);
        assertThat(story.state().cause()).isEqualTo(DAYS_TO_CLEAR);
        story.is(WAIT, 10).minutes(5);

        story.is(DAYS_TO_CLEAR, 0.1).is(WAIT, 70).minutes(1).isNone(WAIT).minutes(90);

        assertThat(story.events())
                .containsExactly(
                        "09:00 OPENED CONGESTED WAIT", "09:38 EASED BUSY DAYS_TO_CLEAR", "09:41 RESOLVED NORMAL WAIT");
    }

    @Test
    void aPredictionCountsOneLevelLess() {
        var story = gate().is(OCCUPANCY, 0.5).is(PREDICTION, 0.7).is(PREDICTION, 0.8);
        story.is(PREDICTION, 0.96).is(OCCUPANCY, 0.8).is(PREDICTION, 0.75).is(OCCUPANCY, 0.95);

        assertThat(story.events())
                .containsExactly(
                        "09:02 OPENED BUSY PREDICTION",
                        "09:03 ESCALATED CONGESTED PREDICTION",
                        "09:06 ESCALATED CRITICAL OCCUPANCY");
    }

    @Test
    void aMeasureHasItsOwnMemory() {
        var story = export().is(DAYS_TO_CLEAR, 0.9).is(OCCUPANCY, 0.66).minutes(1);

        assertThat(story.is(OCCUPANCY, 0.5).minutes(30).events())
                .containsExactly("09:01 OPENED BUSY OCCUPANCY", "09:33 RESOLVED NORMAL OCCUPANCY");
    }

    @Test
    void aNewEpisodeHasANewName() {
        var story = gate().is(OCCUPANCY, 0.66).is(OCCUPANCY, 0.5).minutes(40).is(OCCUPANCY, 0.7);

        assertThat(story.events()).hasSize(3);
        assertThat(story.state().alertId()).isEqualTo("huu-nghi||2026-05-03T09:42:00Z");
    }

    @Test
    void withoutAHoldItFallsAtOnce() {
        var limits = new CongestionLimits(Thresholds.OFF, LIMITS.daysToClear(), Thresholds.OFF, Duration.ZERO);
        var story = new CongestionStory(Side.IMPORT, limits)
                .is(DAYS_TO_CLEAR, 5)
                .is(DAYS_TO_CLEAR, 3)
                .is(DAYS_TO_CLEAR, 0);

        assertThat(story.events())
                .containsExactly(
                        "09:00 OPENED CRITICAL DAYS_TO_CLEAR",
                        "09:01 EASED CONGESTED DAYS_TO_CLEAR",
                        "09:02 RESOLVED NORMAL DAYS_TO_CLEAR");
    }

    @Test
    void theFirstAcknowledgementOfAnEpisodeIsTold() {
        var story = gate().is(OCCUPANCY, 0.66);
        String alertId = story.state().alertId();
        story.events();

        assertThat(story.acknowledges("huu-nghi||2026-05-03T08:00:00Z").events())
                .isEmpty();
        assertThat(story.acknowledges(alertId).events()).containsExactly("09:01 ACKNOWLEDGED BUSY OCCUPANCY");
        assertThat(story.acknowledges(alertId).events()).isEmpty();
        assertThat(story.is(OCCUPANCY, 0.85).events()).containsExactly("09:01 ESCALATED CONGESTED OCCUPANCY");
        assertThat(story.acknowledges(alertId).events())
                .as("still the same episode")
                .isEmpty();
        story.is(OCCUPANCY, 0.1).minutes(40).events();
        assertThat(story.acknowledges(alertId).events()).as("over").isEmpty();
    }
}
