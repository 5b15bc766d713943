package io.bordergate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** docs/forecast.md, case by case, worked out by hand. The first fact of the gate is received on the 3rd at 08:00. */
class ForecastRulesTest {

    @Test
    void tenTrucksThatAreAnnouncedAreExpectedUntilTheyAreAllTooLate() {
        // 19 of 20 come, so 9.5 want one of the 10 places: CRITICAL, which counts as CONGESTED. At 20:30 each that has
        // not come comes with 0.19 / 0.24, so 7.9: CONGESTED, which counts as BUSY. At 22:00 none is expected any more.
        assertThat(tenAnnounced(10).until("04T23:00").alerts())
                .containsExactly(
                        "g||04T08:00,g,,OPENED,CONGESTED,04T08:00,PREDICTION",
                        "g||04T08:00,g,,EASED,BUSY,04T21:00,PREDICTION",
                        "g||04T08:00,g,,RESOLVED,NORMAL,04T22:30,PREDICTION");
    }

    @Test
    void aPredictionCountsOneLevelLess() {
        assertThat(tenAnnounced(11).until("04T09:00").alerts())
                .containsExactly("g||04T08:00,g,,OPENED,BUSY,04T08:00,PREDICTION");
        assertThat(tenAnnounced(12).until("04T09:00").alerts()).isEmpty();
    }

    @Test
    void thereIsNoneInTheFirstDay() {
        assertThat(tenAnnounced(10).until("04T07:59:59.999").alerts()).isEmpty();
    }

    @Test
    void theYardsArePredictedToTheRestOfADayOnly() {
        // Those announced for 20:00 come from 19:00 on, and 4 of 5 until 20:30: seen from 20:15 of the day before
        // 0.6 * 9.5 = 5.7 come within 24 hours, from 20:30 on 7.6.
        TripScene scene = new TripScene().yard("'capacity':9");
        begin(scene);
        scene.says("1", "04T09:00", "DECLARED ENTERPRISE", announced("05T20:00", trucks(10)));

        assertThat(scene.until("04T20:45").alerts()).containsExactly("g||04T20:30,g,,OPENED,BUSY,04T20:30,PREDICTION");
    }

    @Test
    void whoeverComesUnannouncedComesAgainTheNextDay() {
        // 6 trucks came at noon: from 08:30 on, when a whole day can be looked at, they are expected again until noon.
        TripScene scene = new TripScene().yard("'capacity':7");
        begin(scene);
        comeAndGo(scene);

        assertThat(scene.until("04T13:00").alerts())
                .containsExactly(
                        "g||04T08:30,g,,OPENED,BUSY,04T08:30,PREDICTION",
                        "g||04T08:30,g,,RESOLVED,NORMAL,04T12:30,PREDICTION");
    }

    @Test
    void whoeverWasAnnouncedADayAheadIsNotExpectedAgain() {
        TripScene scene = new TripScene().yard("'capacity':7");
        begin(scene);
        scene.says("1", "03T08:00", "DECLARED ENTERPRISE", announced("03T12:00", trucks(6)));
        comeAndGo(scene);

        assertThat(scene.until("04T13:00").alerts()).isEmpty();
    }

    @Test
    void ifNoneOfTenComesTodayTheOthersAreHardlyExpected() {
        // 10 of 10:00 and 6 of 14:00 are expected again. At 10:00 none has come:
        // 10 > 2 sqrt(2 (10 + 1 + 1)) = 9.8, so of the 6 one eleventh is expected.
        assertThat(comeOnce(10).alerts())
                .containsExactly(
                        "g||04T08:30,g,,OPENED,CONGESTED,04T08:30,PREDICTION",
                        "g||04T08:30,g,,RESOLVED,NORMAL,04T10:30,PREDICTION");
    }

    @Test
    void ifNoneOfNineComesThatIsChance() {
        // 9 < 2 sqrt(2 (9 + 1 + 0.81)) = 9.3. The 6 want 0.75 of the places, which is CONGESTED still.
        assertThat(comeOnce(9).alerts())
                .containsExactly(
                        "g||04T08:30,g,,OPENED,CONGESTED,04T08:30,PREDICTION",
                        "g||04T08:30,g,,EASED,BUSY,04T10:30,PREDICTION",
                        "g||04T08:30,g,,RESOLVED,NORMAL,04T14:30,PREDICTION");
    }

    /** So many trucks on the 3rd at 10:00, and six at 14:00. */
    private static TripScene comeOnce(int count) {
        TripScene scene = new TripScene().yard("'capacity':8");
        begin(scene);
        for (int i = 0; i < count; i++) {
            scene.drives("VN:2%02d".formatted(i), "03T10:00 gate", "03T10:10 road");
        }
        for (String truck : trucks(6)) {
            scene.drives(truck, "03T14:00 gate", "03T14:10 road");
        }
        return scene.until("04T15:00");
    }

    /** Six trucks that are at the gate for ten minutes. */
    private static void comeAndGo(TripScene scene) {
        for (String truck : trucks(6)) {
            scene.drives(truck, "03T12:00 gate", "03T12:10 road");
        }
    }

    /** Ten trucks for 20:00 of the 4th, and so many places in the yards. */
    private static TripScene tenAnnounced(int capacity) {
        TripScene scene = new TripScene().yard("'capacity':" + capacity);
        return scene.says("1", "03T08:00", "DECLARED ENTERPRISE", announced("04T20:00", trucks(10)));
    }

    /** A truck that is declared for no time, and that therefore is never expected. */
    private static void begin(TripScene scene) {
        scene.says("0", "03T08:00", "DECLARED ENTERPRISE", "'gateId':'g'," + TripScene.trucks("VN:900"));
    }

    private static String announced(String planned, String... trucks) {
        return "'gateId':'g','direction':'EXPORT','plannedArrival':'2024-05-" + planned + ":00Z',"
                + TripScene.trucks(trucks);
    }

    private static String[] trucks(int count) {
        return IntStream.range(0, count).mapToObj(i -> "VN:1%02d".formatted(i)).toArray(String[]::new);
    }
}
