package io.bordergate.dashboard.trip;

import static io.bordergate.dashboard.trip.Trips.NOON;
import static io.bordergate.dashboard.trip.Trips.arrived;
import static io.bordergate.dashboard.trip.Trips.discrepancy;
import static io.bordergate.dashboard.trip.Trips.ended;
import static io.bordergate.dashboard.trip.Trips.expected;
import static io.bordergate.dashboard.trip.Trips.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckTripChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is kept of each truck's trip is what would be concluded from all that is known. */
class CurrentTripsTest {
    private static final long SEED = 7;
    private static final int STEPS = 2_000;
    private static final List<String> TRUCKS = List.of("VN:1", "VN:2", "CN:3");

    private static final List<DiscrepancyKind> KINDS =
            List.of(DiscrepancyKind.WRONG_YARD, DiscrepancyKind.SILENT_INSIDE, DiscrepancyKind.NO_SHOW);

    private final TripLog log = new TripLog();

    @Test
    void a_discrepancy_that_comes_before_or_after_its_trip_or_goes_is_seen() {
        TruckTripChanged trip = arrived("VN:1", NOON);
        log.put(discrepancy(trip.getTripId(), DiscrepancyKind.WRONG_YARD, NOON, null));
        assertThat(log.findCurrent(TRUCKS)).isEmpty();
        log.put(trip);
        assertThat(open()).containsExactly(DiscrepancyKind.WRONG_YARD);
        log.put(discrepancy(trip.getTripId(), DiscrepancyKind.SILENT_INSIDE, NOON.plusSeconds(1), null));
        assertThat(open()).containsExactly(DiscrepancyKind.WRONG_YARD, DiscrepancyKind.SILENT_INSIDE);
        log.removeDiscrepancies(trip.getTripId());
        assertThat(open()).isEmpty();
        log.removeTrip(trip.getTripId());
        assertThat(log.findCurrent(TRUCKS)).isEmpty();
    }

    private List<DiscrepancyKind> open() {
        return log.findCurrent(TRUCKS).get("VN:1").openDiscrepancies();
    }

    @Test
    void whatever_comes_in_any_order_what_is_kept_is_what_a_fresh_look_gives() {
        System.out.println("changes of seed " + SEED);
        var random = new Random(SEED);
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            all.add(change(random));
            take(log, all.get(i));
            log.findCurrent(TRUCKS); // What was concluded is kept from now on, and must not be for too long.
            if (i % 20 == 0) {
                var fresh = new TripLog();
                all.forEach(one -> take(fresh, one));
                assertThat(log.findCurrent(TRUCKS)).as("after %d changes", i).isEqualTo(fresh.findCurrent(TRUCKS));
            }
        }
    }

    private static Object change(Random random) {
        String truck = TRUCKS.get(random.nextInt(TRUCKS.size()));
        Instant at = NOON.plus(Duration.ofMinutes(random.nextInt(600)));
        TruckTripChanged trip = arrived(truck, NOON.plus(Duration.ofMinutes(random.nextInt(10))));
        return switch (random.nextInt(7)) {
            case 0 -> expected(truck, at);
            case 1 -> ended(truck, NOON, at);
            case 2 -> withdrawn(trip, null);
            case 3 -> discrepancy(trip.getTripId(), KINDS.get(random.nextInt(KINDS.size())), NOON, null);
            case 4 -> trip.getTripId();
            case 5 -> NOON.plus(Duration.ofHours(random.nextInt(90)));
            default -> trip;
        };
    }

    /** A name is that of a trip that was deleted, a time that of the board. */
    private static void take(TripLog log, Object change) {
        if (change instanceof TruckTripChanged trip) {
            log.put(trip);
        } else if (change instanceof TripDiscrepancyChanged discrepancy) {
            log.put(discrepancy);
        } else if (change instanceof Instant boardTime) {
            log.forget(boardTime);
        } else {
            log.removeTrip((String) change);
        }
    }
}
