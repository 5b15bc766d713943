package io.bordergate.sandbox.faults;

import io.bordergate.connect.feed.FeedRecord;
import io.bordergate.connect.feed.LineReader;
import io.bordergate.connect.feed.MilestoneJson;
import io.bordergate.connect.feed.PositionCsv;
import io.bordergate.connect.feed.UnreadableLineException;
import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.ClockTicked;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Sends the lines of a positions and of a milestones file at a steady rate, in their order, each acknowledged by two brokers
 * before it counts; then ticks. It knows afterwards exactly what was acknowledged. One thread sends, another may wait for it.
 */
final class Load implements AutoCloseable {
    private static final Duration PATIENCE = Tier.limit(300);
    /** Trips go on when a tick comes: often enough that they are busy when something breaks. */
    private static final int TICK_EVERY = 200;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Serializer<TruckPositionReported> positions;
    private final Serializer<ClockTicked> clock;
    private final PositionCsv positionReader;
    private final Serializer<DeclarationMilestoneReported> milestones;
    private final MilestoneJson milestoneReader;
    private final int partitions;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicLong lastRecordTime = new AtomicLong(Long.MIN_VALUE);
    private final Sent fixes = new Sent();
    private final Sent papers = new Sent();
    private volatile boolean stopped;
    private volatile Thread thread;
    private final AtomicInteger ticks = new AtomicInteger();

    /** Account of one file. Written by the thread that sends; read after it has ended. */
    static final class Sent {
        private final List<String> lines = new ArrayList<>();
        private final AtomicInteger records = new AtomicInteger();
        private final AtomicInteger unreadable = new AtomicInteger();

        /** All lines that were sent or could not be read, in their order, without a header. */
        List<String> lines() {
            return lines;
        }

        /** Lines that became records. */
        int records() {
            return records.get();
        }

        /** Lines that could not be read, so nothing was sent. */
        int unreadable() {
            return unreadable.get();
        }
    }

    Load(String bootstrapServers, Map<String, Object> serde, int partitions, Instant now) {
        this.partitions = partitions;
        this.positions = AvroSerdes.serializer(TruckPositionReported.class, serde);
        this.clock = AvroSerdes.serializer(ClockTicked.class, serde);
        Clock fixed = Clock.fixed(now, ZoneOffset.UTC);
        this.positionReader = new PositionCsv(RandomDay.HEADER, "faults", fixed);
        this.milestones = AvroSerdes.serializer(DeclarationMilestoneReported.class, serde);
        this.milestoneReader = new MilestoneJson("faults", fixed);
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        5,
                        "compression.type",
                        "lz4",
                        "delivery.timeout.ms",
                        (int) PATIENCE.toMillis(),
                        "max.block.ms",
                        PATIENCE.toMillis()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Begins to send in a thread of its own; {@link #finish} ends it. */
    void start(List<String> toSend, int perSecond) {
        thread = new Thread(() -> run(toSend, perSecond), "load");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends all at once; returns when all is acknowledged. */
    void sendAll(List<String> toSend) {
        toSend.forEach(this::send);
        flush();
    }

    /** Returns when so many more have been acknowledged; the measure of time of the tests that break things. */
    void awaitMore(int records) {
        int goal = acknowledged.get() + records;
        Waiting.until(
                goal + " records to be acknowledged",
                PATIENCE,
                () -> acknowledged.get() >= goal || !thread.isAlive() || !failures.isEmpty());
        if (acknowledged.get() < goal) {
            throw new AssertionError("the load ended at " + acknowledged + " of " + goal + " " + failures);
        }
    }

    /** Sends no more; returns when all that was sent is acknowledged. */
    void finish() throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.join(PATIENCE.toMillis());
        }
        flush();
    }

    /** Sends all that is left; returns when it is acknowledged. */
    void finishAll() throws InterruptedException {
        thread.join();
        finish();
    }

    /** Says in every partition that it is now so late, and no line is needed to know. */
    void tick(Instant time) {
        byte[] tick = clock.serialize(
                BorderTopics.CLOCK.name(),
                ClockTicked.newBuilder().setTime(time).build());
        for (int partition = 0; partition < partitions; partition++) {
            send(BorderTopics.CLOCK.name(), partition, time.toEpochMilli(), bytes(Integer.toString(partition)), tick);
        }
        ticks.addAndGet(partitions);
        flush();
    }

    /** One record as it is; returns when it is acknowledged. */
    void sendRaw(String topic, Integer partition, Long time, byte[] key, byte[] value) {
        send(topic, partition, time, key, value);
        flush();
    }

    /** What was sent of a positions file. */
    Sent fixes() {
        return fixes;
    }

    /** What was sent of a milestones file. */
    Sent papers() {
        return papers;
    }

    int ticks() {
        return ticks.get();
    }

    Instant lastRecordTime() {
        return Instant.ofEpochMilli(lastRecordTime.get());
    }

    @Override
    public void close() {
        stopped = true;
        producer.close(Duration.ZERO);
    }

    private void run(List<String> toSend, int perSecond) {
        long start = System.nanoTime();
        for (int i = 0; i < toSend.size() && !stopped; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due && !stopped) {
                LockSupport.parkNanos(1_000_000);
            }
            send(toSend.get(i));
            if (i % TICK_EVERY == TICK_EVERY - 1) {
                tick(lastRecordTime());
            }
        }
    }

    private void send(String line) {
        if (RandomDay.isPaper(line)) {
            send(line, BorderTopics.DECLARATION_MILESTONE, milestoneReader, milestones, papers);
        } else {
            send(line, BorderTopics.TRUCK_POSITION, positionReader, positions, fixes);
        }
    }

    private <T extends SpecificRecord> void send(
            String line, Topic topic, LineReader<T> reader, Serializer<T> values, Sent account) {
        account.lines.add(line);
        try {
            FeedRecord<T> record = reader.read(line);
            long time = record.recordTime().toEpochMilli();
            lastRecordTime.accumulateAndGet(time, Math::max);
            byte[] value = values.serialize(topic.name(), record.event());
            account.records.incrementAndGet();
            send(topic.name(), null, time, bytes(record.key()), value);
        } catch (UnreadableLineException e) {
            account.unreadable.incrementAndGet();
        }
    }

    private void send(String topic, Integer partition, Long time, byte[] key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, partition, time, key, value), (metadata, failure) -> {
            if (failure == null) {
                acknowledged.incrementAndGet();
            } else {
                failures.add(topic + ": " + failure.getMessage());
            }
        });
    }

    private void flush() {
        producer.flush();
        if (!failures.isEmpty()) {
            throw new AssertionError("not acknowledged: " + failures);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
