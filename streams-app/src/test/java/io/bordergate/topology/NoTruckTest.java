package io.bordergate.topology;

import static io.bordergate.contract.BorderTopics.QUARANTINE;
import static io.bordergate.contract.BorderTopics.TRUCK_POSITION;
import static io.bordergate.fixtures.Times.at;
import static io.bordergate.topology.GateBench.YARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.TruckPositionReported;
import io.bordergate.event.Vehicle;
import io.bordergate.fixtures.FakeRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only trucks are counted: what its feed calls something else is set aside before any state sees it. */
class NoTruckTest {
    private static final byte[] KEY = "VN:12C12345".getBytes(UTF_8);

    @TempDir
    Path folder;

    private FakeRegistry registry;
    private GateBench bench;

    @BeforeEach
    void open() {
        registry = new FakeRegistry();
        bench = new GateBench(registry, folder);
    }

    @AfterEach
    void close() {
        bench.close();
        registry.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRAILER", "OTHER"})
    void doesNotCountWhatItsFeedCallsSomethingElse(Vehicle vehicle) {
        byte[] value = fix(vehicle, YARD.latitude());
        bench.put(TRUCK_POSITION, KEY, value, "12:00");

        List<TestRecord<byte[], byte[]>> setAside = bench.setAside(QUARANTINE);
        assertThat(setAside).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(KEY);
            assertThat(record.value()).isEqualTo(value);
        });
        assertThat(bench.fates(TRUCK_POSITION)).isEqualTo(Map.of("QUARANTINED NOT_A_TRUCK", 1L));
        assertThat(bench.tracks()).isEmpty();
        assertThat(bench.stays()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUCK", "UNKNOWN"})
    void countsATruckAndWhatIsCalledNothing(Vehicle vehicle) {
        bench.put(TRUCK_POSITION, KEY, fix(vehicle, YARD.latitude()), "12:00");

        assertThat(bench.fates(TRUCK_POSITION)).isEqualTo(Map.of("APPLIED", 1L));
        assertThat(bench.occupancy()).isEqualTo("yard 1+0/10 at 12:00");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRAILER", "OTHER"})
    void saysSoBeforeItLooksAtThePlace(Vehicle vehicle) {
        bench.put(TRUCK_POSITION, KEY, fix(vehicle, Double.NaN), "12:00");

        assertThat(bench.fates(TRUCK_POSITION)).isEqualTo(Map.of("QUARANTINED NOT_A_TRUCK", 1L));
    }

    private byte[] fix(Vehicle vehicle, double latitude) {
        var position = TruckPositionReported.newBuilder()
                .setEventTime(Instant.ofEpochMilli(at("12:00")))
                .setLatitude(latitude)
                .setLongitude(YARD.longitude())
                .setVehicle(vehicle)
                .build();
        return bench.bytes(TRUCK_POSITION, TruckPositionReported.class, position);
    }
}
