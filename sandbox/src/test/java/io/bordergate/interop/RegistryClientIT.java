package io.bordergate.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.RegistryProcess;
import io.bordergate.serde.IncompatibleSchemaException;
import io.bordergate.serde.RegisteredSchema;
import io.bordergate.serde.SchemaRegistryClient;
import io.bordergate.serde.UnknownSchemaException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our registry client against a real registry: what it answers is what our tests with a scripted one assume. */
class RegistryClientIT {

    private static final Schema FIRST =
            SchemaBuilder.record("test.Yard").fields().requiredString("id").endRecord();
    private static final Schema GROWN = SchemaBuilder.record("test.Yard")
            .fields()
            .requiredString("id")
            .optionalString("note")
            .endRecord();
    private static final Schema BROKEN =
            SchemaBuilder.record("test.Yard").fields().requiredInt("id").endRecord();

    @TempDir
    private static Path folder;

    private static RegistryProcess process;
    private static SchemaRegistryClient client;

    @BeforeAll
    static void start() {
        process = RegistryProcess.start(
                GateHome.find().registryDistribution(), folder.resolve("data"), folder.resolve("log"), 0);
        client = SchemaRegistryClient.shared(Map.of("schema.registry.url", process.url()));
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @Test
    void registersFindsAndReadsBack() {
        int id = client.register("a/b c-value", FIRST);
        assertThat(client.latest("a/b c-value")).isEqualTo(new RegisteredSchema(id, FIRST));
        assertThat(client.byId(id)).isEqualTo(FIRST);
        var another = SchemaRegistryClient.shared(Map.of("schema.registry.url", process.url(), "max.retries", 1));
        assertThat(another.lookup("a/b c-value", FIRST)).isEqualTo(id);
        assertThat(client.isReady()).isTrue();
    }

    @Test
    void refusesWhatTheRuleOfTheSubjectForbids() {
        client.register("ruled-value", FIRST);
        client.setCompatibility("ruled-value", "FULL_TRANSITIVE");
        assertThatThrownBy(() -> client.register("ruled-value", BROKEN))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("ruled-value")
                .hasMessageNotContaining("it gave no reason");
        assertThat(client.register("ruled-value", GROWN)).isPositive();
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThatThrownBy(() -> client.byId(12_345)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> client.latest("nobody-value")).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> client.lookup("nobody-value", FIRST)).isInstanceOf(UnknownSchemaException.class);
        client.register("somebody-value", FIRST);
        assertThatThrownBy(() -> client.lookup("somebody-value", GROWN)).isInstanceOf(UnknownSchemaException.class);
    }
}
