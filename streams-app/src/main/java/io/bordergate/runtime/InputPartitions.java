package io.bordergate.runtime;

import io.bordergate.contract.BorderTopics;
import io.bordergate.topology.TopologySettings.ClockSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Asks the broker how many partitions the inputs have. Where time is recorded or simulated the stages wait for the clocks
 * of all of them, so they must know how many there are. Stateless.
 */
final class InputPartitions {
    private InputPartitions() {}

    /** Partitions of the positions, and of the milestones, of which there are as many; 0 where nobody waits for them. */
    static int count(AppConfig config) {
        if (config.clock() == ClockSource.WALL) {
            return 0;
        }
        try (var consumer = new KafkaConsumer<>(
                consumerSettings(config), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.partitionsFor(BorderTopics.TRUCK_POSITION.name()).size();
        }
    }

    /** For reading what is there, outside any group. */
    static Map<String, Object> consumerSettings(AppConfig config) {
        var settings = new HashMap<String, Object>(config.passThrough());
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
