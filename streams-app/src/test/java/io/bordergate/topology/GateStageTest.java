package io.bordergate.topology;

import static io.bordergate.contract.BorderTopics.ALERT_ACK;
import static io.bordergate.contract.BorderTopics.CLOCK;
import static io.bordergate.contract.BorderTopics.GATE_ADVICE;
import static io.bordergate.contract.BorderTopics.GATE_ALERT;
import static io.bordergate.contract.BorderTopics.GATE_DAILY;
import static io.bordergate.contract.BorderTopics.GATE_LOAD;
import static io.bordergate.contract.BorderTopics.GATE_STATUS;
import static io.bordergate.fixtures.Times.at;
import static io.bordergate.fixtures.Times.clock;
import static io.bordergate.topology.GateBench.ROAD;
import static io.bordergate.topology.GateBench.YARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.AlertAcknowledged;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import io.bordergate.event.GateLoadChanged;
import io.bordergate.event.GateStatus;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.fixtures.FakeRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From trucks in a yard to what operators decide by, through the whole topology. */
class GateStageTest {
    private static FakeRegistry registry;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        registry = new FakeRegistry();
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    @Test
    void tellsHowTheGateStandsAtEachMinute() {
        try (var bench = new GateBench(registry, folder)) {
            arrive(bench, 2, "10:00");
            bench.fix(truck(0), "10:04", ROAD).tick("10:05");

            assertThat(bench.read(GATE_LOAD, GateLoadChanged.class))
                    .singleElement()
                    .satisfies(load -> {
                        assertThat(clock(load.getAt().toEpochMilli())).isEqualTo("10:05");
                        assertThat(load.getYardTrucks()).isEqualTo(1);
                        assertThat(load.getOccupancy()).isEqualTo(0.1);
                        assertThat(load.getSides().get(0).getBacklog()).isEqualTo(2);
                        assertThat(load.getSides().get(0).getUndeclared()).isEqualTo(2);
                        assertThat(load.getSides().get(0).getLive()).isEqualTo(1);
                        assertThat(load.getSides().get(0).getArrivals().getIn15Minutes())
                                .isEqualTo(2);
                    });
        }
    }

    @Test
    void opensAndResolvesAnEpisodeAndRemembersWhoSawIt() {
        try (var bench = new GateBench(registry, folder)) {
            arrive(bench, 8, "10:00");
            bench.tick("10:10");
            acknowledge(bench, "huu-nghi||2026-05-03T10:00:00Z", "10:12");
            for (int i = 0; i < 8; i++) {
                bench.fix(truck(i), "10:20", ROAD);
            }
            bench.tick("11:30");

            assertThat(alerts(bench))
                    .containsExactly(
                            "OPENED CONGESTED 10:00 OCCUPANCY",
                            "ACKNOWLEDGED CONGESTED 10:12 OCCUPANCY",
                            "RESOLVED NORMAL 10:50 OCCUPANCY");
        }
    }

    @Test
    void goesOnWithAnEpisodeAfterARestart() {
        try (var bench = new GateBench(registry, folder)) {
            arrive(bench, 10, "10:00");
            bench.tick("10:10");
            assertThat(alerts(bench)).containsExactly("OPENED CRITICAL 10:00 OCCUPANCY");
        }
        try (var bench = new GateBench(registry, folder)) {
            for (int i = 0; i < 2; i++) {
                bench.fix(truck(i), "10:20", ROAD);
            }
            for (String time : List.of("10:20", "10:35", "10:50")) {
                for (int i = 2; i < 10; i++) {
                    bench.fix(truck(i), time, YARD);
                }
            }
            bench.tick("11:00");

            assertThat(alerts(bench)).containsExactly("EASED CONGESTED 10:50 OCCUPANCY");
        }
    }

    /** Four hours are due at once, and are done a part at a time: the restart comes after the first. */
    @Test
    void goesOnWithWhatWasDueWhenItWasRestarted() {
        try (var bench = new GateBench(registry, folder)) {
            arrive(bench, 2, "10:00");
            bench.tickAndStop("14:00");
            assertThat(bench.read(GATE_DAILY, GateDayReported.class)).isEmpty();
        }
        try (var bench = new GateBench(registry, folder)) {
            for (int part = 0; part < 5; part++) {
                bench.fates(CLOCK);
            }

            assertThat(bench.read(GATE_DAILY, GateDayReported.class))
                    .extracting(GateDayReported::getArrived)
                    .containsExactly(2);
        }
    }

    @Test
    void saysWhatWasSaidOfItsService() {
        try (var bench = new GateBench(registry, folder)) {
            arrive(bench, 1, "10:00");
            status(bench, GateStatus.CLOSED, "10:03");
            bench.tick("10:02");
            bench.tick("10:04");

            assertThat(bench.read(GATE_LOAD, GateLoadChanged.class))
                    .extracting(load -> load.getSides().get(0).getOpen())
                    .containsExactly(true, false);
        }
    }

