package io.bordergate.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.event.TruckPositionReported;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of devices that do not know their plates: each is one of the truck that the device was on when it was taken. */
class DeviceLinesTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-05-10T00:00:00Z"), ZoneOffset.UTC);
    private static final DeviceBindings BINDINGS = DeviceBindings.parse(List.of(
            "device_id,truck_id,valid_from,valid_to",
            "D1,VN:12C11111,2026-05-01T00:00:00Z,2026-05-02T00:00:00Z",
            "D2,VN:12C22222,2026-05-01T00:00:00Z,2026-05-02T00:00:00Z",
            "D1,VN:12C22222,2026-05-02T00:00:00Z,2026-05-03T12:00:00Z",
            "D2,VN:12C11111,2026-05-02T00:00:00Z,",
            "D1,CN:桂A12345,2026-05-03T12:00:00Z,2026-05-03T18:00:00Z",
            "D1,VN:12C22222,2026-05-03T18:00:00Z,"));

    private final PositionCsv csv = new PositionCsv("device_id,truck_id,event_time,lat,lon", "test", BINDINGS, NOW);

    @Test
    void followsDevicesThatAreSwapped() {
        assertThat(truckOf("D1,,2026-05-01T23:59:59Z,21.97,106.71")).isEqualTo("VN:12C11111");
        assertThat(truckOf("D2,,2026-05-01T23:59:59Z,21.97,106.71")).isEqualTo("VN:12C22222");
        assertThat(truckOf("D1,,2026-05-02T00:00:00Z,21.97,106.71")).isEqualTo("VN:12C22222");
        assertThat(truckOf("D2,,2026-05-02T00:00:00Z,21.97,106.71")).isEqualTo("VN:12C11111");
    }

    @Test
    void followsADeviceThatIsLentForAnAfternoon() {
        assertThat(truckOf("D1,,2026-05-03T11:59:59Z,21.97,106.71")).isEqualTo("VN:12C22222");
        assertThat(truckOf("D1,,2026-05-03T12:00:00Z,21.97,106.71")).isEqualTo("CN:桂A12345");
        assertThat(truckOf("D1,,2026-05-03T19:00:00+07:00,21.97,106.71")).isEqualTo("CN:桂A12345");
        assertThat(truckOf("D1,,2026-05-03T18:00:00Z,21.97,106.71")).isEqualTo("VN:12C22222");
    }

    /** It was stored on the way: the truck is that of the fix, not that of the receipt. */
    @Test
    void asksWhenTheFixWasTakenAndNotWhenItWasReceived() {
        var stored = new PositionCsv("device_id,truck_id,event_time,received_time,lat,lon", "test", BINDINGS, NOW);

        assertThat(stored.read("D1,,2026-05-01T23:00:00Z,2026-05-02T06:00:00Z,21.97,106.71")
                        .key())
                .isEqualTo("VN:12C11111");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D9,,2026-05-01T12:00:00Z,21.97,106.71",
                "D1,,2026-04-30T23:59:59Z,21.97,106.71",
            })
    void awaitsABindingOfADeviceThatIsOnNoTruck(String line) {
        FeedRecord<TruckPositionReported> record = csv.read(line);

        assertThat(record.awaitsBinding()).isTrue();
        assertThat(record.boundAt()).isEqualTo(Instant.MAX);
        assertThat(record.key()).isNull();
    }

    @Test
    void awaitsABindingOfEveryDeviceWhereNoneIsBound() {
        var unbound = new PositionCsv("device_id,truck_id,event_time,lat,lon", "test", NOW);

        assertThat(unbound.read("D1,,2026-05-01T12:00:00Z,21.97,106.71").awaitsBinding())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-05-01T11:59:59.999Z, true", "2026-05-01T12:00:00Z, false", "2026-05-01T12:00:00.001Z, false"})
    void awaitsABindingThatIsNotKnownYet(String received, boolean awaits) {
        var bindings = DeviceBindings.parse(List.of(
                "device_id,truck_id,valid_from,valid_to,registered_at",
                "D1,VN:12C11111,2026-05-01T00:00:00Z,,2026-05-01T12:00:00Z"));
        var stored = new PositionCsv("device_id,truck_id,event_time,received_time,lat,lon", "test", bindings, NOW);

        var record = stored.read("D1,,2026-05-01T11:00:00Z," + received + ",21.97,106.71");

        assertThat(record.key()).isEqualTo("VN:12C11111");
        assertThat(record.awaitsBinding()).isEqualTo(awaits);
    }

    @Test
    void believesThePlateThatIsGiven() {
        assertThat(truckOf("D1,VN:12C99999,2026-05-01T12:00:00Z,21.97,106.71")).isEqualTo("VN:12C99999");
        assertThat(truckOf("D9,VN:12C99999,2026-05-01T12:00:00Z,21.97,106.71")).isEqualTo("VN:12C99999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",,2026-05-01T12:00:00Z,21.97,106.71",
                "D9,,yesterday,21.97,106.71",
                "D9,,2026-05-01T12:00:00Z,north,106.71",
            })
    void findsALineUnreadableBeforeItFindsItsDeviceUnknown(String line) {
        assertThatThrownBy(() -> csv.read(line)).isInstanceOf(UnreadableLineException.class);
    }

    private String truckOf(String line) {
        return csv.read(line).key();
    }
}
