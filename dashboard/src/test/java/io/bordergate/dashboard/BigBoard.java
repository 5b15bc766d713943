package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Boards.figure;

import io.bordergate.dashboard.gate.GateRecords;
import io.bordergate.event.CongestionLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A board with as many gates and yards as a province has, all of them busy. Not thread-safe. */
final class BigBoard {
    private static final int GATES = 12;
    private static final int YARDS = 4;

    private final GateBoard board;
    private final Random random;
    private Instant now = NOON;

    BigBoard(GateBoard board, long seed) {
        this.board = board;
        this.random = new Random(seed);
        List<String> features = new ArrayList<>();
        for (int gate = 0; gate < GATES; gate++) {
            features.add(Boards.gate("gate-" + gate, "Gate " + gate, "Cửa khẩu " + gate));
            for (int yard = 0; yard < YARDS; yard++) {
                int from = 10 * yard;
                features.add(Boards.yard(
                        yardId(gate, yard), "gate-" + gate, "Yard " + yard, "Bãi " + yard, "300", from, from + 5));
            }
        }
        board.put(SiteReading.parse("""
            {"type": "FeatureCollection", "siteId": "test", "timeZone": "Asia/Ho_Chi_Minh", "features": [%s]}""".formatted(String.join(",", features))));
        for (int gate = 0; gate < GATES; gate++) {
            putLoad(gate);
            board.put(GateRecords.advice(Gates.advice("gate-" + gate, now)));
            for (int yard = 0; yard < YARDS; yard++) {
                putYard(gate, yard);
            }
        }
    }

    /** A second goes by, in which some yards change, and now and then the load of a gate with its forecast. */
    void change() {
        now = now.plusSeconds(1);
        for (int i = 0; i < 3; i++) {
            putYard(random.nextInt(GATES), random.nextInt(YARDS));
        }
        if (random.nextInt(5) == 0) {
            putLoad(random.nextInt(GATES));
        }
    }

    /** All figures at once. */
    void changeAll() {
        now = now.plusSeconds(1);
        for (int gate = 0; gate < GATES; gate++) {
            putLoad(gate);
        }
    }

    private void putLoad(int gate) {
        var load = Gates.load("gate-" + gate, random.nextInt(100), CongestionLevel.BUSY, now);
        load.setForecast(Gates.forecast("gate-" + gate, random.nextDouble(), random.nextDouble(), now));
        board.put(GateRecords.load(load));
    }

    private void putYard(int gate, int yard) {
        board.put(figure(yardId(gate, yard), random.nextInt(300), random.nextInt(20), now));
    }

    private static String yardId(int gate, int yard) {
        return "yard-" + gate + "-" + yard;
    }
}
