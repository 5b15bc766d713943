package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Gates.happening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.dashboard.RecordIntake.RegistryAwayException;
import io.bordergate.dashboard.gate.GateAdvice;
import io.bordergate.dashboard.trip.TripLog;
import io.bordergate.dashboard.trip.Trips;
import io.bordergate.dashboard.trip.TruckPlace;
import io.bordergate.event.AlertEventKind;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.SitePublished;
import io.bordergate.event.TruckPlaceChanged;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.serde.SerdeConfig;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records as they lie in the topics, onto the board. */
class RecordIntakeTest {
    private final SmallRegistry registry = new SmallRegistry();
    private final GateBoard board = new GateBoard();
    private final TripLog trips = new TripLog();
    private final RecordIntake intake =
            new RecordIntake(new DashboardConfig("127.0.0.1:1", registry.url(), "test", "127.0.0.1", 0), board, trips);

    @AfterEach
    void close() {
        intake.close();
        registry.close();
    }

    @Test
    void a_load_with_its_forecast_comes_onto_the_board_and_goes_with_its_deletion() {
        var load = Gates.load("north", 83, CongestionLevel.CONGESTED, NOON);
        load.setForecast(Gates.forecast("north", 0.8, 0.9, NOON));
        take(BorderTopics.GATE_LOAD, "north", load);

        GateView gate = board.view().gates().get(0);
        assertThat(gate.load().occupancy()).isEqualTo(0.83);
        assertThat(gate.load().sides().get(0).currentWait()).isNull();
        assertThat(gate.load().forecast().sides().get(1).arrivals().get(2).trucks())
                .isEqualTo(24.0);
        delete(BorderTopics.GATE_LOAD, "north");
        assertThat(board.view().gates()).isEmpty();
    }

    @Test
    void an_alert_comes_onto_the_board_and_goes_with_its_deletion() {
        var alert = Gates.alert("north", null, happening(AlertEventKind.OPENED, CongestionLevel.BUSY, 0));
        take(BorderTopics.GATE_ALERT, alert.getAlertId(), alert);

        assertThat(board.view().alerts().get(0).newest().value()).isEqualTo(0.83);
        delete(BorderTopics.GATE_ALERT, alert.getAlertId());
        assertThat(board.view().alerts()).isEmpty();
    }

    @Test
    void advice_comes_onto_the_board_and_goes_with_its_deletion() {
        take(BorderTopics.GATE_ADVICE, "south", Gates.advice("south", NOON));

        GateAdvice advice = board.view().gates().get(0).advice().given();
        assertThat(advice.diverts().get(0).exceptGoods()).containsExactly("REFRIGERATED");
        assertThat(advice.meter().clearedPerDay()).isEqualTo(60.8);
        assertThat(advice.holds().get(0).yardTrucks()).isEqualTo(12);
        take(BorderTopics.GATE_ADVICE, "south", Gates.calm("south", NOON));
        assertThat(board.view().gates().get(0).advice().given().since()).isNull();
        assertThat(board.view().gates().get(0).advice().given().meter()).isNull();
        delete(BorderTopics.GATE_ADVICE, "south");
        assertThat(board.view().gates()).isEmpty();
    }

    @Test
    void a_daily_table_comes_onto_the_board_and_goes_with_its_deletion() {
        take(BorderTopics.GATE_DAILY, "north|2026-05-02", Gates.day("north", "2026-05-02", 1, 30));

        assertThat(board.view().days().get(0).importedVehicles()).isEqualTo(15);
        delete(BorderTopics.GATE_DAILY, "north|2026-05-02");
        assertThat(board.view().days()).isEmpty();
    }

    @Test
    void a_trip_and_its_discrepancies_come_into_the_log_and_go_with_their_deletion() {
        var trip = Trips.export("VN:12C12345", "2026050300533");
        String id = trip.getTripId();
        take(BorderTopics.TRUCK_TRIP, id, trip);
        take(BorderTopics.TRIP_DISCREPANCY, id, Trips.discrepancy(id, DiscrepancyKind.WRONG_YARD, NOON, null));
        take(BorderTopics.TRUCK_TRIP, "another", trip);

        assertThat(intake.skipped()).isEqualTo(1);
        assertThat(board.view()).isEqualTo(BoardView.EMPTY);
        assertThat(trips.find(id).orElseThrow().trip()).hasToString(trip.toString());
        assertThat(trips.find(id).orElseThrow().discrepancies()).hasSize(1);
        delete(BorderTopics.TRIP_DISCREPANCY, id);
        assertThat(trips.find(id).orElseThrow().discrepancies()).isEmpty();
        delete(BorderTopics.TRUCK_TRIP, id);
        assertThat(trips.find(id)).isEmpty();
    }

