package io.bordergate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/positions.md against answers worked out by hand, on one square yard and a line beyond it. */
class PositionRulesTest {

    private static final String FAST = "'maxSpeedKmh':120";
    private static final String EXACT = "'maxAccuracyMetres':100";
    private static final String SILENT = "'silenceTimeout':'PT10M'";

    private final PositionScene scene = new PositionScene();

    @Test
    void aSuspectIsForgottenWhenTheTruckIsWhereItCouldBe() {
        scene.site(FAST)
                .rules("'minDwell':'PT1M'")
                .sees("A", "08:00 in", "08:01 beyond", "08:02 in", "08:03 beyond", "08:04 west");

        assertThat(scene.stays()).containsExactly("A,yard,08:00,,OPEN");
        assertThat(scene.cuts()).isEmpty();
        assertThat(scene.passes()).isEmpty();
        assertThat(scene.fates()).containsExactly("APPLIED,,2", "QUARANTINED,TELEPORT,3");
    }

    @Test
    void withoutALimitOfSpeedEveryJumpIsBelieved() {
        scene.sees("A", "08:00 in", "08:01 beyond", "08:02 west");

        assertThat(scene.stays()).containsExactly("A,yard,08:00,08:01,EXIT");
        assertThat(scene.cuts()).containsExactly("A LEFT_TO_RIGHT 08:01", "A RIGHT_TO_LEFT 08:02");
        assertThat(scene.passes()).containsExactly("A 08:01 08:02");
        assertThat(scene.fates()).containsExactly("APPLIED,,3");
    }

    @Test
    void theThirdSuspectInARowIsTheTruePlaceAndTheWayThereIsUnknown() {
        scene.site(FAST).sees("A", "08:00 west", "08:01 beyond", "08:02 beyond", "08:03 beyond", "08:04 beyond");
        scene.sees("B", "08:00 in", "08:01 beyond", "08:02 beyond", "08:03 beyond");
        scene.sees("C", "08:00 beyond", "08:01 in", "08:02 in", "08:03 in");

        assertThat(scene.stays()).containsExactly("B,yard,08:00,08:03,EXIT", "C,yard,08:03,,OPEN");
        assertThat(scene.cuts()).isEmpty();
        assertThat(scene.passes()).isEmpty();
        assertThat(scene.fates()).containsExactly("APPLIED,,7", "QUARANTINED,TELEPORT,6");
    }

    @Test
    void suspectsThatCannotBeReachedFromEachOtherAreNoRow() {
        scene.site(FAST)
                .sees("A", "08:00 in", "08:01 beyond", "08:02 west", "08:03 beyond", "08:04 beyond", "08:05 beyond");

        assertThat(scene.stays()).containsExactly("A,yard,08:00,08:05,EXIT");
        assertThat(scene.fates()).containsExactly("APPLIED,,2", "QUARANTINED,TELEPORT,4");
    }

    @Test
    void whatCanBeReachedFromTheLastAcceptedEndsNoBreak() {
        // beyond the line is 155.2 km from the yard's middle: 78 minutes at 120 km/h
        scene.site(FAST).sees("A", "08:00 in", "08:01 beyond", "08:02 beyond", "09:18 beyond");
        scene.sees("B", "08:00 in", "09:17 beyond");

        assertThat(scene.stays()).containsExactly("A,yard,08:00,09:18,EXIT", "B,yard,08:00,,OPEN");
        assertThat(scene.cuts()).containsExactly("A LEFT_TO_RIGHT 09:18");
        assertThat(scene.fates()).containsExactly("APPLIED,,3", "QUARANTINED,TELEPORT,3");
    }

    @Test
    void suspectsAreSignsOfLife() {
        scene.site(FAST).rules(SILENT).sees("A", "08:00 in", "08:08 beyond", "08:16 beyond", "08:24 in");
        scene.sees("B", "08:00 in", "08:08 beyond", "08:13 beyond", "08:24 in");

        assertThat(scene.stays())
                .containsExactly("A,yard,08:00,,OPEN", "B,yard,08:00,08:13,SILENCE", "B,yard,08:24,,OPEN");
    }

    @Test
    void aFixThatComesBetweenOthersBearsThemOut() {
        scene.site(FAST).sees("A", "08:00 in", "08:01 beyond", "08:03 beyond", "08:02 beyond");

        assertThat(scene.stays()).containsExactly("A,yard,08:00,08:03,EXIT");
        assertThat(scene.fates()).containsExactly("APPLIED,,1", "QUARANTINED,TELEPORT,3");
    }

