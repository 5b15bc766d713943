package io.bordergate.topology;

import static io.bordergate.contract.BorderTopics.CLOCK;
import static io.bordergate.contract.BorderTopics.DEAD_LETTER;
import static io.bordergate.contract.BorderTopics.DECLARATION_MILESTONE;
import static io.bordergate.contract.BorderTopics.GATE_STATUS;
import static io.bordergate.contract.BorderTopics.QUARANTINE;
import static io.bordergate.contract.BorderTopics.TRUCK_POSITION;
import static io.bordergate.fixtures.Times.at;
import static io.bordergate.topology.GateBench.ROAD;
import static io.bordergate.topology.GateBench.YARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.bordergate.contract.Topic;
import io.bordergate.event.Authority;
import io.bordergate.event.Datum;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.GateStatus;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.event.MilestoneType;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.fixtures.FakeRegistry;
import io.bordergate.fixtures.Spot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every record has one fate, with its reason; what is not used is set aside as it came in. */
class InputFateTest {
    private static final byte[] TRUCK = "VN:12C12345".getBytes(UTF_8);

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
    void setsAsideEachBadPositionWithItsReason() {
        assertSetAside(DEAD_LETTER, "UNREADABLE", TRUCK, "garbage".getBytes(UTF_8));
        assertSetAside(DEAD_LETTER, "UNREADABLE", TRUCK, new byte[] {0, 0, 0});
        assertSetAside(DEAD_LETTER, "UNREADABLE", TRUCK, withByte(good(), 0, 1));
        assertSetAside(DEAD_LETTER, "UNREADABLE", TRUCK, java.util.Arrays.copyOf(good(), good().length - 9));
        assertSetAside(DEAD_LETTER, "UNKNOWN_SCHEMA", TRUCK, withByte(good(), 4, 99));
        assertSetAside(DEAD_LETTER, "EMPTY", TRUCK, null);
        assertSetAside(DEAD_LETTER, "EMPTY", TRUCK, new byte[0]);
        assertSetAside(DEAD_LETTER, "BAD_KEY", null, good());
        assertSetAside(DEAD_LETTER, "BAD_KEY", new byte[0], good());
        assertSetAside(DEAD_LETTER, "BAD_KEY", new byte[] {(byte) 0xC3, 0x28}, good());
        assertSetAside(DEAD_LETTER, "BAD_KEY", null, null);
        assertSetAside(DEAD_LETTER, "BAD_KEY", "VN:".repeat(100).getBytes(UTF_8), good());
        assertSetAside(DEAD_LETTER, "UNREADABLE", TRUCK, withSource("x".repeat(65_536)));
        assertSetAside(QUARANTINE, "ZERO_ISLAND", TRUCK, wgs84(0, 0));
        assertSetAside(QUARANTINE, "BAD_NUMBER", TRUCK, wgs84(Double.NaN, 106.7));
        assertSetAside(QUARANTINE, "OUT_OF_RANGE", TRUCK, wgs84(91, 106.7));
        assertSetAside(QUARANTINE, "OUT_OF_BOX", TRUCK, wgs84(21, 106.7));
        assertSetAside(QUARANTINE, "UNKNOWN_DATUM", TRUCK, bench.position("12:00", 21.97, 106.71, Datum.UNKNOWN));
        assertSetAside(QUARANTINE, "FUTURE_TIME", TRUCK, bench.position("12:05:00.001", 21.97, 106.71, Datum.WGS84));
        assertSetAside(QUARANTINE, "OUTSIDE_WINDOW", TRUCK, bench.position("11:29", 21.97, 106.71, Datum.WGS84));

        assertThat(bench.fates(TRUCK_POSITION))
                .containsOnly(
                        entry("DEAD_LETTERED UNREADABLE", 5L),
                        entry("DEAD_LETTERED UNKNOWN_SCHEMA", 1L),
                        entry("DEAD_LETTERED EMPTY", 2L),
                        entry("DEAD_LETTERED BAD_KEY", 5L),
                        entry("QUARANTINED ZERO_ISLAND", 1L),
                        entry("QUARANTINED BAD_NUMBER", 1L),
                        entry("QUARANTINED OUT_OF_RANGE", 1L),
                        entry("QUARANTINED OUT_OF_BOX", 1L),
                        entry("QUARANTINED UNKNOWN_DATUM", 1L),
                        entry("QUARANTINED FUTURE_TIME", 1L),
                        entry("LATE OUTSIDE_WINDOW", 1L));
        assertThat(bench.stays()).isEmpty();
    }

