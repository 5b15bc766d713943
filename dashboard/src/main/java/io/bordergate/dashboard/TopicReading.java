package io.bordergate.dashboard;

import io.bordergate.contract.BorderTopics;
import io.bordergate.dashboard.trip.TripLog;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * One reading of the topics from their beginning onto a board of its own, until something fails. The figures of gates come
 * first, for they are few; the trips follow, then their discrepancies, then the places of trucks. It belongs to no group and commits nothing: each
 * dashboard sees everything. Not thread-safe, but {@link #wakeup} may come from anywhere.
 */
final class TopicReading implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    /** A consumer never says by itself that the broker is gone; so it is asked something this often. */
    private static final Duration PROBE_EVERY = Duration.ofSeconds(2);

    /** Read one after the other, once all before is known. */
    private static final List<String> LATER = List.of(
            BorderTopics.TRUCK_TRIP.name(), BorderTopics.TRIP_DISCREPANCY.name(), BorderTopics.TRUCK_PLACE.name());

    private final Consumer<String, byte[]> consumer;
    private final GateBoard board = new GateBoard();
    private final TripLog trips = new TripLog();
    private final RecordIntake intake;
    private Map<TopicPartition, Long> ends = Map.of();
    private final Deque<String> waiting = new ArrayDeque<>(LATER);
    private boolean complete;
    private boolean tripsComplete;
    private long probedAt;

    TopicReading(DashboardConfig config) {
        intake = new RecordIntake(config, board, trips);
        consumer = new KafkaConsumer<>(settings(config), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A topic has not been made yet. */
    static final class TopicMissingException extends RuntimeException {
        TopicMissingException(String topic) {
            super("there is no topic " + topic + ": create the topics of the product");
        }
    }

    private static Map<String, Object> settings(DashboardConfig config) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.bootstrapServers(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                "border-dashboard",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                // A topic that was emptied or made anew must be read anew, onto an empty board.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none");
    }

    /** Finds the partitions and goes to their beginning; fails if the broker does not answer. */
    void begin() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : intake.topics()) {
            List<PartitionInfo> found = consumer.partitionsFor(topic, ANSWER);
            if (found == null || found.isEmpty()) {
                throw new TopicMissingException(topic);
            }
            found.forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        waiting.forEach(topic -> consumer.pause(partitionsOf(topic)));
        ends = consumer.endOffsets(partitions, ANSWER);
        probedAt = System.nanoTime();
    }

    /** Takes in what has come; returns how many records that were for the board. Fails if the broker has gone silent. */
    int step() {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        records.forEach(intake::apply);
        if (System.nanoTime() - probedAt > PROBE_EVERY.toNanos()) {
            consumer.endOffsets(ends.keySet(), ANSWER);
            probedAt = System.nanoTime();
        }
        if (!tripsComplete && hasReachedEnds()) {
            readOn();
        }
        trips.forget(board.boardTime());
        int ofTrips = LATER.stream()
                .flatMap(topic -> partitionsOf(topic).stream())
                .mapToInt(partition -> records.records(partition).size())
                .sum();
        return records.count() - ofTrips;
    }

    /** What was read so far is complete; the next topic may come, or nothing is left. */
    private void readOn() {
        complete = true;
        if (waiting.isEmpty()) {
            tripsComplete = true;
        } else {
            consumer.resume(partitionsOf(waiting.remove()));
        }
    }

    private List<TopicPartition> partitionsOf(String topic) {
        return consumer.assignment().stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
    }

    /** The trips, once all that lay in their topics at the beginning has been read. */
    Optional<TripLog> findTrips() {
        return tripsComplete ? Optional.of(trips) : Optional.empty();
    }

    /** True once all that lay in the topics of the board at the beginning has been read. */
    boolean isComplete() {
        return complete;
    }

    BoardView view() {
        return board.view();
    }

    long skipped() {
        return intake.skipped();
    }

    void wakeup() {
        consumer.wakeup();
    }

    private boolean hasReachedEnds() {
        return ends.entrySet().stream()
                .filter(end -> !waiting.contains(end.getKey().topic()))
                .allMatch(end -> consumer.position(end.getKey(), ANSWER) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(ANSWER));
        intake.close();
    }
}
