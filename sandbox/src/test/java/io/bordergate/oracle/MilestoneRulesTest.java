package io.bordergate.oracle;

import static io.bordergate.oracle.TripScene.trucks;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sections 1, 7 and 8 of docs/trips.md against answers worked out by hand. */
class MilestoneRulesTest {

    private static final String TRUCK = "VN:12C12345";
    private static final String OTHER = "VN:12C99999";

    private final TripScene scene = new TripScene();

    @Test
    void ofTwoContentsTheOneReceivedFirstCountsWhicheverCameFirst() {
        scene.says(
                "D1",
                "03T07:00",
                "DECLARED ENTERPRISE",
                "'gateId':'g','recordTime':'2024-05-03T08:00:00Z'," + trucks(TRUCK));
        scene.says(
                "D1",
                "03T07:00",
                "DECLARED ENTERPRISE",
                "'gateId':'h','recordTime':'2024-05-03T07:59:59Z'," + trucks(TRUCK));
        scene.says(
                "D1",
                "03T07:00",
                "DECLARED ENTERPRISE",
                "'gateId':'g','recordTime':'2024-05-03T08:30:00Z'," + "'source':'another'," + trucks(TRUCK));

        assertThat(scene.trips())
                .containsExactly("VN:12C12345|h|03T07:00,VN:12C12345,h,UNKNOWN,D1,DECLARED,EXPECTED,,,,,OPEN");
        assertThat(scene.milestoneFates()).containsExactly("APPLIED,,1", "NO_OP,DUPLICATE,1", "QUARANTINED,CONFLICT,1");
    }

    @Test
    void ofTwoContentsReceivedAtOnceTheSmallerCounts() {
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'h'," + trucks(TRUCK));
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + trucks(TRUCK));