    @Test
    void countsWhatIsUsedAndWhatSaysNothingNew() {
        bench.fix("VN:12C12345", "10:00", YARD)
                .late("VN:12C12345", "10:00", YARD, "10:01")
                .late("VN:12C12345", "10:00", ROAD, "10:02")
                .fix("VN:12C12345", "10:03", ROAD);

        assertThat(bench.fates(TRUCK_POSITION))
                .containsOnly(entry("APPLIED", 2L), entry("NO_OP DUPLICATE", 1L), entry("FLAGGED CONFLICT", 1L));
        assertThat(bench.setAside(QUARANTINE)).isEmpty();
        assertThat(bench.setAside(DEAD_LETTER)).isEmpty();
    }

    @Test
    void flagsWhatIsUsedWithARemark() {
        Instant noon = Instant.ofEpochMilli(at("12:00"));
        Instant weeksBehind = noon.minus(Duration.ofDays(7 * 1_024));
        bench.put(TRUCK_POSITION, TRUCK, bench.position(weeksBehind, YARD, null, null), "12:00");
        assertThat(bench.stays()).isEqualTo("VN:12C12345 yard VISIT 12:00- OPEN r1");
        for (int second = 1; second <= 4; second++) {
            put(noon.plusSeconds(second), YARD, 30f, 100f);
        }
        put(noon.plusSeconds(5), YARD, 30f, null);
        put(noon.plusSeconds(6), ROAD, 30f, 100.5f);

        assertThat(bench.stays()).isEmpty();
        assertThat(bench.setAside(QUARANTINE)).isEmpty();
        assertThat(bench.fates(TRUCK_POSITION))
                .containsOnly(
                        entry("FLAGGED WNRO", 1L),
                        entry("APPLIED", 4L),
                        entry("FLAGGED POS_FROZEN", 1L),
                        entry("FLAGGED LOW_ACCURACY", 1L));
    }

    @Test
    void keepsASetAsideTeleportForTheTwoThatBearItOut() {
        put(Instant.ofEpochMilli(at("12:00")), YARD, null, null);
        put(Instant.ofEpochMilli(at("12:00:01")), ROAD, null, null);
        assertThat(texts(bench.setAside(QUARANTINE).get(0).headers())).containsEntry("gate.error.code", "TELEPORT");
        put(Instant.ofEpochMilli(at("12:00:02")), ROAD, null, null);
        put(Instant.ofEpochMilli(at("12:00:03")), ROAD, null, null);

        assertThat(bench.stays())
                .isEqualTo("VN:12C12345 yard VISIT 12:00- OPEN r1 | VN:12C12345 yard VISIT 12:00-12:00:03 EXIT r2");
        assertThat(bench.fates(TRUCK_POSITION)).containsOnly(entry("APPLIED", 2L), entry("QUARANTINED TELEPORT", 2L));
    }

    @Test
    void doesNotCountATrailerBesideItsTractor() {
        byte[] trailer = "VN:29R01122".getBytes(UTF_8);

        assertSetAside(QUARANTINE, "NOT_A_TRUCK", trailer, wgs84(Double.NaN, 0));
        assertSetAside(QUARANTINE, "UNKNOWN_DATUM", trailer, bench.position("12:00", 0, 0, Datum.UNKNOWN));

        assertThat(bench.tracks()).isEmpty();
    }

    private void put(Instant time, Spot spot, Float speedKmh, Float accuracyMetres) {
        byte[] value = bench.position(time, spot, speedKmh, accuracyMetres);
        bench.put(
                TRUCK_POSITION,
                TRUCK,
                value,
                LocalTime.ofInstant(time, ZoneOffset.UTC).toString());
    }

    @Test
    void convertsWhatSaysThatItIsShifted() {
        // Inside the yard by the shifted datum: 480 m off on the ground.
        bench.put(TRUCK_POSITION, TRUCK, bench.position("10:00", 21.9704, 106.7105, Datum.GCJ02), "10:00");
        assertThat(bench.stays()).isEmpty();
        assertThat(bench.fates(TRUCK_POSITION)).isEqualTo(Map.of("APPLIED", 1L));
    }

    @Test
    void knowsTheZeroIslandAlsoInTheShiftedDatum() {
        assertSetAside(QUARANTINE, "ZERO_ISLAND", TRUCK, bench.position("12:00", 0, 0, Datum.GCJ02));
    }

    @Test
    void setsATickAsideThatCannotBeRead() {
        bench.put(CLOCK, "0".getBytes(UTF_8), "garbage".getBytes(UTF_8), "12:00");

        assertThat(bench.fates(CLOCK)).containsOnly(entry("DEAD_LETTERED UNREADABLE", 1L));
    }