    @Test
    void the_place_of_a_truck_comes_into_the_log_and_goes_with_its_deletion() {
        take(BorderTopics.TRUCK_PLACE, "VN:1", new TruckPlaceChanged("VN:1", 21.97, 106.71, NOON));
        take(BorderTopics.TRUCK_PLACE, "VN:2", new TruckPlaceChanged("VN:1", 22.0, 106.7, NOON.plusSeconds(60)));
        take(BorderTopics.TRUCK_PLACE, "VN:3", new TruckPlaceChanged("VN:3", 91.0, 106.7, NOON));

        assertThat(intake.skipped()).isEqualTo(2);
        assertThat(trips.places().list()).containsExactly(new TruckPlace("VN:1", 21.97, 106.71, NOON));
        delete(BorderTopics.TRUCK_PLACE, "VN:1");
        assertThat(trips.places().list()).isEmpty();
    }

    @Test
    void of_the_sites_ours_alone_counts() {
        take(BorderTopics.SITE, "other", site("other"));
        assertThat(board.view().gates()).isEmpty();

        take(BorderTopics.SITE, "test", site("test"));
        assertThat(board.view().gates()).hasSize(2);
        delete(BorderTopics.SITE, "other");
        assertThat(board.view().gates()).hasSize(2);
        delete(BorderTopics.SITE, "test");
        assertThat(board.view().gates()).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_counted_and_changes_nothing() {
        intake.apply(record(BorderTopics.GATE_LOAD, "north", "no avro".getBytes(StandardCharsets.UTF_8)));
        intake.apply(record(BorderTopics.GATE_LOAD, null, null));
        take(BorderTopics.GATE_LOAD, "south", Gates.load("north", 83, CongestionLevel.CONGESTED, NOON));
        take(BorderTopics.GATE_ADVICE, "south", Gates.advice("north", NOON));
        take(BorderTopics.GATE_DAILY, "north|2026-05-03", Gates.day("north", "2026-05-02", 1, 30));
        take(BorderTopics.SITE, "test", site("test", "{"));

        assertThat(intake.skipped()).isEqualTo(6);
        assertThat(board.view()).isEqualTo(BoardView.EMPTY);
    }

    @Test
    void a_registry_that_is_away_is_not_the_fault_of_the_record() {
        byte[] bytes = bytes(BorderTopics.GATE_LOAD, Gates.load("north", 83, CongestionLevel.CONGESTED, NOON));
        registry.close();

        assertThatThrownBy(() -> intake.apply(record(BorderTopics.GATE_LOAD, "north", bytes)))
                .isInstanceOf(RegistryAwayException.class);
        assertThat(intake.skipped()).isZero();
    }

    private static SitePublished site(String siteId) {
        return site(siteId, Boards.siteFile());
    }

    private static SitePublished site(String siteId, String geoJson) {
        return SitePublished.newBuilder().setSiteId(siteId).setGeoJson(geoJson).build();
    }

    private void take(Topic topic, String key, SpecificRecord value) {
        intake.apply(record(topic, key, bytes(topic, value)));
    }

    private void delete(Topic topic, String key) {
        intake.apply(record(topic, key, null));
    }

    private static ConsumerRecord<String, byte[]> record(Topic topic, String key, byte[] value) {
        return new ConsumerRecord<>(topic.name(), 0, 0, key, value);
    }

    private byte[] bytes(Topic topic, SpecificRecord value) {
        Map<String, ?> config = Map.of(SerdeConfig.URL, registry.url(), SerdeConfig.AUTO_REGISTER, true);
        try (Serializer<SpecificRecord> serializer = serializer(value, config)) {
            return serializer.serialize(topic.name(), value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Serializer<SpecificRecord> serializer(SpecificRecord value, Map<String, ?> config) {
        return AvroSerdes.serializer((Class<SpecificRecord>) value.getClass(), config);
    }
}
