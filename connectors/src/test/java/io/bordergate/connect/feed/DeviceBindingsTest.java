package io.bordergate.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which truck a device was on: by the interval that holds the moment, of a file that leaves no doubt. */
class DeviceBindingsTest {
    private static final String HEADER = "device_id,truck_id,valid_from,valid_to";

    /** D1 and D2 change places on the second day; D1 is lent to a third truck for an afternoon. */
    private static final DeviceBindings BINDINGS = parse(
            "D1,VN:12C11111,2026-05-01T00:00:00+07:00,2026-05-02T00:00:00+07:00",
            "D2,VN:12C22222,2026-05-01T00:00:00+07:00,2026-05-02T00:00:00+07:00",
            "D1,VN:12C22222,2026-05-02T00:00:00+07:00,2026-05-03T12:00:00+07:00",
            "D2,VN:12C11111,2026-05-02T00:00:00+07:00,",
            "D1,CN:桂A12345,2026-05-03T12:00:00+07:00,2026-05-03T18:00:00+07:00",
            "D1,VN:12C22222,2026-05-03T18:00:00+07:00,");

    @ParameterizedTest
    @CsvSource({
        "D1, 2026-04-30T16:59:59.999Z, -",
        "D1, 2026-04-30T17:00:00Z, VN:12C11111",
        "D1, 2026-05-01T16:59:59.999Z, VN:12C11111",
        "D1, 2026-05-01T17:00:00Z, VN:12C22222",
        "D2, 2026-05-01T16:59:59.999Z, VN:12C22222",
        "D2, 2026-05-01T17:00:00Z, VN:12C11111",
        "D2, 2080-01-01T00:00:00Z, VN:12C11111",
        "D1, 2026-05-03T04:59:59.999Z, VN:12C22222",
        "D1, 2026-05-03T05:00:00Z, CN:桂A12345",
        "D1, 2026-05-03T10:59:59.999Z, CN:桂A12345",
        "D1, 2026-05-03T11:00:00Z, VN:12C22222",
        "D3, 2026-05-01T17:00:00Z, -",
        "d1, 2026-05-01T17:00:00Z, -",
    })
    void findsTheTruckOfThatMoment(String device, Instant at, String truck) {
        assertThat(truckOf(BINDINGS, device, at).orElse("-")).isEqualTo(truck);
    }

    @Test
    void knowsATruckThatHadNoDeviceForAWhile() {
        var bindings = parse(
                "D1,A,2026-05-03T00:00:00Z,2026-05-04T00:00:00Z", "D1,A,2026-05-01T00:00:00Z,2026-05-02T00:00:00Z");

        assertThat(truckOf(bindings, "D1", Instant.parse("2026-05-01T12:00:00Z")))
                .contains("A");
        assertThat(truckOf(bindings, "D1", Instant.parse("2026-05-02T12:00:00Z")))
                .isEmpty();
        assertThat(truckOf(bindings, "D1", Instant.parse("2026-05-03T12:00:00Z")))
                .contains("A");
        assertThat(truckOf(bindings, "D1", Instant.parse("2026-05-04T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void takesColumnsInAnyOrderAndPassesOverOthers() {
        var bindings = DeviceBindings.parse(List.of(
                "\uFEFFvalid_to,note,Truck_ID,valid_from,device_id",
                ",\"lent, by hand\", A ,2026-05-01T00:00:00Z, D1 "));

        assertThat(truckOf(bindings, "D1", Instant.parse("2026-05-01T00:00:00Z")))
                .contains("A");
    }

    @Test
    void bindsNothingWhereNothingIsSaid() {
        assertThat(truckOf(parse(), "D1", Instant.EPOCH)).isEmpty();
        assertThat(truckOf(DeviceBindings.NONE, "D1", Instant.EPOCH)).isEmpty();
    }

    @Test
    void listsAllFaultsAtOnceWithTheirLines() {
        assertThatThrownBy(() -> parse(
                        "D1,A,2026-05-01T00:00:00Z,2026-05-09T00:00:00Z",
                        ",,2026-05-01T00:00:00,tomorrow",
                        "D2,A,2026-05-01T00:00:00Z",
                        "D3,A,2026-05-01T00:00:00Z,2026-05-01T00:00:00Z",
                        "D1,B,2026-05-02T00:00:00Z,2026-05-03T00:00:00Z",
                        "D1,C,2026-05-04T00:00:00Z,2026-05-09T00:00:01Z",
                        "D1,D,2026-05-09T00:00:00.999Z,",
                        "",
                        "D4,A,,2026-05-01T00:00:00Z"))
                .asInstanceOf(InstanceOfAssertFactories.type(DeviceBindingsException.class))
                .extracting(DeviceBindingsException::faults, InstanceOfAssertFactories.list(String.class))
                .containsExactly(
                        "line 3: device_id is empty",
                        "line 3: truck_id is empty",
                        "line 3: valid_from is not an ISO-8601 time with Z or an offset",
                        "line 3: valid_to is not an ISO-8601 time with Z or an offset",
                        "line 4: has 3 columns, the header 4",
                        "line 5: valid_to is not after valid_from",
                        "line 9: is empty",
                        "line 10: valid_from is not an ISO-8601 time with Z or an offset",
                        "line 6: overlaps line 2, which binds the same device",
                        "line 7: overlaps line 2, which binds the same device",
                        "line 8: overlaps line 7, which binds the same device");
    }

    @Test
    void refusesTheSameBindingTwice() {
        String line = "D1,A,2026-05-01T00:00:00Z,";

        assertThatThrownBy(() -> parse(line, line))
                .hasMessage("device bindings: line 3: overlaps line 2, which binds the same device");
    }

    @Test
    void needsAllColumns() {
        assertThatThrownBy(() -> DeviceBindings.parse(List.of("device_id,plate,valid_from")))
                .hasMessage("device bindings: line 1: the header lacks truck_id, valid_to");
        assertThatThrownBy(() -> DeviceBindings.parse(List.of())).hasMessage("device bindings: line 1: is empty");
    }

    @Test
    void knowsWhenABindingBecameKnown() {
        var bindings = DeviceBindings.parse(List.of(
                HEADER + ",registered_at",
                "D1,A,2026-05-01T00:00:00Z,,2026-05-02T08:00:00+07:00",
                "D2,B,2026-05-01T00:00:00Z,,"));

        assertThat(bindings.find("D1", Instant.parse("2026-05-01T12:00:00Z")))
                .map(DeviceBinding::registeredAt)
                .contains(Instant.parse("2026-05-02T01:00:00Z"));
        assertThat(bindings.find("D2", Instant.parse("2026-05-01T12:00:00Z")))
                .map(DeviceBinding::registeredAt)
                .contains(Instant.MIN);
        assertThatThrownBy(() -> DeviceBindings.parse(
                        List.of(HEADER + ",registered_at", "D1,A,2026-05-01T00:00:00Z,,yesterday")))
                .hasMessage("device bindings: line 2: registered_at is not an ISO-8601 time with Z or an offset");
    }

    private static Optional<String> truckOf(DeviceBindings bindings, String device, Instant at) {
        return bindings.find(device, at).map(DeviceBinding::truckId);
    }

    private static DeviceBindings parse(String... lines) {
        List<String> file = new ArrayList<>(List.of(HEADER));
        file.addAll(List.of(lines));
        return DeviceBindings.parse(file);
    }
}
