package io.bordergate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** docs/gates.md, case by case, worked out by hand. Days end at 13:00 UTC, which is 20:00 at the border. */
class GateRulesTest {

    private static final String WAIT_ALONE =
            "'congestion':{'waitMinutes':{'busy':[60,45],'congested':[600,500],'critical':[900,800]},'hold':'PT10M'}";

    @Test
    void aYardThatIsFullOpensAtOnceAndResolvesAfterTheHold() {
        TripScene scene = new TripScene()
                .yard("'capacity':2")
                .drives("VN:1", "03T08:00 y", "03T08:50 y", "03T09:40 y")
                .drives("VN:2", "03T08:09 road", "03T08:10 y", "03T08:40 road")
                .until("03T09:40");

        assertThat(scene.alerts())
                .containsExactly(
                        "g||03T08:10,g,,OPENED,CRITICAL,03T08:10,OCCUPANCY",
                        "g||03T08:10,g,,RESOLVED,NORMAL,03T09:10,OCCUPANCY");
    }

    @Test
    void aFigureIsTakenAtTheWholeMinuteFromWhatWasReceivedUntilThen() {
        TripScene scene = new TripScene()
                .yard("'capacity':1")
                .drives("VN:1", "03T08:00:00.001 y")
                .until("03T08:01");

        assertThat(scene.alerts()).containsExactly("g||03T08:01,g,,OPENED,CRITICAL,03T08:01,OCCUPANCY");
    }

    @Test
    void aLevelHoldsDownToItsLowerThreshold() {
        TripScene scene = new TripScene()
                .yard("'capacity':4")
                .gate("'congestion':{'hold':'PT0S',"
                        + "'occupancy':{'busy':[0.5,0.25],'congested':[0.75,0.6],'critical':[1,0.9]}}")
                .drives("VN:1", "03T08:00 y", "03T08:50 y", "03T09:00 road")
                .drives("VN:2", "03T08:10 y", "03T08:50 road")
                .drives("VN:3", "03T08:20 y", "03T08:40 road")
                .until("03T09:10");

        assertThat(scene.alerts())
                .containsExactly(
                        "g||03T08:10,g,,OPENED,BUSY,03T08:10,OCCUPANCY",
                        "g||03T08:10,g,,ESCALATED,CONGESTED,03T08:20,OCCUPANCY",
                        "g||03T08:10,g,,EASED,BUSY,03T08:40,OCCUPANCY",
                        "g||03T08:10,g,,RESOLVED,NORMAL,03T09:00,OCCUPANCY");
    }

    @Test
    void theHoldBeginsAnewAfterABreakAndEndsAtTheHighestLevelSince() {
        TripScene scene = new TripScene()
                .yard("'capacity':4")
                .gate("'congestion':{'occupancy':{'busy':[0.5,0.4],'congested':[0.75,0.6],'critical':[1,0.9]}}")
                .drives("VN:1", "03T08:00 y", "03T08:50 y", "03T09:40 y", "03T10:30 y")
                .drives("VN:2", "03T08:00 y", "03T08:50 road")
                .drives("VN:3", "03T08:00 y", "03T08:10 road", "03T08:30 y", "03T08:40 road")
                .until("03T10:30");

        assertThat(scene.alerts())
                .containsExactly(
                        "g||03T08:00,g,,OPENED,CONGESTED,03T08:00,OCCUPANCY",
                        "g||03T08:00,g,,EASED,BUSY,03T09:10,OCCUPANCY",
                        "g||03T08:00,g,,RESOLVED,NORMAL,03T09:20,OCCUPANCY");
    }

    @Test
    void aTruckThatIsUncertainIsCountedUntilItsStayIsOver() {
        TripScene scene = new TripScene()
                .yard("'capacity':1,'silenceAfter':'PT20M'")
                .drives("VN:1", "03T08:00 y")
                .until("03T10:00");

        assertThat(scene.alerts())
                .containsExactly(
                        "g||03T08:00,g,,OPENED,CRITICAL,03T08:00,OCCUPANCY",
                        "g||03T08:00,g,,RESOLVED,NORMAL,03T09:31,OCCUPANCY");
    }

