package io.bordergate.sandbox.up;

import io.bordergate.connect.feed.GateStatusJson;
import io.bordergate.connect.feed.MilestoneJson;
import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.ClockTicked;
import io.bordergate.event.Datum;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.sandbox.Platform;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.simulator.Report;
import io.bordergate.simulator.Report.MilestoneReport;
import io.bordergate.simulator.Report.PositionReport;
import io.bordergate.simulator.Report.StatusReport;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Carries the simulator's feeds into the input topics at their own time, exactly once, until real connectors poll them.
 * Runs on its own thread; {@link #stop} ends it after a whole transaction.
 */
final class FeedCarrier implements Runnable {
    private static final Duration BATCH = Duration.ofMillis(200);
    private static final int MOST_IN_A_BATCH = 5_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final ConsumerGroupMetadata group;
    private final Serializer<TruckPositionReported> fixes;
    private final Serializer<DeclarationMilestoneReported> milestones;
    private final Serializer<GateStatusChanged> statuses;
    private final Serializer<ClockTicked> ticks;
    private final MilestoneJson milestoneReader = new MilestoneJson("simulator", Clock.systemUTC());
    private final GateStatusJson statusReader = new GateStatusJson(Clock.systemUTC());
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
        fixes = AvroSerdes.serializer(TruckPositionReported.class, platform.serde());
        milestones = AvroSerdes.serializer(DeclarationMilestoneReported.class, platform.serde());
        statuses = AvroSerdes.serializer(GateStatusChanged.class, platform.serde());
        ticks = AvroSerdes.serializer(ClockTicked.class, platform.serde());
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
        if (report instanceof PositionReport fix) {
            send(BorderTopics.TRUCK_POSITION, fix.truckId(), fix.recordTime(), event(fix), fixes);
            return at.afterPosition();
        }
        if (report instanceof StatusReport status) {
            var event = statusReader.read(status.json()).event();
            send(BorderTopics.GATE_STATUS, status.gateId(), status.recordTime(), event, statuses);
            return at.afterOther();
        }
        var milestone = (MilestoneReport) report;
        var event = milestoneReader.read(milestone.json()).event();
        send(BorderTopics.DECLARATION_MILESTONE, milestone.declarationId(), milestone.recordTime(), event, milestones);
        return at.afterMilestone();
    }

    private FeedPosition tick(Instant reached, FeedPosition at) {
        var event = ClockTicked.newBuilder().setTime(reached).build();
        byte[] value = ticks.serialize(BorderTopics.CLOCK.name(), event);
        for (int partition = 0; partition < partitions; partition++) {
            byte[] key = bytes(Integer.toString(partition));
            send(new ProducerRecord<>(BorderTopics.CLOCK.name(), partition, reached.toEpochMilli(), key, value));
        }
        return at.afterTicks(partitions);
    }

    private <T> void send(Topic topic, String key, Instant recordTime, T event, Serializer<T> serializer) {
        byte[] value = serializer.serialize(topic.name(), event);
        send(new ProducerRecord<>(topic.name(), null, recordTime.toEpochMilli(), bytes(key), value));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        // A record that fails fails its transaction, so nobody waits for a single one.
        var unused = producer.send(record);
    }

    private static TruckPositionReported event(PositionReport fix) {
        return TruckPositionReported.newBuilder()
                .setEventTime(fix.eventTime())
                .setLatitude(fix.latitude())
                .setLongitude(fix.longitude())
                .setSpeedKmh(fix.speedKmh() == null ? null : fix.speedKmh().floatValue())
                .setHeadingDeg(
                        fix.headingDeg() == null ? null : fix.headingDeg().floatValue())
                .setPlateText(fix.plateText())
                .setDatum(fix.gcj02() ? Datum.GCJ02 : Datum.WGS84)
                .setSource("simulator")
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
