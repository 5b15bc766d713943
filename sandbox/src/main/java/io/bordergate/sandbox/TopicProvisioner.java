package io.bordergate.sandbox;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.contract.Topic.Evolution;
import io.bordergate.contract.Topic.Value;
import io.bordergate.serde.SchemaRegistryClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Brings a cluster and a registry to what the product declares: makes the topics that are missing and registers the
 * schemas. What exists and differs is reported, never changed. Does nothing the second time. Thread-safe.
 */
public final class TopicProvisioner {

    private final Admin admin;
    private final TopicPlan plan;

    public TopicProvisioner(Admin admin, TopicPlan plan) {
        this.admin = admin;
        this.plan = plan;
    }

    /** Makes what is missing; fails with one line if an existing topic differs from the plan. */
    public void createTopics() {
        Set<String> existing = Brokers.answer(admin.listTopics().names());
        List<NewTopic> missing = BorderTopics.all().stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(this::planned)
                .toList();
        if (!missing.isEmpty()) {
            Brokers.answer(admin.createTopics(missing).all());
        }
        requireAsPlanned(inspect());
    }

    /** The declared topics as they are. */
    public List<TopicState> inspect() {
        return new TopicInspection(admin, plan).states();
    }

    /** Registers the value schema of every topic, after setting which changes its subject allows. */
    public static void registerSchemas(SchemaRegistryClient registry) {
        for (Topic topic : BorderTopics.all()) {
            if (topic.value() instanceof Value.Avro avro && topic.evolution() != Evolution.NONE) {
                registry.setCompatibility(
                        topic.valueSubject(), topic.evolution().name());
                registry.register(topic.valueSubject(), PublishedSchema.of(avro.schema()));
            }
        }
    }

    private NewTopic planned(Topic topic) {
        return new NewTopic(topic.name(), Optional.of(plan.partitions(topic)), Optional.empty())
                .configs(plan.config(topic));
    }

    private static void requireAsPlanned(List<TopicState> states) {
        String differences = states.stream()
                .filter(TopicState::differs)
                .map(state -> state.topic().name() + " " + String.join(", ", state.differences()))
                .collect(Collectors.joining("; "));
        if (!differences.isEmpty()) {
            throw new GateException("topics differ from what is wanted, and are left as they are: " + differences
                    + "; start anew with --fresh, or ask for what is there");
        }
    }
}
