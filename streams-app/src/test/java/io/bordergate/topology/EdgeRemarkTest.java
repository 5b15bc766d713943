package io.bordergate.topology;

import static io.bordergate.contract.BorderTopics.QUARANTINE;
import static io.bordergate.contract.BorderTopics.TRUCK_POSITION;
import static io.bordergate.fixtures.Times.at;
import static io.bordergate.topology.GateBench.YARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.Datum;
import io.bordergate.fixtures.FakeRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the writer of a position remarks of its device is its reason, if there is nothing graver. */
class EdgeRemarkTest {
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
    @CsvSource({
        "DEVICE_DISAGREE, FLAGGED DEVICE_DISAGREE",
        "DEVICE_SHARED, FLAGGED DEVICE_SHARED",
        "WNRO, APPLIED",
        "UNREADABLE, APPLIED",
        "'', APPLIED"
    })
    void isItsReasonIfItIsOneOfADevice(String remark, String fate) {
        put("10:00", YARD.latitude(), remark);

        assertThat(bench.fates(TRUCK_POSITION)).isEqualTo(Map.of(fate, 1L));
        assertThat(bench.stays()).isEqualTo("VN:12C12345 yard VISIT 10:00- OPEN r1");
        assertThat(bench.setAside(QUARANTINE)).isEmpty();
    }

    @Test
    void doesNotHideWhatIsGraver() {
        put("10:00", YARD.latitude(), "DEVICE_DISAGREE");
        put("10:00", YARD.latitude(), "DEVICE_DISAGREE");
        put("10:01", 0, "DEVICE_DISAGREE");

        assertThat(bench.fates(TRUCK_POSITION))
                .isEqualTo(Map.of("FLAGGED DEVICE_DISAGREE", 1L, "NO_OP DUPLICATE", 1L, "QUARANTINED ZERO_ISLAND", 1L));
        assertThat(bench.setAside(QUARANTINE))
                .singleElement()
                .extracting(record -> new String(
                        record.headers().lastHeader("gate.remark.device").value(), UTF_8))
                .isEqualTo("D1");
    }

    private void put(String time, double latitude, String remark) {
        bench.put(
                TRUCK_POSITION.name(),
                "VN:12C12345".getBytes(UTF_8),
                bench.position(time, latitude, YARD.longitude(), Datum.WGS84),
                at(time),
                new RecordHeaders()
                        .add(EdgeRemark.REMARK, remark.getBytes(UTF_8))
                        .add(EdgeRemark.DEVICE, "D1".getBytes(UTF_8)));
    }
}