    @Test
    void reportsTheDayAndCorrectsIt() {
        try (var bench = new GateBench(registry, folder)) {
            arrive(bench, 2, "12:30");
            bench.fix(truck(0), "12:50", ROAD).tick("13:01");
            bench.late(truck(2), "12:55", YARD, "13:10").tick("13:15");

            assertThat(bench.read(GATE_DAILY, GateDayReported.class))
                    .extracting(day -> day.getDate() + " r" + day.getRevision() + " arrived " + day.getArrived()
                            + " stock " + day.getStock() + " change " + day.getChange())
                    .containsExactly(
                            "2026-05-03 r1 arrived 2 stock 2 change 2", "2026-05-03 r2 arrived 3 stock 3 change 3");
        }
    }

    @Test
    void saysWhatToDoAboutAYardThatIsFull() {
        try (var bench = new GateBench(registry, folder)) {
            List.of("10:00", "10:30", "11:00").forEach(time -> {
                bench.fix("VN:12C77777", time, GateBench.PARK);
                for (int i = 0; i < 13; i++) {
                    bench.fix(truck(i), time, GateBench.GATE);
                }
            });
            bench.tick("11:16");

            List<GateAdviceGiven> advice = bench.read(GATE_ADVICE, GateAdviceGiven.class);
            assertThat(advice)
                    .as("none before an hour was seen")
                    .extracting(each -> clock(each.getAt().toEpochMilli()))
                    .containsExactly("11:00", "11:15");
            assertThat(advice).allSatisfy(each -> {
                assertThat(clock(each.getSince().toEpochMilli())).isEqualTo("11:00");
                assertThat(each.getYardTrucks()).isZero();
                assertThat(each.getOutsideTrucks()).isEqualTo(13);
                assertThat(each.getMeter().getExportsPerDay()).isEqualTo(7);
                assertThat(each.getHolds())
                        .extracting(
                                hold -> hold.getTrucks() + " at " + hold.getYardId() + " of " + hold.getRoomTrucks())
                        .containsExactly("5 at park of 7.0");
                assertThat(each.getStayAwayTrucks()).as("1 is not worth a word").isZero();
            });
        }
    }

    @Test
    void remembersSinceWhenAGateIsInNeed() {
        try (var bench = new GateBench(registry, folder)) {
            List.of("10:00", "10:30", "11:00").forEach(time -> arrive(bench, 9, time));
            bench.tick("11:01");
        }
        try (var bench = new GateBench(registry, folder)) {
            arrive(bench, 9, "11:15");
            bench.tick("11:16");

            assertThat(bench.read(GATE_ADVICE, GateAdviceGiven.class))
                    .extracting(each -> clock(each.getSince().toEpochMilli()))
                    .containsExactly("11:00");
        }
    }

    /** What one partition sends before the other has come as far does not count before its time. */
    @Test
    void takesMinutesAndFactsInTheirOrderAlsoWhereTimeIsRecorded() {
        try (var bench = new GateBench(registry, folder)) {
            arrive(bench, 8, "10:30");
            bench.fix("VN:12C99999", "10:00", YARD).tick("10:40");

            assertThat(alerts(bench)).containsExactly("OPENED CONGESTED 10:30 OCCUPANCY");
        }
    }

    private static void arrive(GateBench bench, int trucks, String time) {
        for (int i = 0; i < trucks; i++) {
            bench.fix(truck(i), time, YARD);
        }
    }

    private static String truck(int number) {
        return "VN:12C" + (10_000 + number);
    }

    private static List<String> alerts(GateBench bench) {
        return bench.read(GATE_ALERT, GateAlertChanged.class).stream()
                .map(alert -> alert.getEvent() + " " + alert.getLevel() + " "
                        + clock(alert.getAt().toEpochMilli()) + " " + alert.getCause())
                .toList();
    }

    private static void acknowledge(GateBench bench, String alertId, String time) {
        var ack = AlertAcknowledged.newBuilder()
                .setAlertId(alertId)
                .setBy("duty officer")
                .setEventTime(Instant.ofEpochMilli(at(time)))
                .build();
        bench.put(ALERT_ACK, alertId.getBytes(UTF_8), bench.bytes(ALERT_ACK, AlertAcknowledged.class, ack), time);
    }

    private static void status(GateBench bench, GateStatus status, String time) {
        var change = GateStatusChanged.newBuilder()
                .setGateId("huu-nghi")
                .setStatus(status)
                .setEventTime(Instant.ofEpochMilli(at(time)))
                .build();
        bench.put(
                GATE_STATUS,
                "huu-nghi".getBytes(UTF_8),
                bench.bytes(GATE_STATUS, GateStatusChanged.class, change),
                time);
    }
}
