package io.bordergate.sandbox;

import io.bordergate.contract.Topic;
import java.util.List;
import java.util.Optional;

/**
 * One topic as it is, against how it should be. Immutable.
 *
 * @param topic the declaration
 * @param found what the broker has, if it has the topic
 * @param differences one phrase each; empty where all is as planned
 */
public record TopicState(Topic topic, Optional<Found> found, List<String> differences) {

    /**
     * What the broker says.
     *
     * @param cleanup its word for the policy
     * @param retentionMs milliseconds, -1 for ever
     * @param records an upper bound: compaction and the marks of transactions leave gaps in the offsets
     */
    public record Found(int partitions, String cleanup, long retentionMs, long records) {}

    public boolean differs() {
        return !differences.isEmpty();
    }
}