    @Test
    void aSideOfWhichLittleIsSeenDoesNotFall() {
        TripScene scene = new TripScene().gate(WAIT_ALONE);
        arrive(scene, "1", 10, "03T08:00");
        arrive(scene, "2", 11, "03T09:10");
        scene.says("1", "03T09:50", "CROS CUSTOMS")
                .says("2", "03T09:50", "CROS CUSTOMS", TripScene.trucks("VN:200", "VN:201"))
                .until("03T10:09");

        assertThat(scene.alerts())
                .containsExactly(
                        "g|EXPORT|03T09:00,g,EXPORT,OPENED,BUSY,03T09:00,WAIT",
                        "g|EXPORT|03T09:00,g,EXPORT,RESOLVED,NORMAL,03T10:00,WAIT");
    }

    @Test
    void aClosedGateIsNotRelief() {
        TripScene scene = new TripScene().gate(WAIT_ALONE);
        arrive(scene, "1", 1, "03T08:00");
        arrive(scene, "2", 2, "03T09:05");
        scene.says("1", "03T09:05", "CROS CUSTOMS")
                .status("03T09:04", "'status':'CLOSED','direction':'EXPORT'")
                .status("03T09:30", "'status':'REDUCED'")
                .until("03T09:45");

        assertThat(scene.alerts())
                .containsExactly(
                        "g|EXPORT|03T09:00,g,EXPORT,OPENED,BUSY,03T09:00,WAIT",
                        "g|EXPORT|03T09:00,g,EXPORT,RESOLVED,NORMAL,03T09:40,WAIT");
    }

    @Test
    void aGateIsClosedOutsideItsHoursAndOpenForGoodsThatAreNotSuspended() {
        TripScene scene = new TripScene()
                .gate("'opening':{'hours':[{'days':'FRI','from':'07:00','to':'16:05'},"
                        + "{'days':'FRI','from':'16:30','to':'24:00'}],"
                        + "'closures':[{'from':'2024-05-03','to':'2024-05-03','goods':'FRUIT'}]}," + WAIT_ALONE);
        arrive(scene, "1", 1, "03T08:00");
        arrive(scene, "2", 2, "03T09:05");
        scene.says("1", "03T09:05", "CROS CUSTOMS").until("03T09:45");

        assertThat(scene.alerts())
                .containsExactly(
                        "g|EXPORT|03T09:00,g,EXPORT,OPENED,BUSY,03T09:00,WAIT",
                        "g|EXPORT|03T09:00,g,EXPORT,RESOLVED,NORMAL,03T09:40,WAIT");
    }

    @Test
    void aBacklogOfWhichNoneIsClearedIsCriticalOnceADayWasSeen() {
        TripScene scene = new TripScene();
        arrive(scene, "1", 20, "03T08:00");
        scene.until("04T08:00");

        assertThat(scene.alerts()).containsExactly("g|EXPORT|04T07:00,g,EXPORT,OPENED,CRITICAL,04T07:00,DAYS_TO_CLEAR");
    }

    @Test
    void daysToClearAreThoseOfOpenTime() {
        // Open for 24 hours a week, so a day is 3:25:43 h of open time; 20 trucks wait, and 10 were cleared at 06:30.
        TripScene scene = new TripScene()
                .members("'timeZone':'UTC'")
                .gate("'opening':{'hours':[{'days':'FRI','from':'06:00','to':'16:00'},"
                        + "{'days':'SAT','from':'06:00','to':'20:00'}]},"
                        + "'congestion':{'daysToClear':{'busy':[2,1],'congested':[3,2],'critical':[4,3]}}");
        arrive(scene, "1", 10, "03T08:00");
        arrive(scene, "2", 20, "03T08:00");
        scene.says("1", "04T06:30", "CROS CUSTOMS").until("04T19:00");

        assertThat(scene.alerts())
                .containsExactly(
                        "g|EXPORT|04T07:00,g,EXPORT,OPENED,BUSY,04T07:00,DAYS_TO_CLEAR",
                        "g|EXPORT|04T07:00,g,EXPORT,ESCALATED,CRITICAL,04T09:56,DAYS_TO_CLEAR");
    }

