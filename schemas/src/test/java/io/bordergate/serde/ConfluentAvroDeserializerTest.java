package io.bordergate.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.event.ClockTicked;
import io.bordergate.event.Datum;
import io.bordergate.event.SitePublished;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.event.Vehicle;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfluentAvroDeserializerTest {

    private static final String TOPIC = "border.truck.position";

    private ScriptedRegistry registry;
    private Deserializer<TruckPositionReported> deserializer;
    private TruckPositionReported record;
    private byte[] bytes;

    @BeforeEach
    void start() {
        registry = new ScriptedRegistry();
        deserializer = AvroSerdes.deserializer(TruckPositionReported.class, Settings.of(registry));
        record = new RandomRecords(5).next(TruckPositionReported.class);
        bytes = AvroSerdes.serializer(TruckPositionReported.class, Settings.of(registry))
                .serialize(TOPIC, record);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aTombstoneIsNull() {
        assertThat(deserializer.deserialize(TOPIC, null)).isNull();
    }

    @Test
    void everyCutOffRecordIsMalformed() {
        for (int length = 0; length < bytes.length; length++) {
            var part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, part))
                    .isInstanceOf(MalformedRecordException.class)
                    .hasMessageContaining(TOPIC)
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void bytesBehindTheRecordAreMalformed() {
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, Arrays.copyOf(bytes, bytes.length + 2)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("record on " + TOPIC + " does not follow its schema id 1: 2 bytes too many (after byte "
                        + bytes.length + ")");
        assertThat(deserializer.deserialize(TOPIC, bytes))
                .as("the next record is read")
                .isEqualTo(record);
    }

    @Test
    void randomBytesBehindAGoodHeaderNeverDoWorseThanMalformed() {
        long seed = 31;
        System.out.println("ConfluentAvroDeserializerTest seed " + seed);
        var random = new java.util.Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            var poison = ByteBuffer.allocate(5 + noise.length)
                    .put((byte) 0)
                    .putInt(1)
                    .put(noise)
                    .array();
            try {
                assertThat(deserializer.deserialize(TOPIC, poison)).isNotNull();
            } catch (MalformedRecordException e) {
                assertThat(SerdeFailures.isTransient(e)).isFalse();
            }
        }
    }

    @Test
    void anUnknownIdIsAskedOnceAndThenRemembered() {
        var poison = ByteBuffer.allocate(6).put((byte) 0).putInt(1000).array();
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, poison))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageContaining("schema id 1000")
                    .matches(e -> !SerdeFailures.isTransient(e));
        }
        assertThat(registry.requests())
                .filteredOn(r -> r.path().equals("/schemas/ids/1000"))
                .hasSize(1);
    }

    @Test
    void aRegistryThatIsAwayIsTransientAndTheRecordIsReadLater() {
        var fresh = AvroSerdes.deserializer(TruckPositionReported.class, Settings.of(registry, "max.retries", 0));
        registry.next(503, "{}");
        assertThatThrownBy(() -> fresh.deserialize(TOPIC, bytes))
                .isInstanceOf(RegistryUnavailableException.class)
                .matches(SerdeFailures::isTransient);
        assertThat(fresh.deserialize(TOPIC, bytes)).isEqualTo(record);
        registry.close();
        assertThat(fresh.deserialize(TOPIC, bytes)).as("known schemas go on").isEqualTo(record);
    }

    @Test
    void anotherEventOnTheTopicIsIncompatible() {
        var other = AvroSerdes.serializer(SitePublished.class, Settings.of(registry))
                .serialize(TOPIC, new SitePublished("lang-son", "{}"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, other))
                    .isInstanceOf(IncompatibleSchemaException.class)
                    .hasMessageContaining("record on " + TOPIC)
                    .hasMessageContaining("io.bordergate.event.SitePublished")
                    .matches(e -> !SerdeFailures.isTransient(e));
        }
    }

    @Test
    void aLaterWritersFieldsAndSymbolsAreReadAsFarAsWeKnowThem() throws Exception {
        var text = JavaProperties.without(TruckPositionReported.getClassSchema())
                .toString()
                .replace("\"GCJ02\"", "\"GCJ02\",\"BD09\"")
                .replace("\"fields\":[", "\"fields\":[{\"name\":\"satellites\",\"type\":\"int\"},");
        var later = new Schema.Parser().parse(text);
        var generic = new GenericData.Record(later);
        generic.put("satellites", 9);
        generic.put("eventTime", 1_777_000_000_000L);
        generic.put("latitude", 21.97);
        generic.put("longitude", 106.71);
        generic.put("datum", new GenericData.EnumSymbol(later.getField("datum").schema(), "BD09"));
        generic.put(
                "vehicle", new GenericData.EnumSymbol(later.getField("vehicle").schema(), "TRUCK"));
        var read = deserializer.deserialize(TOPIC, wire(registry.add(TOPIC + "-value", text), generic));
        assertThat(read.getLatitude()).isEqualTo(21.97);
        assertThat(read.getEventTime().toEpochMilli()).isEqualTo(1_777_000_000_000L);
        assertThat(read.getDatum()).isEqualTo(Datum.UNKNOWN);
    }

    @Test
    void whatAnEarlierWriterDidNotSayHasItsDefault() throws Exception {
        var text = Files.readString(Path.of("src/main/avro-history/TruckPositionReported/v1.avsc"));
        var earlier = new Schema.Parser().parse(text);
        var generic = new GenericData.Record(earlier);
        generic.put("eventTime", 1_777_000_000_000L);
        generic.put("latitude", 21.97);
        generic.put("longitude", 106.71);
        generic.put(
                "datum", new GenericData.EnumSymbol(earlier.getField("datum").schema(), "WGS84"));
        var read = deserializer.deserialize(TOPIC, wire(registry.add(TOPIC + "-value", text), generic));
        assertThat(read.getLatitude()).isEqualTo(21.97);
        assertThat(read.getVehicle()).isEqualTo(Vehicle.UNKNOWN);
    }

    @Test
    void withoutATypeTheWritersNameDecides() {
        var named = new ConfluentAvroDeserializer<TruckPositionReported>();
        named.configure(Settings.of(registry, "specific.avro.reader", true), false);
        assertThat(named.deserialize(TOPIC, bytes)).isEqualTo(record);
        var stranger = registry.add("x-value", "{\"type\":\"record\",\"name\":\"java.lang.Runtime\",\"fields\":[]}");
        var poison = ByteBuffer.allocate(5).put((byte) 0).putInt(stranger).array();
        assertThatThrownBy(() -> named.deserialize(TOPIC, poison))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("no generated class java.lang.Runtime");
    }

    @Test
    void byDefaultRecordsAreGenericAsWithConfluent() {
        var generic = new ConfluentAvroDeserializer<GenericRecord>();
        generic.configure(Settings.of(registry), false);
        assertThat(generic.deserialize(TOPIC, bytes).get("eventTime"))
                .isEqualTo(record.getEventTime().toEpochMilli());
    }

    @Test
    void manyThreadsShareOneInstanceAndOneRequest() throws Exception {
        var tick = new RandomRecords(1).next(ClockTicked.class);
        var tickBytes =
                AvroSerdes.serializer(ClockTicked.class, Settings.of(registry)).serialize("t", tick);
        var shared = AvroSerdes.deserializer(ClockTicked.class, Settings.of(registry, "max.retries", 7));
        var threads = Executors.newFixedThreadPool(8);
        try {
            var results = threads.invokeAll(IntStream.range(0, 64)
                    .<java.util.concurrent.Callable<ClockTicked>>mapToObj(i -> () -> shared.deserialize("t", tickBytes))
                    .toList());
            for (Future<ClockTicked> result : results) {
                assertThat(result.get()).isEqualTo(tick);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(registry.requests())
                .filteredOn(r -> r.path().equals("/schemas/ids/2"))
                .hasSize(1);
    }

    private static byte[] wire(int id, GenericRecord record) throws java.io.IOException {
        var out = new ByteArrayOutputStream();
        WireFormat.writeHeader(out, id);
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        return out.toByteArray();
    }
}
