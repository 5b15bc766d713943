package io.bordergate.domain.gate;

import static io.bordergate.domain.gate.Side.EXPORT;
import static io.bordergate.domain.gate.Side.IMPORT;
import static io.bordergate.domain.gate.Status.CLOSED;
import static io.bordergate.domain.gate.Status.OPEN;
import static io.bordergate.domain.gate.Status.REDUCED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.domain.site.ClosedDays;
import io.bordergate.domain.site.Hours;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a gate is open, by example: section 3 of docs/gates.md. 03 May 2026 is a Sunday; times are Vietnam's. */
class OpeningTest {
    private static OpeningStory usual() {
        return new OpeningStory().hours("07:00-18:00");
    }

    @Test
    void withoutHoursAGateIsAlwaysOpen() {
        var gate = new OpeningStory();

        assertThat(gate.isOpen(EXPORT, "03 03:00")).isTrue();
        assertThat(gate.openTime(IMPORT, "03 20:00", "05 20:00")).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void hoursAreFromATimeInclusiveToATimeExclusive() {
        assertThat(usual().isOpen(EXPORT, "03 06:59")).isFalse();
        assertThat(usual().isOpen(EXPORT, "03 07:00")).isTrue();
        assertThat(usual().isOpen(EXPORT, "03 17:59")).isTrue();
        assertThat(usual().isOpen(EXPORT, "03 18:00")).isFalse();
        assertThat(usual().openTime(EXPORT, "03 08:30", "04 08:30")).isEqualTo(Duration.ofHours(11));
    }

    @Test
    void aDayWithoutHoursIsClosed() {
        var weekdays = new OpeningStory().weekdays("07:00-18:00");

        assertThat(weekdays.isOpen(EXPORT, "03 12:00")).as("Sunday").isFalse();
        assertThat(weekdays.isOpen(EXPORT, "04 12:00")).as("Monday").isTrue();
        assertThat(weekdays.openTime(EXPORT, "01 17:00", "04 08:00")).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void midnightIsTheEndOfTheDay() {
        var late = new OpeningStory().hours("20:00-24:00");

        assertThat(late.isOpen(EXPORT, "03 23:59")).isTrue();
        assertThat(late.isOpen(EXPORT, "04 00:00")).isFalse();
    }

    @Test
    void aClosureLastsFromTheBeginningOfItsFirstDayToTheEndOfItsLast() {
        var gate = new OpeningStory().closed(days("04", "05", null));

        assertThat(gate.isOpen(EXPORT, "03 23:59")).isTrue();
        assertThat(gate.isOpen(EXPORT, "04 00:00")).isFalse();
        assertThat(gate.isOpen(IMPORT, "05 23:59")).isFalse();
        assertThat(gate.isOpen(EXPORT, "06 00:00")).isTrue();
        assertThat(gate.openTime(EXPORT, "03 20:00", "06 04:00")).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void aClosureMayBeOfOneSide() {
        var date = LocalDate.of(2026, 5, 4);
        var gate = new OpeningStory().closed(new ClosedDays(date, date, false, true, null, null));

        assertThat(gate.isOpen(EXPORT, "04 12:00")).isTrue();
        assertThat(gate.isOpen(IMPORT, "04 12:00")).isFalse();
    }

    @Test
    void aClosedGateIsClosedUntilItIsOpenAgain() {
        var gate = usual().says(CLOSED, "03 10:00").says(OPEN, "03 14:00");

        assertThat(gate.isOpen(EXPORT, "03 09:59")).isTrue();
        assertThat(gate.isOpen(EXPORT, "03 10:00")).isFalse();
        assertThat(gate.isOpen(EXPORT, "03 14:00")).isTrue();
        assertThat(gate.isOpen(EXPORT, "03 19:00")).as("open as its hours say").isFalse();
        assertThat(gate.openTime(EXPORT, "03 00:00", "04 00:00")).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void openOpensNoClosureUnlessItNamesHours() {
        var closed = usual().closed(days("03", "03", null));

        assertThat(closed.says(OPEN, "03 09:00").isOpen(EXPORT, "03 12:00")).isFalse();
        assertThat(closed.says(OPEN, "03 09:00", "08:00-13:00").isOpen(EXPORT, "03 12:00"))
                .isTrue();
        assertThat(closed.isOpen(EXPORT, "03 13:00")).isFalse();
        assertThat(closed.isOpen(EXPORT, "04 07:30")).as("these hours each day").isFalse();
        assertThat(closed.openTime(EXPORT, "03 00:00", "05 00:00")).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void reducedIsOpenAndShown() {
        var gate = usual().says(REDUCED, "03 10:00").says(OPEN, "04 10:00");

        assertThat(gate.isReduced(EXPORT, "03 09:59")).isFalse();
        assertThat(gate.isReduced(EXPORT, "03 10:00")).isTrue();
        assertThat(gate.isOpen(EXPORT, "03 10:00")).isTrue();
        assertThat(gate.isReduced(EXPORT, "04 10:00")).isFalse();
        assertThat(usual().says(REDUCED, "03 06:00", "09:00-10:00").isOpen(EXPORT, "03 08:00"))
                .isFalse();
    }

    @Test
    void aChangeOfOneSideHoldsUntilTheNextForThatSideOrForBoth() {
        var gate = new OpeningStory()
                .says(CLOSED, "03 10:00", EXPORT, null)
                .says(OPEN, "03 11:00", IMPORT, null)
                .says(OPEN, "03 12:00");

        assertThat(gate.isOpen(IMPORT, "03 10:30")).isTrue();
        assertThat(gate.isOpen(EXPORT, "03 11:30")).isFalse();
        assertThat(gate.isOpen(EXPORT, "03 12:00")).isTrue();
    }

    @Test
    void ofTwoChangesOfOneTimeTheOneReceivedLastHolds() {
        var gate = new OpeningStory().received("03 12:00", CLOSED, "03 10:00").received("03 11:00", OPEN, "03 10:00");

        assertThat(gate.isOpen(EXPORT, "03 10:00")).isFalse();
    }

    @Test
    void aChangeThatNamesGoodsSuspendsTheseAlone() {
        var gate = usual().says(CLOSED, "03 10:00", IMPORT, "REFRIGERATED").says(CLOSED, "03 11:00", null, "FRUIT");

        assertThat(gate.isOpen(IMPORT, "03 12:00")).isTrue();
        assertThat(gate.suspended(IMPORT, "03 10:30")).containsExactly("REFRIGERATED");
        assertThat(gate.suspended(IMPORT, "03 12:00")).containsExactly("FRUIT", "REFRIGERATED");
        assertThat(gate.suspended(EXPORT, "03 12:00")).containsExactly("FRUIT");
    }

    @Test
    void goodsAreSuspendedUntilTheyOrAllAreOpen() {
        var gate = usual().says(CLOSED, "03 10:00", null, "FRUIT")
                .says(CLOSED, "03 10:00", null, "OTHER")
                .says(REDUCED, "03 11:00")
                .says(OPEN, "03 12:00", null, "FRUIT")
                .says(OPEN, "03 13:00");

        assertThat(gate.suspended(EXPORT, "03 11:00")).containsExactly("FRUIT", "OTHER");
        assertThat(gate.suspended(EXPORT, "03 12:00")).containsExactly("OTHER");
        assertThat(gate.isReduced(EXPORT, "03 12:30"))
                .as("goods change nothing else")
                .isTrue();
        assertThat(gate.suspended(EXPORT, "03 13:00")).isEmpty();
    }

    @Test
    void aClosureThatNamesGoodsSuspendsThemUntilItsEndOrUntilTheyAreOpen() {
        var gate = usual().says(OPEN, "03 12:00").closed(days("04", "06", "REFRIGERATED"));

        assertThat(gate.suspended(EXPORT, "03 23:59")).isEmpty();
        assertThat(gate.suspended(EXPORT, "04 00:00")).containsExactly("REFRIGERATED");
        assertThat(gate.isOpen(EXPORT, "04 12:00")).isTrue();
        assertThat(gate.suspended(EXPORT, "07 00:00")).isEmpty();
        assertThat(gate.says(OPEN, "05 12:00", null, "REFRIGERATED").suspended(EXPORT, "05 12:00"))
                .isEmpty();
    }

    @Test
    void theServiceRateIsCountedOverTheLatestThreeHoursOfOpenTime() {
        OpenStretch stretch = usual().opening().serviceStretch(EXPORT, OpeningStory.at("04 08:00"));

        assertThat(stretch)
                .isEqualTo(new OpenStretch(
                        new Window(OpeningStory.at("03 16:00"), OpeningStory.at("04 08:00")), Duration.ofHours(3)));
    }

    @Test
    void orOverWhatThereIsInSevenDays() {
        var gate = usual().says(CLOSED, "03 09:00");

        assertThat(gate.opening().serviceStretch(EXPORT, OpeningStory.at("10 08:00")))
                .isEqualTo(new OpenStretch(
                        new Window(OpeningStory.at("03 08:00"), OpeningStory.at("10 08:00")), Duration.ofHours(1)));
        assertThat(gate.opening().serviceStretch(EXPORT, OpeningStory.at("10 09:00")))
                .isNull();
    }

    @Test
    void theDayOfClearingStopsWhereAGateThatIsClosedForLongWasOpenLast() {
        var gate = usual().says(CLOSED, "03 12:00");

        assertThat(gate.opening().clearedDay(EXPORT, OpeningStory.at("03 11:59")))
                .isEqualTo(new Window(OpeningStory.at("02 11:59"), OpeningStory.at("03 11:59")));
        assertThat(gate.opening().clearedDay(EXPORT, OpeningStory.at("04 12:00")))
                .isEqualTo(new Window(OpeningStory.at("02 12:00"), OpeningStory.at("03 12:00")));
        assertThat(gate.opening().clearedDay(EXPORT, OpeningStory.at("30 12:00")))
                .isEqualTo(new Window(OpeningStory.at("02 12:00"), OpeningStory.at("03 12:00")));
    }

    @Test
    void theDayOfClearingHasANightInItAtAnyTimeOfDay() {
        var opening = usual().opening();

        for (String now : List.of("04 17:59", "04 18:00", "04 23:00", "05 06:59", "05 07:00", "05 07:01")) {
            Window day = opening.clearedDay(EXPORT, OpeningStory.at(now));
            assertThat(Duration.between(day.begin(), day.end())).as(now).isEqualTo(Duration.ofDays(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7-18", "07:00", "07:00-18:00-19:00", "18:00-07:00", "07:00-25:00", "07.00-18.00"})
    void hoursThatCannotBeReadAreRefusedWithAReason(String hours) {
        assertThat(StatusChange.faultOf(hours)).isPresent();
        assertThatThrownBy(() -> usual().says(OPEN, "03 09:00", hours))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("opening hours that cannot be read");
    }

    @Test
    void hoursThatCanBeReadAreNotRefused() {
        assertThat(StatusChange.faultOf(null)).isEmpty();
        assertThat(StatusChange.faultOf("00:00-24:00")).isEmpty();
        assertThat(StatusChange.faultOf("7-18")).contains("'7' is not a time of day from 00:00 to 24:00");
        assertThat(Hours.parse(" 07:00-18:00 ")).isEqualTo(new Hours(420, 1080));
    }

    private static ClosedDays days(String first, String last, String goods) {
        return new ClosedDays(
                LocalDate.parse("2026-05-" + first), LocalDate.parse("2026-05-" + last), true, true, goods, null);
    }
}