    @Test
    void aTruckThatMovesOnIsCountedAtEachGateOnce() {
        TripScene scene = new TripScene()
                .drives("VN:1", "03T08:00 gate", "03T08:10 y", "03T08:30 road", "03T10:00 h-gate")
                .until("04T14:00");

        assertThat(scene.daily())
                .containsExactly(
                        "g,2024-05-03,0,0,0,0,0,0,1,1,0,0,0,0,0",
                        "g,2024-05-04,0,0,0,0,0,0,0,0,0,0,0,0,0",
                        "h,2024-05-03,0,0,0,0,0,1,0,0,1,0,0,1,1",
                        "h,2024-05-04,0,0,0,0,0,0,0,0,1,0,0,1,0");
    }

    @Test
    void theTableCountsByGoodsAndSide() {
        TripScene scene = new TripScene();
        arrive(scene, "1", 1, "03T08:00", "'goods':[{'category':'OTHER'},{'category':'FRUIT'}]");
        arrive(scene, "2", 2, "03T08:00", "'direction':'IMPORT','goods':[{'category':'NEW_VEHICLE'}]");
        arrive(scene, "3", 3, "03T13:00", "'goods':[{'category':'FRUIT'}]");
        arrive(scene, "4", 4, "03T13:00:00.001", "'goods':[{'category':'OTHER_PERISHABLE'}]");
        scene.says("1", "03T12:00", "CROS CUSTOMS")
                .says("2", "03T12:00", "CROS CUSTOMS", TripScene.trucks("VN:200"))
                .says("3", "04T09:00", "TURNED_BACK CUSTOMS", TripScene.trucks("VN:301"))
                .until("04T13:00");

        assertThat(scene.daily())
                .containsExactly("g,2024-05-03,1,0,0,1,0,0,0,4,3,3,0,0,3", "g,2024-05-04,0,0,0,0,1,0,0,4,6,2,4,0,3");
    }

    @Test
    void whatBecomesKnownLaterCorrectsATableForSevenDays() {
        assertThat(clearedLate("10T13:00").daily())
                .startsWith("g,2024-05-03,0,1,0,0,0,0,0,1,0,0,0,0,0", "g,2024-05-04,0,0,0,0,0,0,0,0,0,0,0,0,0");
        assertThat(clearedLate("10T13:01").daily())
                .startsWith("g,2024-05-03,0,0,0,0,0,0,0,1,1,0,1,0,1", "g,2024-05-04,0,0,0,0,0,0,0,0,0,0,0,0,0");
    }

    @Test
    void aDayThatHasNotEndedHasNoTable() {
        TripScene scene = new TripScene();
        arrive(scene, "1", 1, "03T13:30");
        scene.until("04T12:59:59.999");

        assertThat(scene.daily()).isEmpty();
    }

    private static TripScene clearedLate(String known) {
        TripScene scene = new TripScene();
        arrive(scene, "1", 1, "03T08:00");
        return scene.says("1", "03T12:00", "CROS CUSTOMS", "'recordTime':'2024-05-" + known + ":00Z'")
                .until("11T12:00");
    }

    private static void arrive(TripScene scene, String declaration, int trucks, String time) {
        arrive(scene, declaration, trucks, time, "'direction':'EXPORT'");
    }

    /** Declared at 07:00 of the 3rd; confirmed by both authorities, and not seen. Trucks are such as VN:200 and VN:201. */
    private static void arrive(TripScene scene, String declaration, int trucks, String time, String more) {
        String[] ids = IntStream.range(0, trucks)
                .mapToObj(i -> "VN:%s%02d".formatted(declaration, i))
                .toArray(String[]::new);
        scene.says(declaration, "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + more + "," + TripScene.trucks(ids))
                .says(declaration, time, "GTIN CUSTOMS")
                .says(declaration, time, "GTIN BORDER_GUARD");
    }
}
