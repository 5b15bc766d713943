package io.bordergate.oracle;

import static io.bordergate.oracle.TripScene.trucks;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sections 2 to 5 of docs/trips.md against answers worked out by hand, where a mistake is easily made. */
class TripRulesTest {

    private static final String TRUCK = "VN:12C12345";

    private final TripScene scene = new TripScene();

    @Test
    void aTruckThatNobodyDeclaredCrossesAndComesBackNextDay() {
        scene.drives(TRUCK, "03T08:00 gate", "03T08:30 y", "03T09:00 y", "03T09:20 gate", "03T09:40 china");
        scene.drives(TRUCK, "04T08:00 china", "04T08:20 line", "04T08:30 gate", "04T08:50 road");

        String out = "VN:12C12345|g|2024-05-03T08:00:00Z,VN:12C12345,g,".replace("2024-05-03T08:00:00Z", "03T08:00");
        String in = "VN:12C12345|g|04T08:20,VN:12C12345,g,";
        assertThat(scene.trips())
                .containsExactly(
                        out + "EXPORT,,UNDECLARED,CROSSED,03T08:00,03T08:30,03T09:20,03T09:40,CROSSED",
                        in + "IMPORT,,UNDECLARED,LEFT,04T08:20,,,04T08:20,OPEN");
        assertThat(scene.discrepancies())
                .containsExactly(out + "UNDECLARED_ARRIVAL,03T08:00,03T09:40", in + "UNDECLARED_ARRIVAL,04T08:20,");
    }

    @Test
    void aTruckThatLeavesMayReturnWithinTheLimitAndNotALaterMoment() {
        scene.drives(TRUCK, "03T08:00 gate", "03T08:30 road", "03T14:30 gate", "03T14:40 road");
        scene.drives("VN:12C99999", "03T08:00 gate", "03T08:30 road", "03T14:30:01 gate", "03T14:40 road");

        assertThat(scene.trips())
                .containsExactly(
                        "VN:12C12345|g|03T08:00,VN:12C12345,g,UNKNOWN,,UNDECLARED,LEFT,03T08:00,,,,OPEN",
                        "VN:12C99999|g|03T08:00,VN:12C99999,g,UNKNOWN,,UNDECLARED,LEFT,03T08:00,,,,LEFT",
                        "VN:12C99999|g|03T14:30:01,VN:12C99999,g,UNKNOWN,,UNDECLARED,LEFT,03T14:30:01,,,,OPEN");
    }

    @Test
    void aLimitHasPassedWhenTheClockIsLater() {
        scene.drives(TRUCK, "03T08:00 gate", "03T08:30 road");

        assertThat(scene.until("03T14:30").trips().get(0)).endsWith(",OPEN");
        assertThat(scene.until("03T14:30:01").trips().get(0)).endsWith(",LEFT");
    }

    @Test
    void whoIsSilentMayComeBackForTwoDays() {
        scene.drives(TRUCK, "03T08:00 gate", "03T08:30 y", "05T08:30 y", "05T08:45 gate", "05T09:00 china");

        assertThat(scene.trips())
                .containsExactly("VN:12C12345|g|03T08:00,VN:12C12345,g,EXPORT,,UNDECLARED,CROSSED,"
                        + "03T08:00,03T08:30,05T08:45,05T09:00,CROSSED");
        assertThat(scene.discrepancies())
                .contains("VN:12C12345|g|03T08:00,VN:12C12345,g,SILENT_INSIDE,03T09:30,05T08:30");
    }

    @Test
    void aCutBackWithinTenMinutesUndoesBoth() {
        scene.drives(TRUCK, "03T08:00 gate", "03T08:30 china", "03T08:39:59 gate", "03T08:45 road");
        scene.drives("VN:12C99999", "03T08:00 gate", "03T08:30 china", "03T08:40 gate", "03T08:45 road");

        assertThat(scene.trips())
                .containsExactly(
                        "VN:12C12345|g|03T08:00,VN:12C12345,g,UNKNOWN,,UNDECLARED,LEFT,03T08:00,,,,OPEN",
                        "VN:12C99999|g|03T08:00,VN:12C99999,g,EXPORT,,UNDECLARED,CROSSED,03T08:00,,,03T08:30,CROSSED",
                        "VN:12C99999|g|03T08:40,VN:12C99999,g,IMPORT,,UNDECLARED,AT_GATE,03T08:40,,,03T08:40,OPEN");
    }

