package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.oracle.Oracle;
import io.bordergate.sandbox.ChildJvm;
import io.bordergate.sandbox.GateCli;
import io.bordergate.sandbox.GateException;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Platform;
import io.bordergate.sandbox.Ports;
import io.bordergate.sandbox.TopicPlan;
import io.bordergate.serde.AvroSerdes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole product killed with -9 in the middle of a simulated morning and started again: what it says at the end is what
 * an independent program says of the fixes in its input topic; no stay is lost, none doubled, no revision is missing.
 */
@EnabledIfSystemProperty(named = "faults", matches = "quick|long", disabledReason = "takes minutes: -Dfaults=quick")
class KilledSandboxST {
    private static final Path TOP = GateHome.find().top();
    private static final Path SITE = TOP.resolve("deploy/site/lang-son.geojson");

    @TempDir
    Path state;

    @Test
    void losesAndDoublesNothing() throws Exception {
        int port = firstOfFourFree();
        ChildJvm first = up(port, "10m");
        first.awaitLine("2026-05-04 08:");
        first.kill();

        List<String> said = up(port, "20s").linesToTheEnd();
        said.forEach(System.out::println);

        assertThat(said).last().isEqualTo("exit code 0");
        assertThat(said)
                .filteredOn(line -> line.contains("truth"))
                .hasSize(8)
                .allMatch(line -> line.endsWith("agrees"));
        compareWithOracle();
    }

    /** The sandbox takes the port it is given and the three that follow. */
    private static int firstOfFourFree() {
        while (true) {
            int first = Ports.free();
            try {
                for (int port = first; port < first + 4; port++) {
                    Ports.requireFree(port, "the test", "none");
                }
                return first;
            } catch (GateException e) {
                // Another one, then.
            }
        }
    }

    private ChildJvm up(int port, String duration) throws IOException {
        return ChildJvm.start(
                List.of("-Xmx1500m", "-Dgate.home=" + TOP, "-Dgate.state=" + state),
                GateCli.class,
                "up",
                "--speed",
                "300",
                "--port",
                Integer.toString(port),
                "--for",
                duration);
    }

    private void compareWithOracle() throws IOException {
        var place = new Platform.Place(
                state.resolve("data/broker"), state.resolve("data/registry"), state.resolve("registry.log"), 0, 0);
        try (var platform =
                Platform.start(GateHome.find().registryDistribution(), place, TopicPlan.sandbox(4), step -> {})) {
            Path positions = state.resolve("positions.csv");
            Files.write(positions, positionLines(platform));
            var oracle = Oracle.run(SITE, positions, Instant.now());

            var stays = read(platform, BorderTopics.TRUCK_STAY.name(), TruckStayChanged.class);
            Map<String, TruckStayChanged> newest = new HashMap<>();
            for (var record : stays) {
                var before = newest.put(record.key(), record.value());
                assertThat(record.value().getRevision())
                        .as("revision of " + record.key())
                        .isEqualTo(before == null ? 1 : before.getRevision() + 1);
            }
            assertThat(StaysCsv.lines(StaysCsv.visits(newest.values())))
                    .hasSizeGreaterThan(500)
                    .isEqualTo(oracle.stays());
        }
    }

    /** The input topic as a replay file; a last line from nowhere near tells the oracle how far the clock has gone. */
    private static List<String> positionLines(Platform platform) {
        List<String> lines = new ArrayList<>(List.of("truck_id,event_time,received_time,lat,lon"));
        for (var record : read(platform, BorderTopics.TRUCK_POSITION.name(), TruckPositionReported.class)) {
            var fix = record.value();
            lines.add(String.join(
                    ",",
                    record.key(),
                    fix.getEventTime().toString(),
                    Instant.ofEpochMilli(record.timestamp()).toString(),
                    Double.toString(fix.getLatitude()),
                    Double.toString(fix.getLongitude())));
        }
        var ticks = read(platform, BorderTopics.CLOCK.name(), io.bordergate.event.ClockTicked.class);
        long last = ticks.stream().mapToLong(ConsumerRecord::timestamp).max().orElseThrow();
        String clock = Instant.ofEpochMilli(last).toString();
        lines.add(String.join(",", "CLOCK", clock, clock, "21.55", "106.55"));
        return lines;
    }

    /** All committed records, partition by partition, so the records of a key in their order. */
    private static <T extends SpecificRecord> List<ConsumerRecord<String, T>> read(
            Platform platform, String topic, Class<T> type) {
        List<ConsumerRecord<String, T>> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                AvroSerdes.deserializer(type, platform.serde()))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }
}
