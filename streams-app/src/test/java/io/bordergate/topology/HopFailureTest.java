package io.bordergate.topology;

import static io.bordergate.contract.BorderTopics.DEAD_LETTER;
import static io.bordergate.contract.BorderTopics.DECLARATION_MILESTONE;
import static io.bordergate.contract.BorderTopics.QUARANTINE;
import static io.bordergate.contract.BorderTopics.TRUCK_POSITION;
import static io.bordergate.contract.BorderTopics.TRUCK_STAY;
import static io.bordergate.contract.BorderTopics.TRUCK_TRIP;
import static io.bordergate.fixtures.Times.at;
import static io.bordergate.topology.GateBench.ROAD;
import static io.bordergate.topology.GateBench.YARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.Authority;
import io.bordergate.event.Classifier;
import io.bordergate.event.CrossingDirection;
import io.bordergate.event.Datum;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.DeclaredTruck;
import io.bordergate.event.MilestoneType;
import io.bordergate.event.StayCertainty;
import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.event.ZoneKind;
import io.bordergate.fixtures.FakeRegistry;
import io.bordergate.stored.TruckFact;
import io.bordergate.stored.TruckTripsState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What fails behind an internal topic is set aside as what is read first: the record that caused it as it came in, or where
 * that is not known the fact as it lay there; and those around it give what they give without it.
 */
class HopFailureTest {
    private static final String TRIPS_HOP = "trips.by-truck-repartition";
    private static final String YARD_HOP = "occupancy.by-yard-repartition";
    private static final String PLATE = "12C12345";
    private static final String TRUCK = "VN:" + PLATE;
    private static final String OTHER = "CN:桂A12345";
    private static final byte[] GARBAGE = {(byte) 0xC3, 1, 0x28, 0, 99};

    @TempDir
    Path folder;

    private FakeRegistry registry;
    private GateBench bench;

    @BeforeEach
    void open() {
        registry = new FakeRegistry();
        bench = GateBench.live(registry, folder);
    }

    @AfterEach
    void close() {
        bench.close();
        registry.close();
    }

    @Test
    void setsAsideTheMilestoneOnWhichTheTripsFail() {
        bench.<TruckTripsState>objects(TripTracking.TRIPS).add(TRUCK, stateOfALaterVersion());
        declare("1", OTHER, "10:00", Instant.ofEpochMilli(at("12:00")));
        byte[] poison = declare("2", TRUCK, "10:01", Instant.ofEpochMilli(at("12:00")));
        declare("3", OTHER, "10:02", Instant.ofEpochMilli(at("20:00")));

        assertThat(onlyLetter("2".getBytes(UTF_8), poison, "10:01"))
                .containsEntry("feed", "traccar")
                .containsEntry("gate.error.code", "PROCESSING_FAILED")
                .containsEntry("gate.fate", "DEAD_LETTERED")
                .containsEntry("__streams.errors.topic", DECLARATION_MILESTONE.name())
                .containsEntry("__streams.errors.partition", "0")
                .containsEntry("__streams.errors.offset", "1")
                .hasEntrySatisfying(
                        "__streams.errors.stacktrace",
                        trace -> assertThat(trace).startsWith("java.lang.IllegalArgumentException\n"))
                .hasSize(10);
        assertThat(trips()).containsExactly("1", "3");
    }

    @Test
    void setsAsideAMilestoneThatWasHeldWhereTimeIsRecorded(@TempDir Path other) {
        try (var recorded = new GateBench(registry, other)) {
            recorded.<TruckTripsState>objects(TripTracking.TRIPS).add(TRUCK, stateOfALaterVersion());
            byte[] poison = declare(recorded, "2", TRUCK, "10:01", Instant.ofEpochMilli(at("12:00")));
            declare(recorded, "3", OTHER, "10:02", Instant.ofEpochMilli(at("20:00")));
            assertThat(recorded.setAside(DEAD_LETTER)).isEmpty();
            recorded.tick("10:05");

            assertThat(recorded.setAside(DEAD_LETTER)).singleElement().satisfies(letter -> {
                assertThat(letter.value()).isEqualTo(poison);
                assertThat(texts(letter.headers()))
                        .containsEntry("feed", "traccar")
                        .containsEntry("gate.error.code", "PROCESSING_FAILED")
                        .containsEntry("__streams.errors.topic", DECLARATION_MILESTONE.name())
                        .containsEntry("__streams.errors.offset", "0");
            });
            assertThat(recorded.read(TRUCK_TRIP, TruckTripChanged.class)).hasSize(1);
        }
    }

