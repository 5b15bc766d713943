package io.bordergate.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.bordergate.simulator.Report.MilestoneReport;
import io.bordergate.simulator.Report.PositionReport;
import io.bordergate.simulator.site.Point;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reports of the dirty day: the same every time, in the order of receipt, and dirty. */
class DirtySimulationTest {

    private static final int MANY = 30_000;

    @Test
    void givesTheSameReportsForASeedAndOthersForAnother() throws NoSuchAlgorithmException {
        String first = digest(DirtyDay.SIMULATION.reportsFrom(0));

        assertThat(digest(Simulation.of(DirtyDay.scenario()).reportsFrom(0))).isEqualTo(first);
        assertThat(digest(Simulation.of(DirtyDay.scenario().withSeed(1)).reportsFrom(0)))
                .isNotEqualTo(first);
    }

    @Test
    void staysInTheOrderOfReceipt() {
        List<Report> reports = reports(Duration.ofHours(2));

        assertThat(reports).isSortedAccordingTo(Comparator.comparing(Report::recordTime));
        assertThat(reports.get(reports.size() - 1).index()).isEqualTo(reports.size() - 1L);
        assertThat(reports).filteredOn(MilestoneReport.class::isInstance).hasSizeGreaterThan(500);
    }

    @Test
    void saysWhichFixesAreInAnotherDatum() {
        Map<String, TruckJourney> trucks = new HashMap<>();
        DirtyDay.journeys().forEach(journey -> trucks.put(journey.truck().truckId(), journey));
        Set<String> chinese = new HashSet<>();
        Set<String> shifted = new HashSet<>();
        for (Report report : reports(Duration.ofHours(2))) {
            if (report instanceof PositionReport fix) {
                TruckJourney journey = trucks.get(fix.truckId());
                Point truth = journey.positionAt(fix.eventTime()).orElseThrow();
                double metres = truth.metresTo(new Point(fix.longitude(), fix.latitude()));
                assertThat(metres).isBetween(fix.gcj02() ? 400.0 : 0.0, fix.gcj02() ? 600.0 : 8.1);
                if (journey.truck().isChinese()) {
                    chinese.add(fix.truckId());
                }
                if (fix.gcj02()) {
                    shifted.add(fix.truckId());
                }
            }
        }
        assertThat(chinese).containsAll(shifted).hasSizeGreaterThan(200);
        assertThat((double) shifted.size() / chinese.size())
                .isCloseTo(DirtyDay.SIMULATION.scenario().reporting().gcj02Share(), offset(0.07));
    }

    private static List<Report> reports(Duration length) {
        Instant until = DirtyDay.START.plus(length);
        List<Report> reports = new ArrayList<>();
        Iterator<Report> all = DirtyDay.SIMULATION.reportsFrom(0);
        for (Report report = all.next(); report.recordTime().isBefore(until); report = all.next()) {
            reports.add(report);
        }
        return reports;
    }

    private static String digest(Iterator<Report> reports) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < MANY; i++) {
            digest.update(reports.next().toString().getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
