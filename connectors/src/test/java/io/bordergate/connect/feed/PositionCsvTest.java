package io.bordergate.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.event.Datum;
import io.bordergate.event.Vehicle;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionCsvTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-05-10T00:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER = "truck_id,event_time,lat,lon";

    private final PositionCsv csv = new PositionCsv(HEADER, "test", NOW);

    @Test
    void readsTheRequiredColumns() {
        var record = csv.read("VN:12C12345,2026-05-03T13:15:21+07:00,21.97062,106.71112");

        assertThat(record.key()).isEqualTo("VN:12C12345");
        assertThat(record.recordTime()).isEqualTo("2026-05-03T06:15:21Z");
        assertThat(record.event().getEventTime()).isEqualTo("2026-05-03T06:15:21Z");
        assertThat(record.event().getLatitude()).isEqualTo(21.97062);
        assertThat(record.event().getLongitude()).isEqualTo(106.71112);
        assertThat(record.event().getDatum()).isEqualTo(Datum.WGS84);
    }

    @Test
    void readsAllColumnsInAnyOrderAndPassesOverOthers() {
        var all = new PositionCsv(
                "\uFEFFlon,lat,colour,datum,accuracy_m,heading_deg,speed_kmh,received_time,event_time,truck_id",
                "x",
                NOW);

        var record = all.read("106.7,21.9,\"red, dark\",GCJ02,5,90.5,12,2026-05-03T06:15:30Z,2026-05-03T06:15:21Z,A");

        assertThat(record.key()).isEqualTo("A");
        assertThat(record.recordTime()).isEqualTo("2026-05-03T06:15:30Z");
        assertThat(record.event().getDatum()).isEqualTo(Datum.GCJ02);
        assertThat(record.event().getSpeedKmh()).isEqualTo(12f);
        assertThat(record.event().getHeadingDeg()).isEqualTo(90.5f);
        assertThat(record.event().getAccuracyMetres()).isEqualTo(5f);
    }

    @Test
    void passesOnFiguresThatCannotBe() {
        var all = new PositionCsv(HEADER + ",speed_kmh,heading_deg,accuracy_m", "x", NOW);

        var position = all.read("A,2026-05-03T06:15:21Z,21.9,106.7,-5,360,-1").event();

        assertThat(position.getSpeedKmh()).isEqualTo(-5f);
        assertThat(position.getHeadingDeg()).isEqualTo(360f);
        assertThat(position.getAccuracyMetres()).isEqualTo(-1f);
    }

    @ParameterizedTest
    @CsvSource({
        "truck, TRUCK",
        "' TRAILER ', TRAILER",
        "Other, OTHER",
        "'', UNKNOWN",
        "lorry, UNKNOWN",
        "unknown, UNKNOWN",
    })
    void readsWhatKindOfVehicleItIs(String word, Vehicle vehicle) {
        var all = new PositionCsv(HEADER + ",vehicle", "x", NOW);

        assertThat(all.read("A,2026-05-03T06:15:21Z,21.9,106.7," + word).event().getVehicle())
                .isEqualTo(vehicle);
        assertThat(csv.read("A,2026-05-03T06:15:21Z,21.9,106.7").event().getVehicle())
                .isEqualTo(Vehicle.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "NaN", "\"12,5\""})
    void refusesAFigureThatIsNoNumber(String speed) {
        var all = new PositionCsv(HEADER + ",speed_kmh", "x", NOW);

        assertThatThrownBy(() -> all.read("A,2026-05-03T06:15:21Z,21.9,106.7," + speed))
                .isInstanceOf(UnreadableLineException.class)
                .hasMessageContaining("speed_kmh");
    }

    @Test
    void doesNotBelieveThatItReceivedSomethingInTheFuture() {
        var record = csv.read("A,2080-01-01T00:00:00Z,21.9,106.7");

        assertThat(record.recordTime()).isEqualTo(NOW.instant());
        assertThat(record.capped()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "A,2026-05-03T06:15:21Z,21.9",
                "A,2026-05-03T06:15:21Z,21.9,106.7,extra",
                ",2026-05-03T06:15:21Z,21.9,106.7",
                "A,2026-05-03T06:15:21,21.9,106.7",
                "A,1525360237,21.9,106.7",
                "A,2026-05-03T06:15:21Z,NaN,106.7",
                "A,2026-05-03T06:15:21Z,Infinity,106.7",
                "A,2026-05-03T06:15:21Z,0x15p0,106.7",
                "A,2026-05-03T06:15:21Z,21.9d,106.7",
                "A,2026-05-03T06:15:21Z,1e999,106.7",
                "A,2026-05-03T06:15:21Z,\"21,9\",106.7",
                "A,2026-05-03T06:15:21Z,,106.7",
                "A,\"2026-05-03T06:15:21Z,21.9,106.7",
                "\u0000\u0001\u0002"
            })
    void refusesWhatItCannotRead(String line) {
        assertThatThrownBy(() -> csv.read(line)).isInstanceOf(UnreadableLineException.class);
    }

    @Test
    void saysWhichColumnsTheHeaderLacks() {
        assertThatThrownBy(() -> new PositionCsv("truck_id,time,latitude,lon", "x", NOW))
                .hasMessage("the header lacks event_time, lat");
    }
}