    @Test
    void keepsNothingOfAFactOnWhichItFailed() {
        TruckTripsState state = stateOfALaterVersion();
        bench.<TruckTripsState>objects(TripTracking.TRIPS).add(TRUCK, state);
        declare("2", TRUCK, "10:01", Instant.ofEpochMilli(at("12:00")));
        TruckStayChanged withdrawn = TruckStayChanged.newBuilder(
                        state.getStays().get(0))
                .setClosedBy(StayClosure.WITHDRAWN)
                .build();
        var facts = new StoredAvro<>(TruckFact.class);
        bench.putInside(TRIPS_HOP, TRUCK.getBytes(UTF_8), facts.encode(new TruckFact(withdrawn)), "10:02");
        declare("3", TRUCK, "10:03", Instant.ofEpochMilli(at("12:00")));

        assertThat(bench.setAside(DEAD_LETTER)).hasSize(1);
        assertThat(trips()).containsExactly("3");
    }

    @Test
    void takesAPlanAtTheEndOfTime() {
        declare("1", TRUCK, "10:00", Instant.ofEpochMilli(Long.MAX_VALUE));
        declare("2", TRUCK, "10:01", Instant.ofEpochMilli(Long.MIN_VALUE));
        bench.tick("23:00");

        assertThat(bench.setAside(DEAD_LETTER)).isEmpty();
        assertThat(trips()).contains("1", "2");
    }

    @Test
    void setsAsideWhatCannotBeReadOnTheWayToTheTrips() {
        declare("1", TRUCK, "10:00", Instant.ofEpochMilli(at("12:00")));
        assertSetAsideAsItLay(TRIPS_HOP, GARBAGE, GARBAGE, "UNREADABLE");
        assertSetAsideAsItLay(TRIPS_HOP, TRUCK.getBytes(UTF_8), null, "EMPTY");
        assertSetAsideAsItLay(TRIPS_HOP, null, GARBAGE, "BAD_KEY");
        declare("3", TRUCK, "10:02", Instant.ofEpochMilli(at("20:00")));

        assertThat(trips()).containsExactly("1", "3");
    }

    @Test
    void setsAsideWhatCannotBeReadOnTheWayToTheYards() {
        bench.fix(TRUCK, "10:00", YARD);
        assertSetAsideAsItLay(YARD_HOP, GARBAGE, GARBAGE, "UNREADABLE");
        assertSetAsideAsItLay(YARD_HOP, "yard".getBytes(UTF_8), null, "EMPTY");
        assertSetAsideAsItLay(YARD_HOP, null, GARBAGE, "BAD_KEY");
        bench.fix(OTHER, "10:01", YARD);

        assertThat(bench.occupancy()).isEqualTo("yard 1+0/10 at 10:00 | yard 2+0/10 at 10:01");
    }

    @Test
    void setsAsideTheFixOnWhichTheCountingFails() {
        bench.fix(TRUCK, "10:00", YARD);
        String stayId = bench.read(TRUCK_STAY, TruckStayChanged.class).get(0).getStayId();
        bench.<String>store(YardCounting.OPEN_STAYS).put("yard|" + stayId, "PARKED");
        byte[] fix = bench.position("10:01", ROAD.latitude(), ROAD.longitude(), Datum.WGS84);
        bench.put(TRUCK_POSITION, TRUCK.getBytes(UTF_8), fix, "10:01").fix(OTHER, "10:02", YARD);

        assertThat(onlyLetter(TRUCK.getBytes(UTF_8), fix, "10:01"))
                .containsEntry("feed", "traccar")
                .containsEntry("gate.error.code", "PROCESSING_FAILED")
                .containsEntry("__streams.errors.topic", TRUCK_POSITION.name())
                .containsEntry("__streams.errors.offset", "1")
                .hasSize(10);
        assertThat(bench.occupancy()).isEqualTo("yard 1+0/10 at 10:00 | yard 2+0/10 at 10:02");
    }

    @Test
    void setsAsideWhatIsSaidOfAForgottenTripAsLate() {
        declare("1", TRUCK, "10:00", Instant.ofEpochMilli(at("12:00")));
        bench.fix(TRUCK, "11:50", YARD).fix(TRUCK, "11:59", ROAD).tickLater(20);
        assertThat(bench.keys(TripTracking.TRIPS)).containsExactly(TRUCK);
        bench.tickLater(40).tickLater(41);
        assertThat(bench.keys(TripTracking.TRIPS)).isEmpty();
        assertThat(trips()).isNotEmpty();

        Instant released = Instant.ofEpochMilli(at("12:00")).plus(Duration.ofDays(41));
        var milestone = milestone("1", MilestoneType.CUSR, released).build();
        byte[] value = bench.bytes(DECLARATION_MILESTONE, DeclarationMilestoneReported.class, milestone);
        bench.put(DECLARATION_MILESTONE, "1".getBytes(UTF_8), value, released.toEpochMilli());

        assertThat(trips()).isEmpty();
        assertThat(bench.keys(TripTracking.TRIPS)).isEmpty();
        assertThat(bench.setAside(DEAD_LETTER)).isEmpty();
        assertThat(bench.setAside(QUARANTINE)).singleElement().satisfies(late -> {
            assertThat(late.value()).isEqualTo(value);
            assertThat(texts(late.headers()))
                    .containsEntry("gate.error.code", "OUTSIDE_WINDOW")
                    .containsEntry("gate.fate", "LATE")
                    .containsEntry("__streams.errors.topic", DECLARATION_MILESTONE.name());
        });
    }

