package io.bordergate.topology;

import static io.bordergate.contract.BorderTopics.CLOCK;
import static io.bordergate.contract.BorderTopics.TRUCK_PLACE;
import static io.bordergate.contract.BorderTopics.TRUCK_POSITION;
import static io.bordergate.contract.BorderTopics.TRUCK_STAY;
import static io.bordergate.fixtures.Times.clock;
import static io.bordergate.topology.GateBench.ROAD;
import static io.bordergate.topology.GateBench.YARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.fixtures.FakeRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Positions through the whole topology, as bytes: stays and occupancy come out. */
class PresenceStageTest {
    private static final FakeRegistry REGISTRY = new FakeRegistry();
    private static final String TRUCK = "VN:12C12345";
    private static final String OTHER = "CN:桂A12345";

    @TempDir
    Path folder;

    @AfterAll
    static void closeRegistry() {
        REGISTRY.close();
    }

    @Test
    void tellsOneOrdinaryVisit() {
        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:00", ROAD)
                    .fix(TRUCK, "10:05", YARD)
                    .fix(TRUCK, "10:15", YARD)
                    .fix(TRUCK, "10:20", ROAD);

            assertThat(bench.stays())
                    .isEqualTo("VN:12C12345 yard VISIT 10:05- OPEN r1 | VN:12C12345 yard VISIT 10:05-10:20 EXIT r2");
            assertThat(bench.occupancy()).isEqualTo("yard 1+0/10 at 10:05 | yard 0+0/10 at 10:20");
            assertThat(bench.fates(TRUCK_POSITION)).isEqualTo(Map.of("APPLIED", 4L));
        }
    }

    @Test
    void countsTrucksInAYardTogether() {
        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:00", YARD)
                    .fix(OTHER, "10:01", YARD)
                    .fix(TRUCK, "10:02", ROAD)
                    .late(OTHER, "10:00:30", ROAD, "10:03");

            assertThat(bench.occupancy())
                    .isEqualTo("yard 1+0/10 at 10:00 | yard 2+0/10 at 10:01 | yard 1+0/10 at 10:02");
        }
    }

    @Test
    void endsTheStayOfASilentTruckByTheClock() {
        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:00", YARD).tick("10:20").tick("10:21").tick("11:01");

            assertThat(bench.stays())
                    .isEqualTo("VN:12C12345 yard VISIT 10:00- OPEN r1 | VN:12C12345 yard VISIT 10:00- OPEN? r2"
                            + " | VN:12C12345 yard VISIT 10:00-10:00 SILENCE r3");
            assertThat(bench.occupancy())
                    .isEqualTo("yard 1+0/10 at 10:00 | yard 0+1/10 at 10:20:00.001 | yard 0+0/10 at 11:00:00.001");
            assertThat(bench.fates(CLOCK)).isEqualTo(Map.of("APPLIED", 3L));
        }
    }

    @Test
    void tellsACorrectionNoEarlierThanWhatItCorrects() {
        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:00", YARD).tick("11:01");
        }
        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:30", ROAD);

            assertThat(bench.raw(TRUCK_STAY.name()))
                    .extracting(TestRecord::timestamp)
                    .isNotEmpty()
                    .allSatisfy(time -> assertThat(clock(time)).isEqualTo("11:00:00.001"));
        }
    }

    @Test
    void endsTheStayOfASilentTruckByAnotherTrucksFix() {
        try (var bench = GateBench.live(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:00", YARD).fix(OTHER, "11:01", ROAD);

            assertThat(bench.occupancy())
                    .isEqualTo("yard 1+0/10 at 10:00 | yard 0+1/10 at 10:20:00.001 | yard 0+0/10 at 11:00:00.001");
        }
    }

    @Test
    void forgetsATruckWhoseStaysAreOver() {
        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:00", YARD).fix(TRUCK, "10:01", ROAD);
            assertThat(bench.tracks()).containsExactly(TRUCK);

            bench.tick("23:00").laterDay(2, OTHER, ROAD).tickLater(2);

            assertThat(bench.tracks()).containsExactly(OTHER);
        }
    }

    @Test
    void showsATruckUntilItIsForgotten() {
        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:00", YARD)
                    .fix(TRUCK, "10:01", YARD)
                    .fix(TRUCK, "10:02", ROAD)
                    .tick("23:00")
                    .laterDay(2, OTHER, ROAD)
                    .tickLater(2);

            assertThat(bench.raw(TRUCK_PLACE.name()))
                    .extracting(place -> place.value() == null ? "forgotten" : clock(place.timestamp()))
                    .containsExactly("10:00", "10:02", "2026-05-05T12:00:00Z", "forgotten");
        }
    }

    @Test
    void losesNothingOverARestart() {
        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:00", YARD)
                    .fix(OTHER, "10:05", YARD)
                    .put(TRUCK_POSITION, TRUCK.getBytes(UTF_8), null, "10:06")
                    .tick("10:06");
            assertThat(bench.fates(TRUCK_POSITION)).isEqualTo(Map.of("APPLIED", 2L, "DEAD_LETTERED EMPTY", 1L));
        }

        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.late(TRUCK, "10:03", ROAD, "10:07").fix(OTHER, "10:10", ROAD).tick("10:20");

            assertThat(bench.stays())
                    .isEqualTo(
                            "VN:12C12345 yard VISIT 10:00-10:03 EXIT r2 | CN:桂A12345 yard VISIT 10:05-10:10 EXIT r2");
            assertThat(bench.occupancy()).isEqualTo("yard 1+0/10 at 10:07 | yard 0+0/10 at 10:10");
            assertThat(bench.fates(TRUCK_POSITION)).isEqualTo(Map.of("APPLIED", 4L, "DEAD_LETTERED EMPTY", 1L));
            assertThat(bench.fates(CLOCK)).isEqualTo(Map.of("APPLIED", 2L));
        }
    }

    @Test
    void remembersTheSilentOverARestart() {
        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:00", YARD);
        }

        try (var bench = new GateBench(REGISTRY, folder)) {
            assertThat(bench.tick("11:01").stays())
                    .isEqualTo("VN:12C12345 yard VISIT 10:00- OPEN? r2"
                            + " | VN:12C12345 yard VISIT 10:00-10:00 SILENCE r3");
        }
    }

    @Test
    void showsTheTrucksOfAYardAsAFigureAlsoAfterARestart() {
        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:00", YARD);
            assertThat(bench.trucksShown("yard")).isEqualTo(1.0);
        }

        try (var bench = new GateBench(REGISTRY, folder)) {
            assertThat(bench.trucksShown("yard")).isEqualTo(1.0);
        }
    }

    @Test
    void showsTheAgeOfItsInputAlsoAfterARestart() {
        try (var bench = new GateBench(REGISTRY, folder)) {
            bench.fix(TRUCK, "10:00", YARD).fix(TRUCK, "10:05", YARD).late(TRUCK, "10:05", YARD, "10:07");
            bench.put(TRUCK_POSITION, TRUCK.getBytes(UTF_8), null, "10:08");
            assertThat(bench.fates(TRUCK_POSITION)).containsEntry("NO_OP DUPLICATE", 1L);
            assertThat(bench.newestShown(TRUCK_POSITION)).isEqualTo("10:05");
        }

        try (var bench = new GateBench(REGISTRY, folder)) {
            assertThat(bench.newestShown(TRUCK_POSITION)).isEqualTo("10:05");
        }
    }
}
