package io.bordergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bordergate.contract.Topic.Evolution;
import io.bordergate.contract.Topic.Value;
import io.bordergate.serde.EventClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No schema changes by accident: each is kept with all its versions under src/main/avro-history, and each version must
 * be one that its topic's rule lets follow the others. docs/serde.md says how to change a schema.
 */
class SchemaCompatibilityTest {

    private static final Path HISTORY = Path.of("src/main/avro-history");
    private static final Path PUBLISHED = Path.of("target/avro-published");

    static List<Class<? extends SpecificRecord>> events() {
        return EventClasses.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaIsTheNewestOfItsHistory(Class<? extends SpecificRecord> type) throws IOException {
        var today = SpecificData.get().getSchema(type);
        var versions = history(type);
        var copy = publish(type, today);
        var next = folder(type).resolve("v" + (versions.size() + 1) + ".avsc");
        assertThat(versions)
                .as(
                        "%s is not the newest version under %s: if that is meant, cp schemas/%s schemas/%s",
                        type.getSimpleName(), folder(type), copy, next)
                .isNotEmpty()
                .last()
                .isEqualTo(published(today));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyVersionMayFollowThoseBeforeIt(Class<? extends SpecificRecord> type) throws IOException {
        var versions = history(type);
        for (int count = 1; count <= versions.size(); count++) {
            assertThat(EvolutionRule.objections(evolution(type), versions.subList(0, count)))
                    .as("%s v%d breaks %s", type.getSimpleName(), count, evolution(type))
                    .isEmpty();
        }
    }

    @Test
    void nothingIsKeptForASchemaThatIsGone() throws IOException {
        var known = EventClasses.all().stream().map(Class::getSimpleName).toList();
        try (var folders = Files.list(HISTORY)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(known);
        }
    }

    /** Values that are on no topic are read back by a later version of the same program. */
    private static Evolution evolution(Class<? extends SpecificRecord> type) {
        return BorderTopics.all().stream()
                .filter(topic -> topic.value() instanceof Value.Avro avro && avro.type() == type)
                .map(Topic::evolution)
                .findFirst()
                .orElse(Evolution.BACKWARD);
    }

    private static List<Schema> history(Class<? extends SpecificRecord> type) throws IOException {
        var versions = new ArrayList<Schema>();
        var file = folder(type).resolve("v1.avsc");
        while (Files.exists(file)) {
            versions.add(new Schema.Parser().parse(Files.readString(file)));
            file = folder(type).resolve("v" + (versions.size() + 1) + ".avsc");
        }
        return versions;
    }

    private static Path folder(Class<? extends SpecificRecord> type) {
        return HISTORY.resolve(type.getSimpleName());
    }

    private static Path publish(Class<? extends SpecificRecord> type, Schema today) throws IOException {
        var file = PUBLISHED.resolve(type.getSimpleName() + ".avsc");
        Files.createDirectories(PUBLISHED);
        return Files.writeString(
                file, new ObjectMapper().readTree(published(today).toString()).toPrettyString() + "\n");
    }

    /** As the registry gets it: without what only the generated Java needs. */
    private static Schema published(Schema schema) {
        return new Schema.Parser().parse(schema.toString().replace(",\"avro.java.string\":\"String\"", ""));
    }
}