    /** Origins hold plates: they may travel inside, and be seen nowhere else. */
    @Test
    void tellsNobodyElseWhereAFactCameFrom() {
        bench.fix(TRUCK, "10:00", YARD);
        declare("1", TRUCK, "10:00", Instant.ofEpochMilli(at("12:00")));

        for (String topic : List.of("border.truck.stay", "border.truck.trip", "border.yard.occupancy")) {
            assertThat(bench.raw(topic))
                    .as(topic)
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(record.headers()).isEmpty());
        }
    }

    private void assertSetAsideAsItLay(String hop, byte[] key, byte[] value, String reason) {
        bench.putInside(hop, key, value, "10:01");

        assertThat(onlyLetter(key, value, "10:01"))
                .containsEntry("feed", "traccar")
                .containsEntry("gate.error.code", reason)
                .containsEntry("gate.fate", "DEAD_LETTERED")
                .containsEntry("__streams.errors.topic", "border-gate-" + hop)
                .containsEntry("__streams.errors.partition", "0")
                .containsKeys("gate.app.version", "__streams.errors.offset", "__streams.errors.stacktrace")
                .hasSize(10);
    }

    /** The headers of the one record in the dead-letter topic. */
    private Map<String, String> onlyLetter(byte[] key, byte[] value, String received) {
        List<TestRecord<byte[], byte[]>> letters = bench.setAside(DEAD_LETTER);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).key()).isEqualTo(key);
        assertThat(letters.get(0).value()).isEqualTo(value);
        assertThat(letters.get(0).getRecordTime()).isEqualTo(Instant.ofEpochMilli(at(received)));
        Map<String, String> texts = texts(letters.get(0).headers());
        assertThat(texts.toString()).doesNotContain(PLATE);
        return texts;
    }

    private byte[] declare(String id, String truck, String time, Instant planned) {
        return declare(bench, id, truck, time, planned);
    }

    private static byte[] declare(GateBench bench, String id, String truck, String time, Instant planned) {
        var milestone = milestone(id, MilestoneType.DECLARED, Instant.ofEpochMilli(at(time)))
                .setGateId("huu-nghi")
                .setPlannedArrival(planned)
                .setTrucks(List.of(new DeclaredTruck(truck.substring(0, 2), truck.substring(3), null)))
                .build();
        byte[] value = bench.bytes(DECLARATION_MILESTONE, DeclarationMilestoneReported.class, milestone);
        bench.put(DECLARATION_MILESTONE, id.getBytes(UTF_8), value, time);
        return value;
    }

    private static DeclarationMilestoneReported.Builder milestone(String id, MilestoneType type, Instant time) {
        return DeclarationMilestoneReported.newBuilder()
                .setDeclarationId(id)
                .setType(type)
                .setAuthority(Authority.ENTERPRISE)
                .setClassifier(Classifier.ACT)
                .setEventTime(time);
    }

    /** Of each trip sent since this was last asked its first declaration. */
    private List<String> trips() {
        return bench.read(TRUCK_TRIP, TruckTripChanged.class).stream()
                .map(trip -> trip.getDeclarations().get(0).getDeclarationId())
                .toList();
    }

    /** With a word that this version does not know; as after a later one that has been taken back. */
    private static TruckTripsState stateOfALaterVersion() {
        var stay = TruckStayChanged.newBuilder()
                .setStayId("s")
                .setRevision(1)
                .setTruckId(TRUCK)
                .setZoneId("yard")
                .setZoneKind(ZoneKind.YARD)
                .setGateId("huu-nghi")
                .setKind(StayKind.VISIT)
                .setClosedBy(StayClosure.UNKNOWN)
                .setCertainty(StayCertainty.CONFIRMED)
                .setDirection(CrossingDirection.NONE)
                .setEnteredAt(Instant.ofEpochMilli(at("09:00")))
                .setLeftAt(Instant.ofEpochMilli(at("09:30")))
                .build();
        return TruckTripsState.newBuilder().setStays(List.of(stay)).build();
    }

    private static Map<String, String> texts(Headers headers) {
        var texts = new HashMap<String, String>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));
        return texts;
    }
}