    @Test
    void aVagueFixIsASignOfLifeWithoutAPlace() {
        scene.site(EXACT).rules(SILENT);
        scene.sees("A", "07:55 in ~101", "08:00 in ~100", "08:08 beyond ~100.5", "08:16 west ~900", "08:20 east ~1");
        scene.sees("B", "08:00 in", "08:08 beyond ~101");
        scene.sees("C", "08:00 east", "08:08 in ~101");

        assertThat(scene.stays()).containsExactly("A,yard,08:00,08:20,EXIT", "B,yard,08:00,08:08,SILENCE");
        assertThat(scene.cuts()).isEmpty();
        assertThat(scene.passes()).isEmpty();
        assertThat(scene.fates()).containsExactly("APPLIED,,4", "FLAGGED,LOW_ACCURACY,5");
    }

    @Test
    void aVagueFixOpensNothingAgainAfterSilence() {
        scene.site(EXACT).rules(SILENT).sees("A", "08:00 in", "08:11 in ~101", "08:12 in ~101", "08:20 in");

        assertThat(scene.stays()).containsExactly("A,yard,08:00,08:00,SILENCE", "A,yard,08:20,,OPEN");
    }

    @Test
    void inTheExitBufferAStayIsOpenButDoesNotLastOn() {
        scene.site(EXACT).rules("'exitBufferMetres':104," + SILENT);
        scene.sees("A", "08:00 in", "08:05 edge+", "08:10 in ~101", "08:21 west");
        scene.sees("B", "08:00 in", "08:05 edge+", "08:10 in ~101", "08:20 in");

        assertThat(scene.stays()).containsExactly("A,yard,08:00,08:00,SILENCE", "B,yard,08:00,,OPEN");
    }

    @Test
    void atOneTimeAPlacedFixCountsBeforeAVagueOneAndTwoVagueOnesAreOne() {
        scene.site(EXACT).sees("A", "08:00 beyond ~101", "08:00 west ~101", "08:00 in");
        scene.sees("B", "08:00 in", "08:00 west ~101", "08:00 in ~101");
        scene.sees("C", "08:00 in ~101", "08:00 in ~99");

        assertThat(scene.stays()).containsExactly("A,yard,08:00,,OPEN", "B,yard,08:00,,OPEN", "C,yard,08:00,,OPEN");
        assertThat(scene.fates())
                .containsExactly("APPLIED,,1", "FLAGGED,CONFLICT,3", "FLAGGED,LOW_ACCURACY,2", "NO_OP,DUPLICATE,2");
    }

    @Test
    void whatIsPassedLiesBetweenAcceptedFixesWithoutSilence() {
        scene.site(EXACT).rules(SILENT).lineRules(SILENT);
        scene.sees("A", "08:00 west", "08:05 west ~101", "08:10 beyond");
        scene.sees("B", "08:00 west", "08:05 west ~101", "08:10:00.001 beyond");

        assertThat(scene.passes()).containsExactly("A 08:00 08:10");
        assertThat(scene.cuts()).containsExactly("A LEFT_TO_RIGHT 08:10");
    }

    @Test
    void aReceiverWhoseWeeksRolledOverIsPutRight() {
        scene.site("'latenessWindow':'PT48H'");
        scene.line("A,2004-09-17T08:00:00Z,21.5,106.5,2024-05-03T08:00:05Z");
        scene.line("B,1985-02-01T08:00:00Z,21.5,106.5,2024-05-03T08:00:05Z");
        scene.line("C,2004-09-17T08:00:00Z,21.5,106.5,2024-05-04T08:00:00Z");
        scene.line("C,2004-09-17T08:10:00Z,21.5,106.5,2024-05-04T08:10:00.001Z");
        scene.line("D,2004-09-17T08:00:00Z,21.5,106.5,2024-05-03T07:55:00Z");
        scene.line("D,2004-09-17T08:10:00Z,21.5,106.5,2024-05-03T08:04:59.999Z");
        scene.line("E,2004-09-17T08:00:00Z,21.5,106.5,");
        scene.line("A,2024-05-03T08:00:00Z,21.5,106.5,2024-05-03T08:00:09Z");

        assertThat(scene.stays())
                .containsExactly(
                        "E,yard,2004-09-17T08:00:00Z,,OPEN",
                        "A,yard,08:00,,OPEN",
                        "B,yard,08:00,,OPEN",
                        "C,yard,08:00,,OPEN",
                        "D,yard,08:00,,OPEN");
        assertThat(scene.fates())
                .containsExactly("APPLIED,,1", "FLAGGED,WNRO,4", "NO_OP,DUPLICATE,1", "QUARANTINED,BAD_TIME,2");
    }

