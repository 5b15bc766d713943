package io.bordergate.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.sandbox.GateHome;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.serde.SchemaRegistryClient;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Confluent's JavaScript client reads what we write, and writes what we read; skipped aloud where node is missing. */
class ConfluentJavaScriptIT {

    private static final int COUNT = 60;

    @TempDir
    private static Path folder;

    private static InteropPlatform platform;
    private static NodeScript script;

    @BeforeAll
    static void start() throws Exception {
        if (!NodeScript.canRun()) {
            System.out.println("SKIPPED: ConfluentJavaScriptIT needs node 18 or later and npm on the PATH; what other"
                    + " languages read is not tested in this run");
            Assumptions.abort("node or npm is missing");
        }
        var sandbox = GateHome.find().top().resolve("sandbox");
        script = NodeScript.install(sandbox.resolve("src/test/js"), sandbox.resolve("target/js"));
        platform = InteropPlatform.start(folder);
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void positionsGoThereAndBack() throws Exception {
        var records = InteropRecords.positions(COUNT);
        goesThereAndBack(
                TruckPositionReported.class,
                records,
                record -> "\"plateText\":\"" + record.getPlateText() + "\"",
                record -> "\"latitude\":" + record.getLatitude());
    }

    @Test
    void milestonesGoThereAndBack() throws Exception {
        goesThereAndBack(
                DeclarationMilestoneReported.class,
                InteropRecords.milestones(COUNT),
                record -> "\"type\":\"" + record.getType() + "\"",
                record -> "\"eventTime\":" + record.getEventTime().toEpochMilli());
    }

    @SafeVarargs
    private <T extends IndexedRecord> void goesThereAndBack(
            Class<T> type, List<T> records, Function<T, String>... expected) throws Exception {
        var there = "interop.there." + type.getSimpleName();
        var back = "interop.back." + type.getSimpleName();
        platform.createTopics(there, back);
        var serde = AvroSerdes.value(type, platform.settings());
        platform.send(there, serde.serializer(), records);
        register(there, back);

        var lines = script.run(
                "interop.mjs",
                platform.bootstrapServers(),
                platform.registryUrl(),
                there,
                back,
                Integer.toString(COUNT));

        assertThat(lines).hasSize(COUNT);
        for (int i = 0; i < COUNT; i++) {
            for (var fragment : expected) {
                assertThat(lines.get(i)).contains(fragment.apply(records.get(i)));
            }
        }
        assertThat(platform.read(back, serde.deserializer(), COUNT)).isEqualTo(records);
        assertThat(platform.readBytes(back, COUNT)).containsExactlyElementsOf(platform.readBytes(there, COUNT));
    }

    /** The script writes with the latest schema of the subject, as a producer in production does. */
    private static void register(String there, String back) {
        var registry = SchemaRegistryClient.shared(platform.settings());
        Schema schema = registry.latest(there + "-value").schema();
        registry.register(back + "-value", schema);
    }
}
