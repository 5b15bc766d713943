package io.bordergate.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sequence of reports: the same every time, in order, and open to resuming at any index. */
class SimulationTest {

    private static final int MANY = 30_000;

    @Test
    void givesTheSameReportsEveryTime() throws NoSuchAlgorithmException {
        Simulation again = Simulation.of(NormalDay.scenario());

        assertThat(digest(again.reportsFrom(0))).isEqualTo(digest(NormalDay.SIMULATION.reportsFrom(0)));
    }

    @Test
    void givesOtherReportsForAnotherSeed() throws NoSuchAlgorithmException {
        Simulation other = Simulation.of(NormalDay.scenario().withSeed(1));

        assertThat(digest(other.reportsFrom(0))).isNotEqualTo(digest(NormalDay.SIMULATION.reportsFrom(0)));
    }

    @Test
    void resumesWhereItLeftOff() {
        Iterator<Report> all = NormalDay.SIMULATION.reportsFrom(0);
        for (int i = 0; i < MANY; i++) {
            all.next();
        }
        Iterator<Report> resumed = NormalDay.SIMULATION.reportsFrom(MANY);

        for (int i = 0; i < 2_000; i++) {
            assertThat(resumed.next()).isEqualTo(all.next());
        }
    }

    @Test
    void numbersReportsWithoutGapsInOrderOfReceiptAndTruck() {
        List<Report> reports = NormalDay.reports(Duration.ofHours(1)).toList();

        assertThat(reports).hasSizeGreaterThan(15_000);
        assertThat(reports).extracting(Report::index).isSorted().doesNotHaveDuplicates();
        assertThat(reports.get(0).index()).isZero();
        assertThat(reports.get(reports.size() - 1).index()).isEqualTo(reports.size() - 1L);
        assertThat(reports).isSortedAccordingTo(Comparator.comparing(Report::recordTime));
    }

    @Test
    void ordersReportsReceivedAtTheSameTimeByTruck() {
        List<Report.PositionReport> fixes =
                NormalDay.positions(Duration.ofHours(1)).toList();

        assertThat(fixes)
                .isSortedAccordingTo(Comparator.comparing(Report.PositionReport::recordTime)
                        .thenComparing(Report.PositionReport::truckId));
    }

    @Test
    void neverReceivesAFixBeforeItWasTaken() {
        assertThat(NormalDay.positions(Duration.ofHours(1)))
                .allMatch(fix -> !fix.recordTime().isBefore(fix.eventTime()));
    }

    @Test
    void refusesANegativeIndex() {
        assertThatThrownBy(() -> NormalDay.SIMULATION.reportsFrom(-1)).hasMessageContaining("is -1");
    }

    private static String digest(Iterator<Report> reports) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < MANY; i++) {
            digest.update(reports.next().toString().getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
