package io.bordergate.topology;

import static io.bordergate.contract.BorderTopics.QUARANTINE;
import static io.bordergate.contract.BorderTopics.TRUCK_POSITION;
import static io.bordergate.topology.GateBench.YARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.Datum;
import io.bordergate.fixtures.FakeRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device whose places cannot be, one after the other, is remarked; a good place makes it well again. */
class MisconfiguredTest {
    private static final String TRUCK = "VN:12C12345";
    private static final double OUT_OF_BOX = 21;
    private static final double OUT_OF_RANGE = 2_158.2;

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

    @Test
    void isRemarkedFromTheThirdInARowOnAndWellAfterAGoodOne() {
        assertThat(trucks()).isZero();
        put(TRUCK, "10:00", OUT_OF_BOX).put(TRUCK, "10:01", OUT_OF_RANGE);
        assertThat(trucks()).isZero();
        put(TRUCK, "10:02", OUT_OF_BOX).put(TRUCK, "10:03", OUT_OF_BOX);
        assertThat(trucks()).isEqualTo(1);
        bench.fix(TRUCK, "10:04", YARD);
        assertThat(trucks()).isZero();
        put(TRUCK, "10:05", OUT_OF_BOX).put(TRUCK, "10:06", OUT_OF_BOX);

        assertThat(remarks()).containsExactly("", "", "MISCONFIGURED", "MISCONFIGURED", "", "");
        assertThat(trucks()).isZero();
        assertThat(bench.fates(TRUCK_POSITION))
                .isEqualTo(Map.of("QUARANTINED OUT_OF_BOX", 5L, "QUARANTINED OUT_OF_RANGE", 1L, "APPLIED", 1L));
    }

    @Test
    void isNeitherMadeNorMendedByOtherFaultsNorByOtherTrucks() {
        put(TRUCK, "10:00", OUT_OF_BOX).put(TRUCK, "10:01", OUT_OF_BOX);
        put("VN:12C99999", "10:01", OUT_OF_BOX).put(TRUCK, "10:02", 0);
        bench.fix("VN:12C88888", "10:03", YARD);
        assertThat(trucks()).isZero();
        put(TRUCK, "10:04", OUT_OF_BOX).put(TRUCK, "10:05", Double.NaN);
        assertThat(trucks()).isEqualTo(1);

        assertThat(remarks()).containsExactly("", "", "", "", "MISCONFIGURED", "");
    }

    @Test
    void keepsNoMoreRowsThanItHasRoomFor() {
        for (int truck = 0; truck <= 10_000; truck++) {
            for (int i = 0; i < 3; i++) {
                put("T" + truck, "10:00", OUT_OF_BOX);
            }
        }

        assertThat(trucks()).isEqualTo(10_000);
    }

    private MisconfiguredTest put(String truck, String time, double latitude) {
        bench.put(
                TRUCK_POSITION,
                truck.getBytes(UTF_8),
                bench.position(time, latitude, YARD.longitude(), Datum.WGS84),
                time);
        return this;
    }

    private double trucks() {
        return bench.meters.get("border.truck.misconfigured").gauge().value();
    }

    private List<String> remarks() {
        return bench.setAside(QUARANTINE).stream()
                .map(record -> record.headers().lastHeader("gate.remark"))
                .map(MisconfiguredTest::text)
                .toList();
    }

    private static String text(Header header) {
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
