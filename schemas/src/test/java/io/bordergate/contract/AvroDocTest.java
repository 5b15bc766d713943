package io.bordergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.serde.EventClasses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema is read by people who never see our code: every type and field says what it means. */
class AvroDocTest {

    static List<Class<? extends SpecificRecord>> events() {
        return EventClasses.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everythingIsDocumentedAndEveryEnumCanGrow(Class<? extends SpecificRecord> type) {
        var faults = new ArrayList<String>();
        check(SpecificData.get().getSchema(type), faults, new HashSet<>());
        assertThat(faults).isEmpty();
    }

    private static void check(Schema schema, List<String> faults, Set<Schema> seen) {
        switch (schema.getType()) {
            case RECORD -> checkRecord(schema, faults, seen);
            case ENUM -> {
                require(schema.getDoc(), schema.getFullName(), faults);
                if (!"UNKNOWN".equals(schema.getEnumDefault())) {
                    faults.add(schema.getFullName()
                            + " needs \"default\": \"UNKNOWN\", for readers that lack a new symbol");
                }
            }
            case ARRAY -> check(schema.getElementType(), faults, seen);
            case MAP -> check(schema.getValueType(), faults, seen);
            case UNION -> schema.getTypes().forEach(branch -> check(branch, faults, seen));
            default -> {
                // The rest has no doc of its own.
            }
        }
    }

    private static void checkRecord(Schema schema, List<String> faults, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return;
        }
        require(schema.getDoc(), schema.getFullName(), faults);
        for (var field : schema.getFields()) {
            require(field.doc(), schema.getFullName() + "." + field.name(), faults);
            check(field.schema(), faults, seen);
        }
    }

    private static void require(String doc, String what, List<String> faults) {
        if (doc == null || doc.isBlank()) {
            faults.add(what + " has no doc");
        }
    }
}
