package io.bordergate.oracle;

import static io.bordergate.oracle.TripScene.trucks;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A gate or a yard that is amended, by docs/trips.md, against answers worked out by hand. */
class AmendedGateTest {

    private static final String TRUCK = "VN:12C12345";
    private static final String OTHER = "VN:12C99999";
    private static final String AT_G = "VN:12C12345|g|03T07:00,VN:12C12345,g,";
    private static final String AT_H = "VN:12C12345|h|03T07:00,VN:12C12345,h,";

    private final TripScene scene = new TripScene();

    @Test
    void whoIsSentOnWhileThereHasAnArrivalAtEachGate() {
        movesToTheOtherGate();
        declared("g");
        scene.says("D1", "03T08:10", "GTIN CUSTOMS");
        scene.says("D1", "03T08:20", "GTIN BORDER_GUARD");
        amended("03T09:30", "h");
        scene.says("D1", "03T11:40", "GTIN CUSTOMS").until("03T13:00");

        assertThat(scene.trips())
                .containsExactly(
                        AT_G + "UNKNOWN,D1,ARRIVED,MOVED,03T08:00,,,,MOVED",
                        AT_H + "UNKNOWN,D1,DECLARED,AT_GATE,03T11:30,,,,OPEN");
        assertThat(scene.discrepancies()).containsExactly(AT_H + "AUTHORITY_LAG,03T12:25,");
    }

    @Test
    void whatIsConfirmedAtTheMomentOfTheAmendmentIsOfTheNewGate() {
        movesToTheOtherGate();
        declared("g");
        scene.says("D1", "03T08:10", "GTIN CUSTOMS");
        scene.says("D1", "03T09:30", "GTIN BORDER_GUARD");
        scene.says("D1", "03T09:30", "CUSR CUSTOMS");
        amended("03T09:30", "h");

        assertThat(scene.trips())
                .containsExactly(
                        AT_G + "UNKNOWN,D1,DECLARED,MOVED,03T08:00,,,,MOVED",
                        AT_H + "UNKNOWN,D1,FINISHED,AT_GATE,03T11:30,,,,OPEN");
        assertThat(scene.discrepancies())
                .containsExactly(
                        AT_G + "AUTHORITY_LAG,03T08:55,03T11:30",
                        AT_H + "AUTHORITY_LAG,03T10:15,",
                        AT_H + "CONFIRMED_NOT_SEEN,03T10:15,03T11:30");
    }

    @Test
    void whoIsSentOnHasSixHoursToMove() {
        waitsUntilThree();
        declared("g");
        scene.says("D1", "03T08:10", "GTIN CUSTOMS");
        scene.says("D1", "03T08:10", "GTIN BORDER_GUARD");
        amended("03T09:30", "h");

        assertThat(scene.until("03T15:29:59").trips())
                .containsExactly(AT_G + "UNKNOWN,D1,ARRIVED,AT_GATE,03T08:00,,,,OPEN");
        assertThat(scene.discrepancies()).isEmpty();
        assertThat(scene.until("03T15:30").discrepancies()).containsExactly(AT_G + "WRONG_GATE,03T15:30,");

        scene.drives(TRUCK, "03T16:00 road", "03T16:30 h-gate");
        assertThat(scene.trips())
                .containsExactly(
                        AT_G + "UNKNOWN,D1,ARRIVED,MOVED,03T08:00,,,,MOVED",
                        AT_H + "UNKNOWN,D1,DECLARED,AT_GATE,03T16:30,,,,OPEN");
        assertThat(scene.discrepancies()).containsExactly(AT_G + "WRONG_GATE,03T15:30,03T16:30");
    }

    @Test
    void theGateHasItsOwnLimit() {
        waitsUntilThree();
        declared("g");
        amended("03T09:30", "h");

        assertThat(scene.limits("'moveWithin':'PT30M'").discrepancies()).contains(AT_G + "WRONG_GATE,03T10:00,");
        assertThat(scene.limits("'moveWithin':'off'").discrepancies()).noneMatch(line -> line.contains("WRONG_GATE"));
    }