        assertThat(scene.trips().get(0)).startsWith("VN:12C12345|g|");
    }

    /** 5 May 2024 is a Sunday; a day begins at 17:00 UTC. */
    @Test
    void whatIsDeclaredForADayOnWhichTheGateIsClosedIsFlagged() {
        scene.gate("'opening':{'hours':[{'days':'MON-SAT','from':'07:00','to':'18:00'}],"
                + "'closures':[{'from':'2024-05-06','to':'2024-05-06','side':'EXPORT'}]}");
        String sunday = "'gateId':'g','plannedArrival':'2024-05-05T16:59:59Z',";
        String monday = "'gateId':'g','plannedArrival':'2024-05-05T17:00:00Z',";
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", sunday + trucks(TRUCK));
        scene.says("D2", "03T07:00", "DECLARED ENTERPRISE", monday + trucks(TRUCK));
        scene.says("D3", "03T07:00", "AMENDED ENTERPRISE", "'direction':'EXPORT'," + monday + trucks(TRUCK));
        scene.says("D4", "03T07:00", "DECLARED ENTERPRISE", "'direction':'IMPORT'," + monday + trucks(TRUCK));
        scene.says("D5", "03T07:00", "REGISTERED CUSTOMS", sunday + trucks(TRUCK));
        scene.says("D6", "05T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + trucks(TRUCK));
        scene.says("D7", "05T07:00", "DECLARED ENTERPRISE", "'gateId':'h'," + trucks(TRUCK));

        assertThat(scene.milestoneFates()).containsExactly("APPLIED,,4", "FLAGGED,GATE_MISMATCH,3");
    }

    @Test
    void whatNamesNoTruckWaitsForTheDeclaration() {
        scene.says("D1", "03T08:00", "GTIN CUSTOMS");
        scene.says("D1", "03T08:05", "GTIN BORDER_GUARD", "'trucks':[]");
        assertThat(scene.trips()).isEmpty();
        assertThat(scene.milestoneFates()).containsExactly("HELD,AWAITS_DECLARATION,2");

        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + trucks(TRUCK));
        assertThat(scene.trips().get(0)).contains(",ARRIVED,EXPECTED,03T08:05,");
        assertThat(scene.milestoneFates()).containsExactly("APPLIED,,3");
    }

    @Test
    void anAmendmentDropsOneTruckAndAConfirmationKeepsAnother() {
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + trucks(TRUCK, OTHER, "VN:12C77777"));
        scene.says("D1", "03T07:30", "AMENDED ENTERPRISE", trucks(TRUCK));
        scene.says("D1", "03T08:00", "GTIN CUSTOMS");
        scene.says("D1", "03T08:00", "CUSR CUSTOMS");
        scene.says("D1", "03T08:00", "INSP TRANSPORT", trucks(OTHER));

        assertThat(scene.trips())
                .containsExactly(
                        "VN:12C12345|g|03T07:00,VN:12C12345,g,UNKNOWN,D1,FINISHED,EXPECTED,,,,,OPEN",
                        "VN:12C99999|g|03T07:00,VN:12C99999,g,UNKNOWN,D1,FINISHED,EXPECTED,,,,,OPEN");
        assertThat(scene.until("03T08:45").discrepancies()) // the unnamed arrival is not of the truck that was dropped
                .containsExactly(
                        "VN:12C12345|g|03T07:00,VN:12C12345,g,AUTHORITY_LAG,03T08:45,",
                        "VN:12C12345|g|03T07:00,VN:12C12345,g,CONFIRMED_NOT_SEEN,03T08:45,");
    }

    @Test
    void theNewestWordThatIsKnownIsTheValue() {
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g','direction':'EXPORT'," + trucks(TRUCK));
        scene.says("D1", "03T07:10", "FEES_PAID MANAGEMENT_CENTRE", "'gateId':'h','direction':'sideways'");
        scene.says("D1", "03T20:00", "GTIN ENTERPRISE PLN", "'recordTime':'2024-05-03T07:00:00Z'");

        assertThat(scene.until("04T00:00").trips())
                .containsExactly("VN:12C12345|h|03T07:00,VN:12C12345,h,EXPORT,D1,IN_PROCEDURE,EXPECTED,,,,,OPEN");
        assertThat(scene.discrepancies()).containsExactly("VN:12C12345|h|03T07:00,VN:12C12345,h,NO_SHOW,04T00:00,");
    }

    @Test
    void everyLineHasItsFate() {
        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", "'gateId':'g'," + trucks(TRUCK));
        scene.line("{'declarationId':'D1','type':'GTIN','authority':'CUSTOMS','eventTime':'2000-12-31T23:59:59.999Z'}");
        scene.says("D1", "03T08:05:00.001", "GTIN CUSTOMS", "'recordTime':'2024-05-03T08:00:00Z'");
        scene.says("D1", "03T08:05", "CUSR CUSTOMS", "'recordTime':'2024-05-03T08:00:00Z'");
        scene.says("D1", "09T08:05", "GTOT CUSTOMS EST", "'recordTime':'2024-05-03T08:00:00Z'");
        scene.says("D1", "03T07:00", "INSP CUSTOMS", "'recordTime':'2024-06-02T07:00:00.001Z'");
        scene.says("D1", "03T07:30", "INSP CUSTOMS", "'recordTime':'2024-06-02T07:30:00Z'");
        scene.says("D1", "03T07:40", "INSP CUSTOMS", trucks("VN:12R12345", "VN:0"));
        scene.says("D1", "03T07:50", "INSP CUSTOMS", trucks("VN:12\u0421-12345", "CN:A12345"));
        scene.says("D1", "03T07:51", "INSP somebody", trucks("CN:A12345"));
        scene.says("D1", "03T07:52", "INSP somebody", "'gateId':'nowhere'");
        scene.says("D1", "03T07:53", "INSP CUSTOMS", "'gateId':'nowhere'");
        scene.line("{'declarationId':'D1','type':'GTIN','authority':'CUSTOMS','eventTime':'2024-05-03T08:00:00'}");
        scene.line("{'declarationId':'NULL','type':'GTIN','authority':'CUSTOMS','eventTime':'2024-05-03T08:00:00Z'}");
        scene.line("{'declarationId':'D1'}{}");
        scene.line("");

        assertThat(scene.milestoneFates())
                .containsExactly(
                        "APPLIED,,4",
                        "DEAD_LETTERED,UNREADABLE,4",
                        "FLAGGED,INCOMPLETE_PLATE,1",
                        "FLAGGED,SUSPECT_PLATE,1",
                        "FLAGGED,UNKNOWN_GATE,1",
                        "FLAGGED,UNKNOWN_WORD,1",
                        "FLAGGED,WRONG_FIELD,1",
                        "LATE,OUTSIDE_WINDOW,1",
                        "QUARANTINED,BAD_TIME,1",
                        "QUARANTINED,FUTURE_TIME,1");
    }

    @Test
    void onePlateHasManyWritings() {
        for (String plate : new String[] {
            "12C-123.45", " 12c 123\u00A045", "\uFF11\uFF12\uFF23\u00B7\uFF11\uFF12\uFF13\uFF14\uFF15", "12C/12\t345"
        }) {
            assertThat(identity("vn ", plate, "").truckId()).as(plate).isEqualTo("VN:12C12345");
            assertThat(identity("vn ", plate, "").flags()).isEmpty();
        }
        assertThat(identity("CN", "\u6842A\u30FBD1234F", "").truckId()).isEqualTo("CN:\u6842AD1234F");
        assertThat(identity("LA", "\u0E81\u0E82 1234", "").flags()).isEmpty();
    }

    @Test
    void theProvinceIsPutBeforeAPlateThatLacksIt() {
        NamedTruck truck = new NamedTruck("CN", "A-12345", "");

        assertThat(TruckIdentity.of(truck, Optional.of("\u6842")).truckId()).isEqualTo("CN:\u6842A12345");
        assertThat(TruckIdentity.of(truck, Optional.empty()).truckId()).isEqualTo("CN:A12345");
        assertThat(TruckIdentity.of(truck, Optional.empty()).flags()).containsExactly("INCOMPLETE_PLATE");
    }

    @Test
    void tractorAndTrailerChangePlacesOnlyIfBothAreWrong() {
        assertThat(identity("VN", "12R-123.45", "12C-678.90"))
                .isEqualTo(new TruckIdentity("VN:12C67890", Set.of("WRONG_FIELD")));
        assertThat(identity("VN", "12R-123.45", "12R-678.90").truckId()).isEqualTo("VN:12R12345");
        assertThat(identity("VN", "12C-678.90", "12R-123.45").flags()).isEmpty();
        assertThat(identity("CN", "\u6842A1234\u6302", "\u6842B12345").truckId())
                .isEqualTo("CN:\u6842B12345");
    }

    @Test
    void aContainerIsNoPlate() {
        for (String number : List.of("CSQU3054383", "csqu 305438-3", "TEMU1000090")) {
            assertThat(identity("CN", number, "").flags()).as(number).contains("WRONG_FIELD");
            assertThat(identity("VN", "12C-678.90", number))
                    .isEqualTo(new TruckIdentity("VN:12C67890", Set.of("WRONG_FIELD")));
        }
        for (String other : List.of("CSQU3054384", "CSQA3054383", "CSQU305438", "CSQU30543833")) {
            assertThat(identity("VN", "12C-678.90", other).flags()).as(other).isEmpty();
        }
        assertThat(identity("VN", "CSQU3054383", "12C-678.90").truckId()).isEqualTo("VN:CSQU3054383");

        scene.says("D1", "03T07:00", "DECLARED ENTERPRISE", trucks("VN:CSQU3054383"));
        scene.says("D2", "03T07:00", "DECLARED ENTERPRISE", trucks("VN:CSQU3054384"));
        assertThat(scene.milestoneFates()).containsExactly("FLAGGED,SUSPECT_PLATE,1", "FLAGGED,WRONG_FIELD,1");
    }

    private static TruckIdentity identity(String country, String plate, String trailer) {
        return TruckIdentity.of(new NamedTruck(country, plate, trailer), Optional.empty());
    }
}