    @Test
    void lateIsToldByTheMendedTime() {
        scene.line("A,2004-09-17T08:00:00Z,21.5,106.5,2024-05-03T08:30:00Z");
        scene.line("A,2004-09-17T07:59:59.999Z,21.5,106.5,2024-05-03T08:30:00Z");

        assertThat(scene.fates()).containsExactly("FLAGGED,WNRO,1", "LATE,OUTSIDE_WINDOW,1");
    }

    @Test
    void aTruckThatSaysItMovesAndDoesNotIsFlaggedFromTheSixthFixOn() {
        scene.sees("A", "08:00 in", "08:06 in", "08:12 in", "08:18 in", "08:24 in @5", "08:30 in @5", "08:36 in @80");
        scene.sees("B", "08:00 in", "08:06 in", "08:12 in", "08:18 in", "08:24 in", "08:30 in @4.9");
        scene.sees("C", "08:00 in", "08:07 in", "08:14 in", "08:21 in", "08:28 in", "08:35 in @80");
        scene.sees("D", "08:00 in", "08:01 in", "08:02 east", "08:03 in", "08:04 in", "08:05 in @80");
        scene.sees("E", "08:00 in", "08:01 in", "08:02 in", "08:03 in", "08:05 in @80", "08:04 in @80");

        assertThat(scene.fates()).containsExactly("APPLIED,,29", "FLAGGED,POS_FROZEN,2");
        assertThat(scene.stays()).contains("A,yard,08:00,,OPEN");
    }

    @Test
    void aVagueFixIsAtNoPlaceThatCouldBeFrozen() {
        scene.site(EXACT).sees("A", "08:00 in", "08:01 in", "08:02 in", "08:03 in ~101", "08:04 in", "08:05 in @80");
        scene.sees("B", "08:00 in", "08:01 in", "08:02 in", "08:03 in", "08:04 in", "08:05 in ~101 @80");

        assertThat(scene.fates()).containsExactly("APPLIED,,10", "FLAGGED,LOW_ACCURACY,2");
    }

    @Test
    void aTrailerIsNoTruck() {
        scene.line("VN:12R00123,2024-05-03T08:00:00Z,21.5,106.5,");
        scene.line("VN:51R1234,2024-05-03T08:00:00Z,0,106.5,");
        scene.line("CN:\u6842A1234\u6302,2024-05-03T08:00:00,21.5,106.5,");
        scene.line("CN:\u6842A1234\u6302,1970-01-01T08:00:00Z,21.5,106.5,");
        scene.line("VN:12C00123,2024-05-03T08:00:00Z,21.5,106.5,");
        scene.line("LA:12R00123,2024-05-03T08:00:00Z,21.5,106.5,");

        assertThat(scene.fates())
                .containsExactly("APPLIED,,2", "DEAD_LETTERED,UNREADABLE,1", "QUARANTINED,NOT_A_TRUCK,3");
    }

    @Test
    void ofAFloodTwentyThousandAreKept() {
        List<String> times = new ArrayList<>();
        for (int i = 0; i < 19_999; i++) {
            times.add("08:00:%02d.%03d east".formatted(i / 1000, i % 1000));
        }
        scene.sees("A", times.toArray(String[]::new));
        scene.sees("A", "08:00:01.000 west", "08:10 in", "08:00:02.000 east", "08:00:01.000 west", "08:00:03.000 west");
        scene.sees("B", "08:10 in");

        assertThat(scene.stays()).containsExactly("B,yard,08:10,,OPEN");
        assertThat(scene.fates())
                .containsExactly("APPLIED,,20000", "FLAGGED,CONFLICT,1", "NO_OP,DUPLICATE,2", "QUARANTINED,FLOOD,2");

        scene.sees("A", "08:30:00.001 in", "08:30:00.001 in", "08:20 west"); // now the first has left the window
        assertThat(scene.stays()).containsExactly("B,yard,08:10,,OPEN", "A,yard,08:30:00.001,,OPEN");
        assertThat(scene.fates()).contains("APPLIED,,20001", "NO_OP,DUPLICATE,3", "QUARANTINED,FLOOD,3");
    }
}