    @Test
    void whoWasExpectedElsewhereIsRightOnceAmended() {
        waitsUntilThree();
        declared("h");
        assertThat(scene.discrepancies()).contains(AT_G + "WRONG_GATE,03T08:00,");

        amended("03T09:00", "g");
        scene.says("D1", "03T09:10", "GTIN CUSTOMS");
        scene.says("D1", "03T09:10", "GTIN BORDER_GUARD");
        assertThat(scene.discrepancies()).containsExactly(AT_G + "WRONG_GATE,03T08:00,03T09:00");

        amended("03T09:30", "h"); // until that may be held against it, the first time is what there is
        assertThat(scene.discrepancies()).containsExactly(AT_G + "WRONG_GATE,03T08:00,03T09:00");
        assertThat(scene.until("03T15:30").discrepancies()).containsExactly(AT_G + "WRONG_GATE,03T15:30,");
    }

    @Test
    void anAmendmentAtTheMomentOfArrivalIsNoSurprise() {
        waitsUntilThree();
        declared("g");
        amended("03T08:00", "h");

        assertThat(scene.discrepancies()).contains(AT_G + "WRONG_GATE,03T08:00,");
    }

    @Test
    void whoMovesWithoutAnAmendmentIsWrongThere() {
        movesToTheOtherGate();
        declared("g");

        assertThat(scene.trips())
                .containsExactly(
                        AT_G + "UNKNOWN,D1,DECLARED,MOVED,03T08:00,,,,MOVED",
                        "VN:12C12345|h|03T11:30,VN:12C12345,h,UNKNOWN,,UNDECLARED,AT_GATE,03T11:30,,,,OPEN");
        assertThat(scene.discrepancies())
                .containsExactly(
                        AT_G + "SEEN_NOT_CONFIRMED,03T10:00,03T11:30",
                        "VN:12C12345|h|03T11:30,VN:12C12345,h,WRONG_GATE,03T11:30,");
    }

    @Test
    void whoHadMovedBeforeTheAmendmentWasWrongUntilThen() {
        movesToTheOtherGate();
        declared("g");
        scene.says("D1", "03T11:35", "GTIN CUSTOMS");
        scene.says("D1", "03T11:35", "GTIN BORDER_GUARD");
        amended("03T11:45", "h");

        assertThat(scene.trips())
                .containsExactly(
                        AT_G + "UNKNOWN,D1,DECLARED,MOVED,03T08:00,,,,MOVED",
                        AT_H + "UNKNOWN,D1,ARRIVED,AT_GATE,03T11:30,,,,OPEN");
        assertThat(scene.discrepancies())
                .containsExactly(AT_G + "SEEN_NOT_CONFIRMED,03T10:00,03T11:30", AT_H + "WRONG_GATE,03T11:30,03T11:45");
    }

    @Test
    void whoWasSentOnBeforeItCameHasNoFormerDeclaration() {
        movesToTheOtherGate();
        declared("g");
        amended("03T08:00", "h");

        assertThat(scene.trips())
                .containsExactly(
                        "VN:12C12345|g|03T08:00,VN:12C12345,g,UNKNOWN,,UNDECLARED,MOVED,03T08:00,,,,MOVED",
                        AT_H + "UNKNOWN,D1,DECLARED,AT_GATE,03T11:30,,,,OPEN");
        assertThat(scene.discrepancies())
                .containsExactly("VN:12C12345|g|03T08:00,VN:12C12345,g,WRONG_GATE,03T08:00,03T11:30");
    }

