package io.bordergate.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.sandbox.GateHome;
import io.bordergate.serde.AvroSerdes;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Confluent's Java serializer and deserializer, put in by our one property, on a real broker and registry. */
class ConfluentJavaIT {

    private static final String CONFLUENT = "io.confluent.kafka.serializers.KafkaAvroSerializer";
    private static final int COUNT = 60;

    @TempDir
    private static Path folder;

    private static InteropPlatform platform;
    private static ClassLoader before;

    @BeforeAll
    static void start() throws MalformedURLException {
        var classes = GateHome.find().top().resolve("schemas/target/confluent");
        assertThat(classes)
                .as("the build of module schemas unpacks Confluent's classes")
                .isDirectory();
        before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, before));
        platform = InteropPlatform.start(folder);
    }

    @AfterAll
    static void stop() {
        Thread.currentThread().setContextClassLoader(before);
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void positionsGoBothWays() throws Exception {
        goesBothWays(TruckPositionReported.class, InteropRecords.positions(COUNT));
    }

    @Test
    void milestonesGoBothWays() throws Exception {
        goesBothWays(DeclarationMilestoneReported.class, InteropRecords.milestones(COUNT));
    }

    private <T> void goesBothWays(Class<T> type, List<T> records) throws Exception {
        var ours = AvroSerdes.value(type, platform.settings());
        Serde<T> theirs = AvroSerdes.value(type, platform.settings("border.serde.class", CONFLUENT));
        assertThat(theirs.serializer().getClass().getName()).isEqualTo(CONFLUENT);
        var fromUs = "interop.ours." + type.getSimpleName();
        var fromThem = "interop.theirs." + type.getSimpleName();
        platform.createTopics(fromUs, fromThem);

        platform.send(fromUs, ours.serializer(), records);
        platform.send(fromThem, theirs.serializer(), records);

        assertThat(platform.read(fromUs, theirs.deserializer(), COUNT)).isEqualTo(records);
        assertThat(platform.read(fromThem, ours.deserializer(), COUNT)).isEqualTo(records);
        assertThat(platform.readBytes(fromUs, COUNT)).containsExactlyElementsOf(platform.readBytes(fromThem, COUNT));
    }
}
