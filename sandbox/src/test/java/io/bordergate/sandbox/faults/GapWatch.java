package io.bordergate.sandbox.faults;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.InputFateCounted;
import io.bordergate.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Stands where a reader of committed results stands, and measures for how long nothing new was to be seen of each partition of
 * trucks. Counts are published once a second, so a gap of 1 to 2 s is what an undisturbed run shows. Safe for two threads.
 */
final class GapWatch implements AutoCloseable {
    private final KafkaConsumer<String, InputFateCounted> consumer;
    private final Map<Integer, Long> lastSeen = new HashMap<>();
    private final Map<Integer, Long> worst = new TreeMap<>();
    private volatile boolean stopped;

    GapWatch(String bootstrapServers, Map<String, Object> serde) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                AvroSerdes.deserializer(InputFateCounted.class, serde));
        List<TopicPartition> partitions = consumer.partitionsFor(BorderTopics.INPUT_FATE.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var thread = new Thread(this::run, "gap-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** The longest gap of any partition since the last call, and begins anew. */
    synchronized Duration takeWorst() {
        long gap = worst.values().stream().mapToLong(Long::longValue).max().orElse(0);
        worst.clear();
        return Duration.ofNanos(gap);
    }

    /** Returns when there has been news of so many partitions since this call. */
    void awaitNews(int partitions, Duration patience) {
        long now = System.nanoTime();
        try {
            Waiting.until(
                    "news of " + partitions + " partitions",
                    patience,
                    () -> newsSince(now).size() >= partitions);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", there were only of " + newsSince(now), e);
        }
    }

    private synchronized Set<Integer> newsSince(long then) {
        return lastSeen.entrySet().stream()
                .filter(seen -> seen.getValue() - then > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        // The thread closes its consumer within a poll.
        stopped = true;
    }

    private void run() {
        try (consumer) {
            while (!stopped) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> see(record.value()));
            }
        }
    }

    private synchronized void see(InputFateCounted count) {
        if (count.getTopic().equals(BorderTopics.TRUCK_POSITION.name())) {
            long now = System.nanoTime();
            Long before = lastSeen.put(count.getPartition(), now);
            if (before != null) {
                worst.merge(count.getPartition(), now - before, Math::max);
            }
        }
    }
}
