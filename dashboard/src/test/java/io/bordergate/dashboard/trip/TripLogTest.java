package io.bordergate.dashboard.trip;

import static io.bordergate.dashboard.trip.Trips.NOON;
import static io.bordergate.dashboard.trip.Trips.arrived;
import static io.bordergate.dashboard.trip.Trips.discrepancy;
import static io.bordergate.dashboard.trip.Trips.ended;
import static io.bordergate.dashboard.trip.Trips.export;
import static io.bordergate.dashboard.trip.Trips.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.DiscrepancyStatus;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckTripChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TripLogTest {
    private final TripLog log = new TripLog();

    @ParameterizedTest
    @CsvSource({
        "12C12345, VN:12C12345",
        "12c-123.45, VN:12C12345",
        "' 12C 123 45 ', VN:12C12345",
        "１２Ｃ－１２３．４５, VN:12C12345",
        "VN 12C-123.45, VN:12C12345",
        "vn:12c12345, VN:12C12345",
        "12R 00123, VN:12C12345", // Its trailer.
        "20260503 00533, VN:12C12345", // Its declaration.
        "桂A12345, CN:桂A12345",
        "桂A·12345, CN:桂A12345",
        "A1-2345, CN:桂A12345", // Often written without the province.
        "CN:桂A12345, CN:桂A12345",
        "29H/1234, LA:29h-1234", // A tracker's id is taken as it stands.
    })
    void a_truck_is_found_however_its_plate_or_number_is_written(String text, String truckId) {
        log.put(export("VN:12C12345", "2026050300533"));
        log.put(arrived("CN:桂A12345", NOON));
        log.put(arrived("LA:29h-1234", NOON));

        assertThat(log.search(text))
                .extracting(known -> known.trip().getTruckId())
                .containsExactly(truckId);
    }

    @ParameterizedTest
    @CsvSource({"12C1234", "2C12345", "A12346", "''", "' .-'", "桂", "CN"})
    void a_part_of_a_plate_finds_nobody(String text) {
        log.put(export("VN:12C12345", "2026050300533"));
        log.put(arrived("CN:桂A12345", NOON));

        assertThat(log.search(text)).isEmpty();
    }

    @Test
    void the_same_digits_in_two_countries_are_two_trucks_and_both_are_found() {
        log.put(arrived("VN:12C12345", NOON));
        log.put(arrived("LA:12C12345", NOON));

        assertThat(log.search("12C12345")).hasSize(2);
        assertThat(log.search("LA12C12345")).hasSize(1);
    }

    @Test
    void the_newest_comes_first_by_arrival_else_plan_else_declaration() {
        TruckTripChanged planned = TruckTripChanged.newBuilder(export("VN:1", "7"))
                .setTripId("planned")
                .setArrivedAt(null)
                .setEta(NOON.plusSeconds(60))
                .build();
        TruckTripChanged declared = TruckTripChanged.newBuilder(planned)
                .setTripId("declared")
                .setEta(null)
                .build();
        log.put(declared);
        log.put(arrived("VN:1", NOON));
        log.put(planned);
        log.put(arrived("VN:1", NOON.minusSeconds(10)));

        assertThat(ids("VN1"))
                .containsExactly("planned", "VN:1|north|" + NOON, "VN:1|north|" + NOON.minusSeconds(10), "declared");
    }

    @Test
    void the_highest_revision_holds_whatever_comes_last() {
        TruckTripChanged end = ended("VN:1", NOON, NOON.plusSeconds(60));
        log.put(end);
        log.put(arrived("VN:1", NOON));

        assertThat(log.search("VN1").get(0).trip()).isEqualTo(end);
    }

    @Test
    void discrepancies_are_with_their_trip_in_order_of_opening_whichever_comes_first() {
        TruckTripChanged trip = arrived("VN:1", NOON);
        log.put(discrepancy(trip.getTripId(), DiscrepancyKind.SEEN_NOT_CONFIRMED, NOON.plusSeconds(60), null));
        log.put(trip);
        log.put(discrepancy(trip.getTripId(), DiscrepancyKind.UNDECLARED_ARRIVAL, NOON, NOON.plusSeconds(30)));
        log.put(discrepancy(trip.getTripId(), DiscrepancyKind.UNDECLARED_ARRIVAL, NOON, null)); // Revision 1, doubled.

        assertThat(log.find(trip.getTripId()).orElseThrow().discrepancies())
                .extracting(TripDiscrepancyChanged::getKind, TripDiscrepancyChanged::getStatus)
                .containsExactly(
                        tuple(DiscrepancyKind.UNDECLARED_ARRIVAL, DiscrepancyStatus.CLOSED),
                        tuple(DiscrepancyKind.SEEN_NOT_CONFIRMED, DiscrepancyStatus.OPENED));
    }

    @Test
    void what_was_withdrawn_is_not_shown() {
        TruckTripChanged trip = arrived("VN:1", NOON);
        log.put(withdrawn(trip, "another"));
        TruckTripChanged other = arrived("VN:1", NOON.plusSeconds(1));
        log.put(other);
        TripDiscrepancyChanged never =
                discrepancy(other.getTripId(), DiscrepancyKind.UNDECLARED_ARRIVAL, NOON, NOON.plusSeconds(30));
        never.setStatus(DiscrepancyStatus.WITHDRAWN);
        log.put(never);

        assertThat(ids("VN1")).containsExactly(other.getTripId());
        assertThat(log.find(other.getTripId()).orElseThrow().discrepancies()).isEmpty();
        assertThat(log.find(trip.getTripId()).orElseThrow().isWithdrawn()).isTrue();
    }

    @Test
    void what_ended_more_than_three_days_ago_is_forgotten_and_what_goes_on_is_not() {
        Instant longAgo = NOON.minus(Duration.ofDays(30));
        TruckTripChanged goesOn = arrived("VN:1", longAgo);
        TruckTripChanged justKept = ended("VN:2", longAgo, NOON.minus(TripLog.KEPT));
        TruckTripChanged past = ended("VN:3", longAgo, NOON.minus(TripLog.KEPT).minusMillis(1));
        for (TruckTripChanged trip : List.of(goesOn, justKept, past)) {
            log.put(trip);
            log.put(discrepancy(trip.getTripId(), DiscrepancyKind.NO_SHOW, longAgo, null));
        }

        log.forget(NOON);
        assertThat(log.find(past.getTripId())).isEmpty();
        assertThat(log.find(justKept.getTripId())).isPresent();
        assertThat(log.find(goesOn.getTripId()).orElseThrow().discrepancies()).hasSize(1);
        log.put(past);
        log.forget(NOON.plus(Duration.ofHours(1)));
        log.forget(NOON.plus(Duration.ofHours(2)));
        assertThat(log.size()).as("trips, and trips with discrepancies").containsExactly(1, 1);
    }

    @Test
    void a_discrepancy_that_is_ahead_of_its_trip_waits_for_it_from_one_look_to_the_next() {
        TruckTripChanged trip = arrived("VN:1", NOON);
        log.put(discrepancy(trip.getTripId(), DiscrepancyKind.UNDECLARED_ARRIVAL, NOON, null));
        log.forget(NOON);
        log.put(trip);
        log.forget(NOON.plus(Duration.ofHours(1)));

        assertThat(log.find(trip.getTripId()).orElseThrow().discrepancies()).hasSize(1);
    }

    @Test
    void what_was_deleted_from_a_topic_is_gone() {
        TruckTripChanged trip = arrived("VN:1", NOON);
        log.put(trip);
        log.put(discrepancy(trip.getTripId(), DiscrepancyKind.UNDECLARED_ARRIVAL, NOON, null));

        log.removeDiscrepancies(trip.getTripId());
        assertThat(log.find(trip.getTripId()).orElseThrow().discrepancies()).isEmpty();
        log.removeTrip(trip.getTripId());
        assertThat(log.find(trip.getTripId())).isEmpty();
    }

    private List<String> ids(String name) {
        return log.search(name).stream().map(known -> known.trip().getTripId()).toList();
    }
}
