package io.bordergate.sandbox;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.contract.Topic.Cleanup;
import io.bordergate.sandbox.TopicState.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Looks at the topics of a cluster and compares them with a plan. Changes nothing. */
final class TopicInspection {

    private final Admin admin;
    private final TopicPlan plan;

    TopicInspection(Admin admin, TopicPlan plan) {
        this.admin = admin;
        this.plan = plan;
    }

    /** One state per declared topic, in the order of the declaration. */
    List<TopicState> states() {
        Set<String> existing = Brokers.answer(admin.listTopics().names());
        var names = BorderTopics.all().stream()
                .map(Topic::name)
                .filter(existing::contains)
                .toList();
        Map<String, TopicDescription> descriptions =
                Brokers.answer(admin.describeTopics(names).allTopicNames());
        Map<String, Config> configs = configs(names);
        Map<String, Long> records = records(descriptions.values());
        return BorderTopics.all().stream()
                .map(topic -> state(
                        topic,
                        Optional.ofNullable(descriptions.get(topic.name()))
                                .map(description ->
                                        found(description, configs.get(topic.name()), records.get(topic.name())))))
                .toList();
    }

    private TopicState state(Topic topic, Optional<Found> found) {
        return new TopicState(
                topic, found, found.map(actual -> differences(topic, actual)).orElse(List.of("missing")));
    }

    private List<String> differences(Topic topic, Found found) {
        var differences = new ArrayList<String>();
        if (found.partitions() != plan.partitions(topic)) {
            differences.add("should have " + plan.partitions(topic) + " partitions");
        }
        if (!words(found.cleanup()).equals(words(topic.cleanup().policy()))) {
            differences.add("cleanup should be " + topic.cleanup().policy());
        }
        if (topic.cleanup() != Cleanup.COMPACT) {
            long wanted = Long.parseLong(plan.config(topic).get("retention.ms"));
            if (found.retentionMs() != wanted) {
                differences.add("retention should be " + TopicTable.retention(wanted));
            }
        }
        return differences;
    }

    /** The broker keeps the words in the order in which they were given. */
    private static Set<String> words(String policy) {
        return Arrays.stream(policy.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    private static Found found(TopicDescription description, Config config, long records) {
        return new Found(
                description.partitions().size(),
                config.get("cleanup.policy").value(),
                Long.parseLong(config.get("retention.ms").value()),
                records);
    }

    private Map<String, Config> configs(List<String> names) {
        var resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var byName = new HashMap<String, Config>();
        Brokers.answer(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> byName.put(resource.name(), config));
        return byName;
    }

    private Map<String, Long> records(Iterable<TopicDescription> descriptions) {
        var partitions = new ArrayList<TopicPartition>();
        for (var description : descriptions) {
            description
                    .partitions()
                    .forEach(
                            partition -> partitions.add(new TopicPartition(description.name(), partition.partition())));
        }
        var begin = offsets(partitions, OffsetSpec.earliest());
        var end = offsets(partitions, OffsetSpec.latest());
        return partitions.stream()
                .collect(Collectors.groupingBy(
                        TopicPartition::topic,
                        Collectors.summingLong(
                                each -> end.get(each).offset() - begin.get(each).offset())));
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        return Brokers.answer(
                admin.listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> spec)))
                        .all());
    }
}
