package io.bordergate.sandbox.replay;

import static io.bordergate.contract.BorderTopics.DEAD_LETTER;
import static io.bordergate.contract.BorderTopics.QUARANTINE;
import static io.bordergate.contract.BorderTopics.TRUCK_POSITION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.connect.feed.DeviceBindings;
import io.bordergate.contract.Topic;
import io.bordergate.sandbox.Brokers;
import io.bordergate.sandbox.EmbeddedBroker;
import io.bordergate.sandbox.Progress;
import io.bordergate.sandbox.TopicPlan;
import io.bordergate.sandbox.TopicProvisioner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A line that becomes no record keeps its bytes, in the topic that goes with what is wrong with it; one that waited for its
 * device to be bound is sent as if it had not.
 */
class SetAsideLinesIT {
    private static final String UNKNOWN = ",D9,2026-05-03T12:00:00Z,21.97,106.71";
    private static final String WAITING = ",D9,2026-05-03T12:00:00.001Z,21.97,106.71";
    private static final String GARBAGE = "garbage \u0000\u0001";

    @TempDir
    Path folder;

    @Test
    void keepsTheBytesAndSaysWhy() throws IOException {
        Path file = Files.write(
                folder.resolve("positions.csv"),
                List.of(
                        "truck_id,device_id,event_time,lat,lon",
                        ",D1,2026-05-03T12:00:00Z,21.97,106.71",
                        UNKNOWN,
                        GARBAGE,
                        WAITING,
                        ",D2,2026-05-03T13:00:00Z,21.97,106.71",
                        ",D1,2026-05-04T12:00:00.001Z,21.97,106.71"));
        var devices = DeviceBindings.parse(List.of(
                "device_id,truck_id,valid_from,valid_to,registered_at",
                "D1,VN:12C11111,2026-05-01T00:00:00Z,,",
                "D2,VN:12C22222,2026-05-01T00:00:00Z,,2026-05-04T12:00:00Z"));
        try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
            try (var admin = Brokers.admin(broker.bootstrapServers())) {
                new TopicProvisioner(admin, TopicPlan.sandbox(1)).createTopics();
            }
            try (var sender = new InputSender(broker.bootstrapServers());
                    var inputs = InputFiles.open(
                            new InputFiles.Paths(file, devices, null, null),
                            sender,
                            Map.of("border.serde.class", BareAvro.class))) {
                inputs.sendAll(new Progress(new PrintWriter(Writer.nullWriter()), false));
                assertThat(inputs.files().get(0).sent()).isEqualTo(3);
                assertThat(inputs.files().get(0).setAside())
                        .isEqualTo(Map.of(
                                "QUARANTINED,UNKNOWN_DEVICE",
                                1L,
                                "DEAD_LETTERED,UNREADABLE",
                                1L,
                                "HELD,AWAITS_BINDING",
                                1L));
            }
            assertThat(read(broker, TRUCK_POSITION))
                    .extracting(
                            record -> new String(record.key(), UTF_8) + " " + Instant.ofEpochMilli(record.timestamp()))
                    .containsExactly(
                            "VN:12C11111 2026-05-03T12:00:00Z",
                            "VN:12C22222 2026-05-03T13:00:00Z",
                            "VN:12C11111 2026-05-04T12:00:00.001Z");

            assertKept(broker, QUARANTINE, UNKNOWN, "UNKNOWN_DEVICE", "QUARANTINED", "2");
            assertKept(broker, DEAD_LETTER, GARBAGE, "UNREADABLE", "DEAD_LETTERED", "3");
        }
    }

    private static void assertKept(
            EmbeddedBroker broker, Topic topic, String line, String code, String fate, String number) {
        assertThat(read(broker, topic)).singleElement().satisfies(record -> {
            assertThat(record.key()).isNull();
            assertThat(record.value()).isEqualTo(line.getBytes(UTF_8));
            Map<String, String> headers = new TreeMap<>();
            record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            assertThat(headers)
                    .containsEntry("gate.error.code", code)
                    .containsEntry("gate.fate", fate)
                    .containsEntry("__streams.errors.topic", "positions")
                    .containsEntry("__streams.errors.offset", number)
                    .containsKey("__streams.errors.message")
                    .hasSize(5);
        });
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(EmbeddedBroker broker, Topic topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (records.size() < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
        }
        return records;
    }
}
