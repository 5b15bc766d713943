package io.bordergate.dashboard.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceLogTest {
    private static final Instant NOON = Trips.NOON;
    private final PlaceLog log = new PlaceLog();

    @Test
    void of_a_truck_the_newest_place_is_kept_in_whatever_order_they_come() {
        log.put(at("VN:1", 22.0, NOON));
        log.put(at("VN:1", 21.0, NOON.minusSeconds(60)));
        log.put(at("VN:2", 20.0, NOON.plusSeconds(60)));

        assertThat(log.list()).containsExactly(at("VN:2", 20.0, NOON.plusSeconds(60)), at("VN:1", 22.0, NOON));
    }

    @Test
    void what_was_seen_more_than_a_day_ago_is_forgotten_and_does_not_come_back() {
        log.put(at("VN:1", 22.0, NOON));
        log.put(at("VN:2", 22.0, NOON.plus(Duration.ofHours(2))));
        log.forget(NOON.plus(Duration.ofHours(25)));
        log.put(at("VN:1", 22.0, NOON));

        assertThat(log.list()).extracting(TruckPlace::truckId).containsExactly("VN:2");
    }

    @Test
    void nothing_is_forgotten_before_there_is_a_time_of_the_board() {
        log.put(at("VN:1", 22.0, NOON));
        log.forget(null);

        assertThat(log.list()).hasSize(1);
    }

    @Test
    void a_deleted_place_is_gone() {
        log.put(at("VN:1", 22.0, NOON));
        log.remove("VN:1");

        assertThat(log.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"90.1,0", "-90.1,0", "0,180.1", "0,-180.1", "NaN,0", "0,NaN", "Infinity,0"})
    void a_place_that_is_not_on_the_globe_is_refused_without_the_plate(double latitude, double longitude) {
        assertThatThrownBy(() -> new TruckPlace("VN:12C12345", latitude, longitude, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("12C12345");
    }

    private static TruckPlace at(String truckId, double latitude, Instant seenAt) {
        return new TruckPlace(truckId, latitude, 106.7, seenAt);
    }
}
