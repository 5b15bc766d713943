package io.bordergate.sandbox;

import io.bordergate.serde.SchemaRegistryClient;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** What the product stands on, in one piece: a broker and a registry, with all topics made and all schemas registered. */
public final class Platform implements AutoCloseable {

    /**
     * Where it keeps its data and where it listens.
     *
     * @param brokerPort 0 for a free one
     * @param registryPort 0 for a free one
     */
    public record Place(Path brokerData, Path registryData, Path registryLog, int brokerPort, int registryPort) {}

    private final EmbeddedBroker broker;
    private final RegistryProcess registry;

    private Platform(EmbeddedBroker broker, RegistryProcess registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /** Starts both and returns when they serve; tells its steps as it goes. */
    public static Platform start(Path registryDistribution, Place place, TopicPlan plan, Consumer<String> steps) {
        steps.accept("schema registry and broker");
        // The registry takes longest, so it starts while the broker does.
        var registry = RegistryProcess.launch(
                registryDistribution, place.registryData(), place.registryLog(), place.registryPort());
        EmbeddedBroker broker = null;
        try {
            broker = EmbeddedBroker.start(place.brokerData(), place.brokerPort());
            steps.accept("topics");
            try (var admin = Brokers.admin(broker.bootstrapServers())) {
                new TopicProvisioner(admin, plan).createTopics();
            }
            registry.awaitReady();
            steps.accept("schemas");
            TopicProvisioner.registerSchemas(
                    SchemaRegistryClient.shared(Map.of("schema.registry.url", registry.url())));
            return new Platform(broker, registry);
        } catch (RuntimeException e) {
            registry.close();
            if (broker != null) {
                broker.close();
            }
            throw e;
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public String registryUrl() {
        return registry.url();
    }

    /** What an Avro serde needs to know; nothing is registered by the way. */
    public Map<String, Object> serde() {
        return Map.of("schema.registry.url", registry.url(), "auto.register.schemas", "false");
    }

    @Override
    public void close() {
        broker.close();
        registry.close();
    }
}
