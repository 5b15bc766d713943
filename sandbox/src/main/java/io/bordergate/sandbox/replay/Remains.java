package io.bordergate.sandbox.replay;

import static org.apache.kafka.common.IsolationLevel.READ_COMMITTED;
import static org.apache.kafka.common.IsolationLevel.READ_UNCOMMITTED;

import io.bordergate.contract.Topic;
import io.bordergate.sandbox.Brokers;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * What an application still has to do, as the broker knows it: offsets of its topics that it has not committed, and offsets
 * that lie in open transactions. Once both are 0 and nothing more is sent, all that follows from the input can be read.
 * Immutable.
 *
 * @param applicationId its consumer group, which also begins the names of its own topics
 */
record Remains(Admin admin, String applicationId) {

    /** Offsets of the topics it reads, from stage to stage, that lie beyond what it has committed. */
    long uncommitted() {
        // First what is committed, then the ends: both only grow, so if they are equal, they were so at one moment.
        Map<TopicPartition, OffsetAndMetadata> committed = Brokers.answer(
                admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata(applicationId));
        return ends(partitions(topicsRead(committed.keySet())), READ_UNCOMMITTED).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - offset(committed.get(end.getKey()))))
                .sum();
    }

    /** Offsets of these topics that a careful reader does not see yet. */
    long inOpenTransactions(List<Topic> topics) {
        Set<TopicPartition> partitions =
                partitions(topics.stream().map(Topic::name).collect(Collectors.toSet()));
        Map<TopicPartition, Long> visible = ends(partitions, READ_COMMITTED);
        return ends(partitions, READ_UNCOMMITTED).entrySet().stream()
                .mapToLong(end -> end.getValue() - visible.get(end.getKey()))
                .sum();
    }

    /** Topics of which something is committed, and those between its stages, of which nothing may be committed yet. */
    private Set<String> topicsRead(Collection<TopicPartition> committed) {
        Set<String> topics = new HashSet<>();
        committed.forEach(partition -> topics.add(partition.topic()));
        Brokers.answer(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(applicationId + "-") && name.endsWith("-repartition"))
                .forEach(topics::add);
        return topics;
    }

    private Set<TopicPartition> partitions(Set<String> topics) {
        return Brokers.answer(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition())))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return Brokers.answer(admin.listOffsets(latest, new ListOffsetsOptions(isolation))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
