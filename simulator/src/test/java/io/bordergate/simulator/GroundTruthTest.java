package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.simulator.GroundTruth.Change;
import io.bordergate.simulator.Report.PositionReport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The oracle against brute force, and its doubts against an observer that counts from the reports alone. */
class GroundTruthTest {

    private static final long SEED = 7;
    private static final Duration FORGETS_AFTER = Duration.ofHours(12);

    @Test
    void countsTheTrucksWhosePositionIsInside() {
        Random random = new Random(SEED);
        for (int sample = 0; sample < 30; sample++) {
            Instant time = NormalDay.START.plusMillis(
                    (long) (random.nextDouble() * Duration.ofDays(7).toMillis()));
            for (String zone : NormalDay.TRUTH.zones()) {
                assertThat(NormalDay.TRUTH.occupancyAt(zone, time))
                        .as("%s at %s, seed %d", zone, time, SEED)
                        .isEqualTo((int) trucksInside(Shape.of(zone), time));
            }
        }
    }

    @Test
    void doubtsCoverWhatAnObserverOfTheReportsGetsWrong() {
        Map<String, PositionReport> newest = new HashMap<>();
        Iterator<Report> reports = NormalDay.SIMULATION.reportsFrom(0);
        Report next = reports.next();
        for (int minutes = 30; minutes < 18 * 60; minutes += 30) {
            Instant time = NormalDay.START.plus(Duration.ofMinutes(minutes));
            for (; !next.recordTime().isAfter(time); next = reports.next()) {
                if (next instanceof PositionReport fix) {
                    newest.merge(fix.truckId(), fix, GroundTruthTest::later);
                }
            }
            for (String zone : NormalDay.TRUTH.zones()) {
                int wrong =
                        Math.abs(seenInside(newest, Shape.of(zone), time) - NormalDay.TRUTH.occupancyAt(zone, time));
                assertThat(wrong).as("%s at %s", zone, time).isLessThanOrEqualTo(NormalDay.TRUTH.doubtAt(zone, time));
            }
        }
    }

    @Test
    void doubtsEveryTruckBeforeTheFirstReportAndFewAtNoon() {
        Instant noon = NormalDay.START.plus(Duration.ofHours(5));

        assertThat(NormalDay.TRUTH.doubtAt("xuan-cuong", NormalDay.START))
                .isEqualTo(NormalDay.TRUTH.occupancyAt("xuan-cuong", NormalDay.START));
        assertThat(NormalDay.TRUTH.doubtAt("xuan-cuong", noon)).isLessThan(15);
    }

    @Test
    void listsEveryChangeOnce() {
        Instant until = NormalDay.START.plus(Duration.ofHours(6));
        List<Change> changes = NormalDay.TRUTH.changes("bao-nguyen", NormalDay.START, until);

        assertThat(changes).extracting(Change::at).isSorted().startsWith(NormalDay.START);
        for (int i = 1; i < changes.size(); i++) {
            assertThat(changes.get(i).trucks()).isNotEqualTo(changes.get(i - 1).trucks());
            assertThat(NormalDay.TRUTH.occupancyAt(
                            "bao-nguyen", changes.get(i).at().minusMillis(1)))
                    .isEqualTo(changes.get(i - 1).trucks());
        }
    }

    @Test
    void knowsTheYardsAndRefusesOtherNames() {
        assertThat(NormalDay.TRUTH.zones())
                .containsExactlyInAnyOrder(
                        "xuan-cuong",
                        "xuan-cuong-khu-b",
                        "bao-nguyen",
                        "viettel-logistics-park",
                        "coc-nam-yard",
                        "chi-ma-yard",
                        "kim-thanh-yard",
                        "mong-cai-yard");
        assertThatThrownBy(() -> NormalDay.TRUTH.occupancyAt("nowhere", NormalDay.START))
                .hasMessageContaining("'nowhere' is no yard");
    }

    private static long trucksInside(Shape zone, Instant time) {
        return NormalDay.SIMULATION.plan().journeys().stream()
                .flatMap(journey -> journey.positionAt(time).stream())
                .filter(point -> zone.contains(point.lon(), point.lat()))
                .count();
    }

    private static int seenInside(Map<String, PositionReport> newest, Shape zone, Instant time) {
        return (int) newest.values().stream()
                .filter(fix -> fix.eventTime().plus(FORGETS_AFTER).isAfter(time))
                .filter(fix -> zone.contains(fix.longitude(), fix.latitude()))
                .count();
    }

    private static PositionReport later(PositionReport a, PositionReport b) {
        return b.eventTime().isAfter(a.eventTime()) ? b : a;
    }
}
