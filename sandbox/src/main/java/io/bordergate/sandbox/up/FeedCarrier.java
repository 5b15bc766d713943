package io.bordergate.sandbox.up;

import io.bordergate.sandbox.ClockTicks;
import io.bordergate.sandbox.FeedRecords;
import io.bordergate.sandbox.Platform;
import io.bordergate.simulator.Report;
import io.bordergate.simulator.Report.PositionReport;
import io.bordergate.simulator.Report.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Carries the simulator's feeds into the input topics at their own time, exactly once, until real connectors poll them.
 * Runs on its own thread; {@link #stop} ends it after a whole transaction.
 */
final class FeedCarrier implements Runnable {
    private static final Duration BATCH = Duration.ofMillis(200);
    private static final int MOST_IN_A_BATCH = 5_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final ConsumerGroupMetadata group;
    private final FeedRecords records;
    private final ClockTicks ticks;
    private final Iterator<Report> reports;
    private final double speed;
    private final int partitions;
    private Report next;
    private volatile FeedPosition position;
    private volatile Instant time;
    private volatile boolean stopped;
    private volatile RuntimeException failure;

    FeedCarrier(Platform platform, Iterator<Report> reports, FeedPosition from, double speed, int partitions) {
        this.reports = reports;
        this.position = from;
        this.speed = speed;
        this.partitions = partitions;
        this.next = reports.hasNext() ? reports.next() : null;
        this.time = next == null ? null : next.recordTime();
        group = FeedPosition.groupMetadata(platform.bootstrapServers());
        records = new FeedRecords(platform.serde());
        ticks = new ClockTicks(platform.serde(), partitions);
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        platform.bootstrapServers(),
                        "transactional.id",
                        FeedPosition.GROUP,
                        "transaction.timeout.ms",
                        10_000,
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void run() {
        try (producer) {
            producer.initTransactions();
            Instant began = time;
            long start = System.nanoTime();
            while (!stopped && next != null) {
                Duration gone = Duration.ofNanos((long) ((System.nanoTime() - start) * speed));
                carryUntil(began.plus(gone));
                sleep();
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    void stop() {
        stopped = true;
    }

    /** What has been committed. */
    FeedPosition position() {
        return position;
    }

    /** The simulated time that has been reached; null if the scenario is empty. */
    Instant time() {
        return time;
    }

    boolean isOver() {
        return next == null;
    }

    /** Why it ended by itself; null if it did not. */
    RuntimeException failure() {
        return failure;
    }

    /** One transaction: what is due, the time, and how far we are. */
    private void carryUntil(Instant now) {
        FeedPosition at = position;
        Instant reached = now;
        producer.beginTransaction();
        for (int n = 0; next != null && !next.recordTime().isAfter(now); n++) {
            if (n == MOST_IN_A_BATCH) {
                reached = next.recordTime();
                break;
            }
            at = carry(next, at);
            next = reports.hasNext() ? reports.next() : null;
        }
        at = tick(reached, at);
        producer.sendOffsetsToTransaction(at.asOffsets(), group);
        producer.commitTransaction();
        position = at;
        time = reached;
    }

    private FeedPosition carry(Report report, FeedPosition at) {
        send(records.of(report));
        if (report instanceof PositionReport) {
            return at.afterPosition();
        }
        return report instanceof StatusReport ? at.afterOther() : at.afterMilestone();
    }

    private FeedPosition tick(Instant reached, FeedPosition at) {
        ticks.at(reached).forEach(this::send);
        return at.afterTicks(partitions);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        // A record that fails fails its transaction, so nobody waits for a single one.
        var unused = producer.send(record);
    }

    private void sleep() {
        try {
            Thread.sleep(BATCH.toMillis());
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