    @Test
    void aTruckThatGoesToTheOtherGateHasMovedAndIsDeclaredThere() {
        scene.drives(TRUCK, "03T08:00 gate", "03T08:30 road", "03T09:00 h-road", "03T09:30 h-gate", "03T10:00 h-china");
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'h','direction':'EXPORT'," + trucks(TRUCK));

        assertThat(scene.trips())
                .containsExactly(
                        "VN:12C12345|g|03T08:00,VN:12C12345,g,UNKNOWN,,UNDECLARED,MOVED,03T08:00,,,,MOVED",
                        "VN:12C12345|h|03T07:00,VN:12C12345,h,EXPORT,D1,DECLARED,CROSSED,03T09:30,,,03T10:00,CROSSED");
        assertThat(scene.discrepancies())
                .containsExactly(
                        "VN:12C12345|g|03T08:00,VN:12C12345,g,WRONG_GATE,03T08:00,03T09:30",
                        "VN:12C12345|h|03T07:00,VN:12C12345,h,LEFT_NOT_FINISHED,03T10:00,");
    }

    @Test
    void theWrongGateAndTheWrongYard() {
        scene.drives(TRUCK, "03T08:00 gate", "03T08:30 z", "03T09:00 gate");
        scene.drives("VN:12C99999", "03T08:00 gate", "03T08:30 z", "03T09:00 gate");
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'h'," + trucks(TRUCK));
        scene.says("D2", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g','yardId':'y'," + trucks("VN:12C99999"));

        assertThat(scene.discrepancies())
                .containsExactly(
                        "VN:12C12345|g|03T07:00,VN:12C12345,g,WRONG_GATE,03T08:00,",
                        "VN:12C99999|g|03T07:00,VN:12C99999,g,WRONG_YARD,03T08:30,03T09:00");
    }

    @Test
    void aCoverIsWithoutAPassageIfItsReferenceIsMoreThanTwoHoursAway() {
        scene.drives(TRUCK, "03T08:00 gate", "03T09:00 road");
        scene.drives("VN:12C99999", "03T08:00 gate", "03T09:00 road");
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + trucks(TRUCK));
        scene.says("D1", "03T11:00", "GTIN CUSTOMS");
        scene.says("D2", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + trucks("VN:12C99999"));
        scene.says("D2", "03T11:00:01", "GTIN CUSTOMS");

        assertThat(scene.trips())
                .containsExactly(
                        "VN:12C12345|g|03T07:00,VN:12C12345,g,UNKNOWN,D1,DECLARED,LEFT,03T08:00,,,,OPEN",
                        "VN:12C99999|g|03T07:00,VN:12C99999,g,UNKNOWN,D2,DECLARED,EXPECTED,,,,,OPEN",
                        "VN:12C99999|g|03T08:00,VN:12C99999,g,UNKNOWN,,UNDECLARED,LEFT,03T08:00,,,,OPEN");
    }

    @Test
    void twoPlansOfOneTruckAreTwoTripsIfMoreThanTwoHoursApart() {
        for (String planned : new String[] {"08:00", "10:00", "12:00:01"}) {
            scene.says(
                    "D" + planned.substring(0, 2),
                    "03T07:00",
                    "DECLARED ENTERPRISE",
                    "'gateId':'g','plannedArrival':'2024-05-03T" + planned + "Z'," + trucks(TRUCK));
        }

        assertThat(scene.trips())
                .containsExactly(
                        "VN:12C12345|g|03T07:00,VN:12C12345,g,UNKNOWN,D08 D10,DECLARED,EXPECTED,,,,,OPEN",
                        "VN:12C12345|g|03T07:00|2,VN:12C12345,g,UNKNOWN,D12,DECLARED,EXPECTED,,,,,OPEN");
    }