    @Test
    void countsMilestonesAndGateStatus() {
        var milestone = DeclarationMilestoneReported.newBuilder()
                .setDeclarationId("2026050300533")
                .setType(MilestoneType.DECLARED)
                .setAuthority(Authority.ENTERPRISE)
                .setEventTime(Instant.ofEpochMilli(at("12:00")))
                .build();
        var status = GateStatusChanged.newBuilder()
                .setGateId("huu-nghi")
                .setStatus(GateStatus.CLOSED)
                .setEventTime(Instant.ofEpochMilli(at("12:00")))
                .build();

        byte[] declared = bench.bytes(DECLARATION_MILESTONE, DeclarationMilestoneReported.class, milestone);
        bench.put(DECLARATION_MILESTONE, "2026050300533".getBytes(UTF_8), declared, "12:00")
                .put(DECLARATION_MILESTONE, "2026050300533".getBytes(UTF_8), declared, "11:00")
                .put(
                        GATE_STATUS,
                        "huu-nghi".getBytes(UTF_8),
                        bench.bytes(GATE_STATUS, GateStatusChanged.class, status),
                        "12:00")
                .put(GATE_STATUS, "huu-nghi".getBytes(UTF_8), "garbage".getBytes(UTF_8), "12:00")
                .put(GATE_STATUS, "nowhere".getBytes(UTF_8), status("nowhere", "07:00-18:00"), "12:00")
                .put(GATE_STATUS, "huu-nghi".getBytes(UTF_8), status("huu-nghi", "from seven"), "12:00");

        assertThat(bench.fates(DECLARATION_MILESTONE))
                .containsOnly(entry("HELD AWAITS_DECLARATION", 1L), entry("QUARANTINED FUTURE_TIME", 1L));
        assertThat(bench.fates(GATE_STATUS))
                .containsOnly(
                        entry("APPLIED", 1L),
                        entry("QUARANTINED NO_SUCH_GATE", 1L),
                        entry("QUARANTINED BAD_HOURS", 1L),
                        entry("DEAD_LETTERED UNREADABLE", 1L));
        assertThat(bench.setAside(QUARANTINE))
                .extracting(each -> header(each, "__streams.errors.topic"))
                .containsExactlyInAnyOrder(DECLARATION_MILESTONE.name(), GATE_STATUS.name(), GATE_STATUS.name());
        assertThat(header(bench.setAside(DEAD_LETTER).get(0), "__streams.errors.topic"))
                .isEqualTo(GATE_STATUS.name());
    }

    @Test
    void doesNotBlameTheRecordForARegistryThatIsAway() {
        byte[] value = good();
        registry.goAway();

        assertThatThrownBy(() -> bench.put(TRUCK_POSITION, TRUCK, value, "12:00"));
        registry.comeBack();

        assertThat(bench.fates(TRUCK_POSITION)).isEmpty();
        assertThat(bench.setAside(DEAD_LETTER)).isEmpty();
    }

    private void assertSetAside(Topic topic, String reason, byte[] key, byte[] value) {
        bench.put(TRUCK_POSITION, key, value, "12:00");

        List<TestRecord<byte[], byte[]>> records = bench.setAside(topic);
        assertThat(records).as("%s on %s", reason, topic.name()).hasSize(1);
        TestRecord<byte[], byte[]> record = records.get(0);
        assertThat(record.key()).isEqualTo(key);
        assertThat(record.value()).isEqualTo(value);
        assertThat(record.getRecordTime()).isEqualTo(Instant.ofEpochMilli(at("12:00")));
        assertThat(texts(record.headers()))
                .containsEntry("feed", "traccar")
                .containsEntry("gate.error.code", reason)
                .containsEntry(
                        "gate.fate",
                        io.bordergate.domain.intake.Reason.valueOf(reason)
                                .fate()
                                .name())
                .containsEntry("__streams.errors.topic", TRUCK_POSITION.name())
                .containsEntry("__streams.errors.partition", "0")
                .containsKeys(
                        "gate.app.version",
                        "__streams.errors.offset",
                        "__streams.errors.exception",
                        "__streams.errors.message",
                        "__streams.errors.stacktrace")
                .hasSize(10);
        assertThat(texts(record.headers()).toString()).doesNotContain("12C12345");
    }

    private byte[] good() {
        return wgs84(21.97, 106.71);
    }

    private byte[] wgs84(double latitude, double longitude) {
        return bench.position("12:00", latitude, longitude, Datum.WGS84);
    }

    private byte[] withSource(String source) {
        return bench.bytes(
                TRUCK_POSITION,
                TruckPositionReported.class,
                TruckPositionReported.newBuilder()
                        .setEventTime(Instant.ofEpochMilli(at("12:00")))
                        .setLatitude(21.97)
                        .setLongitude(106.71)
                        .setSource(source)
                        .build());
    }

    private static byte[] withByte(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return texts(record.headers()).get(name);
    }

    private static Map<String, String> texts(Headers headers) {
        var texts = new HashMap<String, String>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));
        return texts;
    }

    private byte[] status(String gateId, String openingHours) {
        return bench.bytes(
                GATE_STATUS,
                GateStatusChanged.class,
                GateStatusChanged.newBuilder()
                        .setGateId(gateId)
                        .setStatus(GateStatus.OPEN)
                        .setEventTime(Instant.ofEpochMilli(at("12:00")))
                        .setOpeningHours(openingHours)
                        .build());
    }
}
