package io.bordergate.sandbox.up;

import io.bordergate.contract.BorderTopics;
import io.bordergate.sandbox.Brokers;
import io.bordergate.sandbox.GateException;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far the simulator's feeds have been carried into the input topics: kept as the offset of a consumer group, in the
 * transactions that carry them, so that after any crash each report is there exactly once. Immutable.
 *
 * @param scenario which scenario
 * @param nextReport index of the report that comes next
 * @param positions fixes carried so far
 * @param milestones milestones carried so far
 * @param ticks ticks of the clock sent so far
 */
record FeedPosition(String scenario, long nextReport, long positions, long milestones, long ticks) {
    static final String GROUP = "sandbox-feed";

    private static final TopicPartition KEPT_AT = new TopicPartition(BorderTopics.TRUCK_POSITION.name(), 0);

    /** The group as a producer names it when it commits for it. */
    static ConsumerGroupMetadata groupMetadata(String bootstrapServers) {
        try (var member = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "group.id", GROUP),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return member.groupMetadata();
        }
    }

    static FeedPosition startOf(String scenario) {
        return new FeedPosition(scenario, 0, 0, 0, 0);
    }

    /** Where it was left; the start if nothing has been carried yet. */
    static FeedPosition find(Admin admin, String scenario) {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                Brokers.answer(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata(GROUP));
        return Optional.ofNullable(offsets.get(KEPT_AT))
                .map(kept -> parse(kept, scenario))
                .orElseGet(() -> startOf(scenario));
    }

    Map<TopicPartition, OffsetAndMetadata> asOffsets() {
        String more =
                String.join(" ", scenario, Long.toString(positions), Long.toString(milestones), Long.toString(ticks));
        return Map.of(KEPT_AT, new OffsetAndMetadata(nextReport, more));
    }

    FeedPosition afterPosition() {
        return new FeedPosition(scenario, nextReport + 1, positions + 1, milestones, ticks);
    }

    FeedPosition afterMilestone() {
        return new FeedPosition(scenario, nextReport + 1, positions, milestones + 1, ticks);
    }

    /** After one that is not counted, such as an operator's announcement. */
    FeedPosition afterOther() {
        return new FeedPosition(scenario, nextReport + 1, positions, milestones, ticks);
    }

    FeedPosition afterTicks(int more) {
        return new FeedPosition(scenario, nextReport, positions, milestones, ticks + more);
    }

    private static FeedPosition parse(OffsetAndMetadata kept, String scenario) {
        String[] parts = kept.metadata().split(" ", -1);
        if (!parts[0].equals(scenario)) {
            throw new GateException("the kept data are of scenario " + parts[0] + ", not " + scenario
                    + ": add --fresh to start anew, or --scenario " + parts[0] + " to go on");
        }
        return new FeedPosition(
                scenario, kept.offset(), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }
}
