package io.bordergate.interop;

import io.bordergate.sandbox.EmbeddedBroker;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.RegistryProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker and a registry of their own, and what a test needs to send and to read. Not thread-safe. */
final class InteropPlatform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedBroker broker;
    private final RegistryProcess registry;

    private InteropPlatform(EmbeddedBroker broker, RegistryProcess registry) {
        this.broker = broker;
        this.registry = registry;
    }

    static InteropPlatform start(Path folder) {
        var registry = RegistryProcess.launch(
                GateHome.find().registryDistribution(), folder.resolve("registry"), folder.resolve("registry.log"), 0);
        try {
            var broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
            registry.awaitReady();
            return new InteropPlatform(broker, registry);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    String registryUrl() {
        return registry.url();
    }

    /** Serde properties for this registry. */
    Map<String, Object> settings(Object... more) {
        var settings = new HashMap<String, Object>();
        settings.put("schema.registry.url", registry.url());
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i].toString(), more[i + 1]);
        }
        return settings;
    }

    void createTopics(String... names) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(names).stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    <T> void send(String topic, Serializer<T> serializer, List<T> values) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), serializer)) {
            for (T value : values) {
                producer.send(new ProducerRecord<>(topic, "key", value)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    List<byte[]> readBytes(String topic, int count) {
        return read(topic, new ByteArrayDeserializer(), count);
    }

    /** The first records of a topic's only partition; fewer when no more come in time. */
    <T> List<T> read(String topic, Deserializer<T> deserializer, int count) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers(), "auto.offset.reset", "earliest");
        var values = new ArrayList<T>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), deserializer)) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    @Override
    public void close() {
        broker.close();
        registry.close();
    }
}