    @Test
    void whatIsCancelledAfterTheAmendmentWasGoodBefore() {
        movesToTheOtherGate();
        declared("g");
        amended("03T09:30", "h");
        scene.says("D1", "03T09:30", "CANCELLED ENTERPRISE");

        assertThat(scene.trips())
                .containsExactly(
                        AT_G + "UNKNOWN,D1,DECLARED,MOVED,03T08:00,,,,MOVED",
                        AT_H + "UNKNOWN,D1,CANCELLED,AT_GATE,03T11:30,,,,OPEN");
        assertThat(scene.discrepancies())
                .containsExactly(AT_G + "SEEN_NOT_CONFIRMED,03T10:00,03T11:30", AT_H + "UNDECLARED_ARRIVAL,03T11:30,");
    }

    @Test
    void thereAndBackAgainMakesThreeTripsOfOneDeclaration() {
        movesToTheOtherGate();
        scene.drives(TRUCK, "03T13:00 h-gate", "03T13:15 h-road", "03T13:30 road", "03T14:00 gate");
        declared("g");
        amended("03T09:30", "h");
        amended("03T12:30", "g");
        for (String time : new String[] {"03T08:10", "03T11:40", "03T14:00"}) {
            scene.says("D1", time, "GTIN CUSTOMS");
            scene.says("D1", time, "GTIN BORDER_GUARD");
        }

        assertThat(scene.trips())
                .containsExactly(
                        AT_G + "UNKNOWN,D1,ARRIVED,MOVED,03T08:00,,,,MOVED",
                        "VN:12C12345|g|03T07:00|2,VN:12C12345,g,UNKNOWN,D1,ARRIVED,AT_GATE,03T14:00,,,,OPEN",
                        AT_H + "UNKNOWN,D1,ARRIVED,MOVED,03T11:30,,,,MOVED");
        assertThat(scene.discrepancies()).isEmpty();
    }

    @Test
    void aYardIsRightIfItWasDeclaredAtAnyMomentOfTheVisit() {
        scene.drives(TRUCK, "03T08:00 gate", "03T08:30 y", "03T09:30 gate", "03T10:30 y", "03T11:00 gate");
        scene.drives(OTHER, "03T08:00 gate", "03T08:30 y", "03T09:30 gate", "03T10:00 gate", "03T10:30 gate");
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g','yardId':'y'," + trucks(TRUCK));
        scene.says("D2", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g','yardId':'z'," + trucks(OTHER));
        scene.says("D1", "03T08:15", "GTIN CUSTOMS").says("D1", "03T08:15", "GTIN BORDER_GUARD");
        scene.says("D2", "03T08:15", "GTIN CUSTOMS").says("D2", "03T08:15", "GTIN BORDER_GUARD");
        assertThat(scene.discrepancies())
                .containsExactly("VN:12C99999|g|03T07:00,VN:12C99999,g,WRONG_YARD,03T08:30,03T09:30");

        scene.says("D1", "03T09:00", "AMENDED ENTERPRISE", "'yardId':'z'"); // it was in y, where it had been sent
        scene.says("D2", "03T09:00", "AMENDED ENTERPRISE", "'yardId':'y'"); // it was there already
        assertThat(scene.discrepancies()).containsExactly(AT_G + "WRONG_YARD,03T10:30,03T11:00");
    }

    private void movesToTheOtherGate() {
        scene.drives(TRUCK, "03T08:00 gate", "03T09:00 gate", "03T10:00 gate", "03T10:30 road");
        scene.drives(TRUCK, "03T11:00 h-road", "03T11:30 h-gate", "03T12:00 h-gate");
    }

    private void waitsUntilThree() {
        for (int hour = 8; hour <= 15; hour++) {
            scene.drives(TRUCK, "03T%02d:00 gate".formatted(hour));
        }
    }

    /** For so late an hour that it is never missed. */
    private void declared(String gate) {
        String plan = "'gateId':'" + gate + "','plannedArrival':'2024-05-03T13:00:00Z',";
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", plan + trucks(TRUCK));
    }

    private void amended(String time, String gate) {
        scene.says("D1", time, "AMENDED ENTERPRISE", "'gateId':'" + gate + "'");
    }
}
