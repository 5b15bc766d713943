package io.bordergate.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    private static final long SEED = 20260503;
    private static final int RECORDS = 300;
    private static ScriptedRegistry registry;

    static List<Class<? extends SpecificRecord>> events() {
        return EventClasses.all();
    }

    @BeforeAll
    static void start() {
        registry = new ScriptedRegistry();
        System.out.println("RoundTripTest seed " + SEED);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @ParameterizedTest
    @MethodSource("events")
    <T extends SpecificRecord> void everyEventComesBackAsItWas(Class<T> type) {
        var serde = AvroSerdes.value(type, Settings.of(registry));
        var random = new RandomRecords(SEED);
        for (int i = 0; i < RECORDS; i++) {
            T record = random.next(type);
            var bytes = serde.serializer().serialize("border.test", record);
            // As text: Avro's own equals fails on nullable times in records of an array.
            assertThat(serde.deserializer().deserialize("border.test", bytes)).hasToString(record.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    <T extends SpecificRecord> void everyEventReadsAsGenericToo(Class<T> type) {
        var serializer = AvroSerdes.serializer(type, Settings.of(registry));
        var generic = AvroSerdes.value(GenericRecord.class, Settings.of(registry));
        T record = new RandomRecords(SEED).next(type);
        var bytes = serializer.serialize("border.test", record);
        var read = generic.deserializer().deserialize("border.test", bytes);
        assertThat(GenericData.get().validate(read.getSchema(), read)).isTrue();
        assertThat(generic.serializer().serialize("border.test", read)).isEqualTo(bytes);
    }
}