    @Test
    void aCancellationCountsUnlessTheTruckHasLeftOrIsDeclaredAnew() {
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + trucks(TRUCK, "VN:12C99999"));
        scene.says("D1", "03T08:00", "GTOT CUSTOMS", trucks("VN:12C99999"));
        scene.says("D1", "03T09:00", "CANCELLED ENTERPRISE");
        scene.says("D2", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'h'," + trucks(TRUCK));
        scene.says("D2", "03T09:00", "CANCELLED ENTERPRISE");
        scene.says("D2", "03T09:00:01", "AMENDED ENTERPRISE");

        assertThat(scene.trips())
                .containsExactly(
                        "VN:12C12345|g|03T07:00,VN:12C12345,g,UNKNOWN,D1,CANCELLED,EXPECTED,,,,,CANCELLED",
                        "VN:12C12345|h|03T07:00,VN:12C12345,h,UNKNOWN,D2,DECLARED,EXPECTED,,,,,OPEN",
                        "VN:12C99999|g|03T07:00,VN:12C99999,g,UNKNOWN,D1,LEFT,EXPECTED,,,03T08:00,,LEFT");
    }

    @Test
    void oneAuthorityIsNoArrivalAndTheLagEndsWithTheOther() {
        scene.drives(TRUCK, "03T08:00 gate", "03T08:30 gate", "03T09:00 gate", "03T09:30 gate");
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + trucks(TRUCK));
        scene.says("D1", "03T08:15", "GTIN CUSTOMS");
        assertThat(scene.trips().get(0)).contains(",DECLARED,AT_GATE,");
        assertThat(scene.discrepancies())
                .containsExactly("VN:12C12345|g|03T07:00,VN:12C12345,g,AUTHORITY_LAG,03T09:00,");

        scene.says("D1", "03T09:00", "GTIN BORDER_GUARD");
        assertThat(scene.trips().get(0)).contains(",ARRIVED,AT_GATE,");
        assertThat(scene.discrepancies()).isEmpty();
    }

    @Test
    void aLimitThatIsOffNeverPasses() {
        scene.limits("'returnWithin':'off','seenNotConfirmedAfter':'PT1H'");
        scene.drives(TRUCK, "03T08:00 gate", "03T08:30 road", "09T08:00 gate", "09T08:30 road")
                .until("20T00:00");
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + trucks(TRUCK));

        assertThat(scene.trips())
                .containsExactly("VN:12C12345|g|03T07:00,VN:12C12345,g,UNKNOWN,D1,DECLARED,LEFT,03T08:00,,,,OPEN");
        assertThat(scene.discrepancies())
                .containsExactly("VN:12C12345|g|03T07:00,VN:12C12345,g,SEEN_NOT_CONFIRMED,03T09:00,");
    }

    @Test
    void aForeignTruckIsToReturn() {
        String from = "CN:\u6842A12345";
        scene.drives(from, "03T08:00 china", "03T08:20 line", "03T08:40 gate", "03T09:20 gate", "03T10:00 gate");
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g','direction':'IMPORT'," + trucks(from));
        scene.says("D1", "03T08:40", "GTIN CUSTOMS");
        scene.says("D1", "03T09:00", "CUSR CUSTOMS").until("04T08:00");

        String trip = from + "|g|03T07:00," + from + ",g,";
        assertThat(scene.trips()).containsExactly(trip + "IMPORT,D1,FINISHED,SILENT,03T08:20,,,03T08:20,OPEN");
        assertThat(scene.discrepancies())
                .containsExactly(
                        trip + "AUTHORITY_LAG,03T09:25,",
                        trip + "FINISHED_NOT_LEFT,03T12:00,",
                        trip + "OVERDUE_RETURN,03T13:00,",
                        trip + "SILENT_INSIDE,03T11:00,");
    }

    @Test
    void whoDoesNotComeForThreeDaysWillNotCome() {
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + trucks(TRUCK));

        assertThat(scene.until("06T07:00").trips().get(0)).endsWith("EXPECTED,,,,,OPEN");
        assertThat(scene.until("06T07:00:01").trips().get(0)).endsWith("EXPECTED,,,,,NO_SHOW");
        assertThat(scene.discrepancies()).containsExactly("VN:12C12345|g|03T07:00,VN:12C12345,g,NO_SHOW,03T11:00,");
    }
}
