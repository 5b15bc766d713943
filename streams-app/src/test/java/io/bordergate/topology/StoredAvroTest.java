package io.bordergate.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.SchemaHistory;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.stored.DeclarationState;
import io.bordergate.stored.GateFact;
import io.bordergate.stored.GateState;
import io.bordergate.stored.GateTruckKnown;
import io.bordergate.stored.HeldFact;
import io.bordergate.stored.TruckFact;
import io.bordergate.stored.TruckTripsState;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build reads what every earlier build has put into its stores and internal topics. */
class StoredAvroTest {
    private static final int SEED = 20_260_503;

    static List<Class<? extends SpecificRecord>> stored() {
        return List.of(
                DeclarationState.class,
                TruckTripsState.class,
                TruckFact.class,
                GateFact.class,
                GateTruckKnown.class,
                GateState.class,
                HeldFact.class,
                TruckStayChanged.class);
    }

    @ParameterizedTest
    @MethodSource("stored")
    <T extends SpecificRecord> void readsWhatEveryVersionWrote(Class<T> type) throws IOException {
        var form = new StoredAvro<>(type);
        List<Schema> versions = SchemaHistory.of(type);

        assertThat(versions).isNotEmpty();
        for (Schema version : versions) {
            var encoder = new BinaryMessageEncoder<>(new GenericData(), version);
            for (Object value : new RandomData(new GenericData(), version, 10, SEED)) {
                var bytes = encoder.encode(value);
                byte[] array = new byte[bytes.remaining()];
                bytes.get(array);

                assertThat(form.decode(array)).isInstanceOf(type);
            }
        }
    }
}
