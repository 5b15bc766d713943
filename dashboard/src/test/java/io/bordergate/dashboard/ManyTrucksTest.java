package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.trip.Trips.arrived;
import static io.bordergate.dashboard.trip.Trips.discrepancy;
import static io.bordergate.dashboard.trip.Trips.ended;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.bordergate.dashboard.trip.TruckPlace;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.TruckTripChanged;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Everybody looks at the map while trucks move. What it costs in the worst jam is measured by
 * {@code -Dtrucks=5000 -Dtrucks.clients=20 -Dtrucks.rounds=20}.
 */
@Timeout(300)
class ManyTrucksTest {
    private static final int TRUCKS = Integer.getInteger("trucks", 500);
    private static final int CLIENTS = Integer.getInteger("trucks.clients", 5);
    private static final int ROUNDS = Integer.getInteger("trucks.rounds", 2);
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+),");

    @Test
    void every_client_gets_all_trucks_that_it_asks_for() throws Exception {
        AccessConfig usual = ServedBoard.CONFIG.access();
        var access = new AccessConfig(usual.mode(), null, null, null, false, 100_000);
        try (var served = new ServedBoard(Guarded.config(access))) {
            fill(served);
            assertThat(ask(served, "", 1)).containsOnly(TRUCKS);

            assertThat(measured(served, "")).containsOnly(TRUCKS).hasSize(CLIENTS * ROUNDS);
            assertThat(measured(served, fifth())).containsOnly(TRUCKS / 5).hasSize(CLIENTS * ROUNDS);
        }
    }

    /** Each has two trips that are over and one that lasts, every other a discrepancy. */
    private static void fill(ServedBoard served) {
        for (int i = 0; i < TRUCKS; i++) {
            String truckId = "VN:12C" + (10_000 + i);
            for (int day = 1; day <= 2; day++) {
                Duration ago = Duration.ofHours(20L * day);
                served.trips.put(ended(truckId, NOON.minus(ago), NOON.minus(ago).plusSeconds(7_200)));
            }
            TruckTripChanged trip = arrived(truckId, NOON.minusSeconds(i));
            served.trips.put(trip);
            if (i % 2 == 0) {
                served.trips.put(discrepancy(trip.getTripId(), DiscrepancyKind.UNDECLARED_ARRIVAL, NOON, null));
            }
            move(served, i, 0);
        }
        served.show();
    }

    private static void move(ServedBoard served, int truck, int seconds) {
        served.trips
                .places()
                .put(new TruckPlace(
                        "VN:12C" + (10_000 + truck), 21.9 + truck * 1e-5, 106.705, NOON.plusSeconds(seconds)));
    }

    /** The trucks lie in a row. */
    private static String fifth() {
        return "?bbox=106.7%2C21.89%2C106.71%2C" + (21.9 + (TRUCKS / 5.0 - 0.5) * 1e-5);
    }

    private static List<Integer> measured(ServedBoard served, String question) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        List<Integer> totals = ask(served, question, ROUNDS);
        double spent = (system.getProcessCpuTime() - before) / 1e6 / totals.size();
        System.out.printf("%d of %d trucks: %.1f ms of one core for each answer%n", totals.get(0), TRUCKS, spent);
        return totals;
    }

    private static List<Integer> ask(ServedBoard served, String question, int rounds) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Integer>> questions = new ArrayList<>();
            for (int i = 0; i < CLIENTS * rounds; i++) {
                int truck = i % TRUCKS;
                questions.add(() -> {
                    move(served, truck, 1);
                    String answer = served.get("/api/v1/trucks" + question).body();
                    Matcher total = TOTAL.matcher(answer);
                    return total.find() ? Integer.parseInt(total.group(1)) : -1;
                });
            }
            List<Integer> totals = new ArrayList<>();
            for (Future<Integer> total : clients.invokeAll(questions)) {
                totals.add(total.get());
            }
            return totals;
        } finally {
            clients.shutdown();
        }
    }
}
