package io.bordergate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.RejectionHeaders;
import io.bordergate.contract.Topic;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.serde.SchemaRegistryClient;
import io.bordergate.serde.SerdeConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailCommandIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-05-03T06:15:21Z");
    private static final String TRUCK = "CN:桂A12345";

    private final String broker = SharedPlatform.get().broker().bootstrapServers();
    private final Map<String, Object> registry =
            Map.of(SerdeConfig.URL, SharedPlatform.get().registry().url(), SerdeConfig.AUTO_REGISTER, false);

    @TempDir
    Path folder;

    @BeforeEach
    void provisionedSandbox() {
        System.setProperty("gate.home", folder.toString());
        try (var admin = Brokers.admin(broker)) {
            new TopicProvisioner(admin, TopicPlan.sandbox(2)).createTopics();
        }
        TopicProvisioner.registerSchemas(SchemaRegistryClient.shared(registry));
        RunFile.ofThisProcess(broker, SharedPlatform.get().registry().url(), 2).write(GateHome.find());
    }

    @AfterEach
    void noHome() {
        System.clearProperty("gate.home");
    }

    @Test
    void printsDecodedRecordsAndThoseThatCannotBe() throws Exception {
        send(new ProducerRecord<>(
                BorderTopics.TRUCK_POSITION.name(), 0, AT.toEpochMilli(), utf8(TRUCK), encoded(position())));
        send(new ProducerRecord<>(BorderTopics.TRUCK_POSITION.name(), 0, AT.toEpochMilli(), null, utf8("no Avro")));

        var lines = tail(BorderTopics.TRUCK_POSITION, 2);

        assertThat(lines.get(0).path("key").asText()).isEqualTo(TRUCK);
        assertThat(lines.get(0).path("offset").asLong()).isZero();
        assertThat(lines.get(0).path("timestamp").asText()).isEqualTo("2026-05-03T06:15:21Z");
        assertThat(lines.get(0).path("value").path("plateText").asText()).isEqualTo("桂A12345");
        assertThat(lines.get(0).path("value").path("eventTime").asText()).isEqualTo("2026-05-03T06:15:21Z");
        assertThat(lines.get(1).path("valueBase64").binaryValue()).isEqualTo(utf8("no Avro"));
        assertThat(lines.get(1).path("note").asText()).contains("not decoded");
    }

    @Test
    void tellsWhyARecordWasQuarantined() throws Exception {
        var record = new ProducerRecord<>(BorderTopics.QUARANTINE.name(), utf8(TRUCK), encoded(position()));
        record.headers().add(RejectionHeaders.CODE, utf8("CLOCK_AHEAD")).add("device", utf8("7"));
        send(record);

        var line = tail(BorderTopics.QUARANTINE, 1).get(0);

        assertThat(line.path("headers")).hasToString("[\"gate.error.code\",\"device\"]");
        assertThat(line.path("reason")).hasToString("{\"gate.error.code\":\"CLOCK_AHEAD\"}");
        assertThat(line.path("value").path("plateText").asText()).isEqualTo("桂A12345");
    }

    @Test
    void topicsAreAsTheyShouldBe() {
        var run = CliRun.of("topics");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out())
                .containsPattern("border\\.truck\\.position +truckId +TruckPositionReported +2 +delete +for ever")
                .contains("All topics are as they should be.");
    }

    private static List<JsonNode> tail(Topic topic, int count) throws Exception {
        var run = CliRun.of("tail", topic.name(), "--from-beginning", "--max", Integer.toString(count));
        assertThat(run.exitCode()).as(run.err()).isZero();
        var parsed = new ArrayList<JsonNode>();
        for (String line : run.out().lines().toList()) {
            parsed.add(JSON.readTree(line));
        }
        assertThat(parsed).hasSize(count);
        return parsed;
    }

    private void send(ProducerRecord<byte[], byte[]> record) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", broker);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    /** Without registration: the provisioned schema must be the one the serde looks for. */
    private byte[] encoded(TruckPositionReported position) {
        try (var serializer = AvroSerdes.serializer(TruckPositionReported.class, registry)) {
            return serializer.serialize(BorderTopics.TRUCK_POSITION.name(), position);
        }
    }

    private static TruckPositionReported position() {
        return TruckPositionReported.newBuilder()
                .setEventTime(AT)
                .setLatitude(22.0)
                .setLongitude(106.7)
                .setPlateText("桂A12345")
                .build();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
