package io.bordergate.dashboard.trip;

import static io.bordergate.dashboard.trip.Trips.NOON;
import static io.bordergate.dashboard.trip.Trips.arrived;
import static io.bordergate.dashboard.trip.Trips.ended;
import static io.bordergate.dashboard.trip.Trips.expected;
import static io.bordergate.dashboard.trip.Trips.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.TruckTripChanged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which trip of a truck is shown on the map. */
class CurrentTripTest {
    private static final String TRUCK = "VN:1";

    @Test
    void the_one_at_a_gate_goes_before_the_ones_to_come_and_those_before_the_ones_that_are_over() {
        List<TruckTripChanged> inOrder = List.of(
                arrived(TRUCK, NOON),
                arrived(TRUCK, NOON.minusSeconds(60)),
                expected(TRUCK, NOON.plusSeconds(3_600)),
                expected(TRUCK, NOON.plusSeconds(7_200)),
                ended(TRUCK, NOON.minusSeconds(900), NOON.minusSeconds(300)),
                ended(TRUCK, NOON.minusSeconds(800), NOON.minusSeconds(600)));

        for (int from = 0; from < inOrder.size(); from++) {
            List<TruckTripChanged> known = new ArrayList<>(inOrder.subList(from, inOrder.size()));
            assertThat(current(known)).isEqualTo(inOrder.get(from).getTripId());
            Collections.reverse(known);
            assertThat(current(known)).isEqualTo(inOrder.get(from).getTripId());
        }
    }

    @Test
    void a_withdrawn_trip_is_none() {
        TripLog log = new TripLog();
        log.put(withdrawn(arrived(TRUCK, NOON), null));

        assertThat(log.findCurrent(List.of(TRUCK))).isEmpty();
    }

    private static String current(List<TruckTripChanged> trips) {
        TripLog log = new TripLog();
        trips.forEach(log::put);
        return log.findCurrent(List.of(TRUCK)).get(TRUCK).trip().getTripId();
    }
}
