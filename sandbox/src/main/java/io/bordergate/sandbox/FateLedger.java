package io.bordergate.sandbox;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.InputFateCounted;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** The fates as the topology counts them; when they add up to what was sent, it has been dealt with. Not thread-safe. */
public final class FateLedger implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CommittedTable<InputFateCounted> counts;

    public FateLedger(String bootstrapServers, Map<String, Object> serde) {
        counts = new CommittedTable<>(BorderTopics.INPUT_FATE, InputFateCounted.class, bootstrapServers, serde);
    }

    /** Waits until so many records of a topic have met their fate. */
    public void await(Topic topic, long sent, BooleanSupplier failed, LongConsumer progress) {
        long before = -1;
        long changed = System.nanoTime();
        while (true) {
            counts.poll(POLL);
            long done = total(topic);
            progress.accept(done);
            if (done == sent) {
                return;
            }
            if (done != before) {
                before = done;
                changed = System.nanoTime();
            }
            if (failed.getAsBoolean()) {
                throw new GateException("the streams have stopped after a failure: see .gate/logs");
            }
            if (done > sent || System.nanoTime() - changed > PATIENCE.toNanos()) {
                throw new GateException(topic.name() + ": " + done + " records have met their fate, " + sent
                        + " were sent: see .gate/logs");
            }
        }
    }

    /** How many records of a topic met which fate for which reason, as "FATE,REASON". */
    public Map<String, Long> fatesOf(Topic topic) {
        Map<String, Long> fates = new TreeMap<>();
        counts.poll(Duration.ZERO).values().stream()
                .filter(count -> count.getTopic().equals(topic.name()))
                .forEach(count -> fates.merge(count.getFate() + "," + count.getReason(), count.getCount(), Long::sum));
        return fates;
    }

    @Override
    public void close() {
        counts.close();
    }

    private long total(Topic topic) {
        return fatesOf(topic).values().stream().mapToLong(Long::longValue).sum();
    }
}
