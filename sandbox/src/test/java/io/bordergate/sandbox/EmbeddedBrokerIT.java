package io.bordergate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final TopicPartition TOPIC = new TopicPartition("plates", 0);
    private static final long YEARS_AGO = 1_600_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void keepsRecordsAcrossARestart() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
            createTopic(broker);
            produce(broker, "first", "second");
            assertThat(consume(broker, 2)).containsExactly("first", "second");
        }

        try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
            produce(broker, "third");
            assertThat(consume(broker, 3)).containsExactly("first", "second", "third");
        }
    }

    @Test
    void keepsAcknowledgedRecordsWhenItsProcessIsKilled() throws Exception {
        Path data = folder.resolve("broker");
        int port = Ports.free();
        var child = ChildJvm.start(BrokerInChild.class, data.toString(), Integer.toString(port));
        try {
            child.awaitLine("started");
            var address = "127.0.0.1:" + port;
            createTopic(address);
            produce(address, "before the crash");
        } finally {
            child.kill();
        }

        try (var broker = EmbeddedBroker.start(data, port)) {
            assertThat(consume(broker, 1)).containsExactly("before the crash");
        }
    }

    @Test
    void namesABusyPort() throws Exception {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThatThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
                    .isInstanceOf(GateException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void refusesAFolderThatAnotherBrokerUses() throws Exception {
        try (var broker = EmbeddedBroker.start(folder, 0)) {
            createTopic(broker);

            assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
                    .isInstanceOf(GateException.class)
                    .hasMessageContaining("another sandbox runs on this folder");
            produce(broker, "unharmed");
            assertThat(consume(broker, 1)).containsExactly("unharmed");
        }
    }

    private static void createTopic(EmbeddedBroker broker) throws ExecutionException, InterruptedException {
        createTopic(broker.bootstrapServers());
    }

    private static void createTopic(String address) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1).configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get();
        }
    }

    private static void produce(EmbeddedBroker broker, String... values)
            throws ExecutionException, InterruptedException {
        produce(broker.bootstrapServers(), values);
    }

    private static void produce(String address, String... values) throws ExecutionException, InterruptedException {
        Map<String, Object> config = Map.of("bootstrap.servers", address, "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(TOPIC.topic(), 0, YEARS_AGO, null, value))
                        .get();
            }
        }
    }

    private static List<String> consume(EmbeddedBroker broker, int count) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
