package io.bordergate.sandbox;

import io.bordergate.contract.Topic;
import io.bordergate.contract.Topic.Cleanup;
import io.bordergate.contract.Topic.Partitioning;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the topics should be at one place: as they are declared, or with what that place does differently. Immutable.
 *
 * @param truckPartitions partitions of the topics that scale with the trucks, at least 1
 * @param keepsAll true where nothing is deleted by age
 */
public record TopicPlan(int truckPartitions, boolean keepsAll) {

    public TopicPlan {
        if (truckPartitions < 1) {
            throw new GateException("a topic cannot have " + truckPartitions + " partitions: give 1 or more");
        }
    }

    /** As a production cluster should be. */
    public static TopicPlan asDeclared() {
        return new TopicPlan(Partitioning.BY_TRUCK.defaultCount(), false);
    }

    /**
     * As in the sandbox: recorded and simulated records carry old timestamps, and a broker that deletes by age would
     * delete them at once, so every topic keeps all.
     */
    public static TopicPlan sandbox(int truckPartitions) {
        return new TopicPlan(truckPartitions, true);
    }

    int partitions(Topic topic) {
        return topic.partitions() == Partitioning.BY_TRUCK
                ? truckPartitions
                : topic.partitions().defaultCount();
    }

    Map<String, String> config(Topic topic) {
        var config = new TreeMap<>(topic.brokerConfig());
        if (keepsAll && topic.cleanup() != Cleanup.COMPACT) {
            config.put("retention.ms", "-1");
        }
        return config;
    }
}
