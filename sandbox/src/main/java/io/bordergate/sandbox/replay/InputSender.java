package io.bordergate.sandbox.replay;

import io.bordergate.connect.feed.FeedRecord;
import io.bordergate.connect.feed.LineFault;
import io.bordergate.contract.RejectionHeaders;
import io.bordergate.contract.Topic;
import io.bordergate.sandbox.GateException;
import io.bordergate.topology.EdgeRemark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Sends what the input files say, and sets aside the lines that say nothing. Not thread-safe. */
final class InputSender implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long lastRecordTime = Long.MIN_VALUE;

    InputSender(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        20,
                        "batch.size",
                        256 << 10,
                        "buffer.memory",
                        64L << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The last recordTime of the input; {@link Long#MIN_VALUE} if nothing was sent. */
    long lastRecordTime() {
        return lastRecordTime;
    }

    /** The same as an instant. */
    Instant clock() {
        return lastRecordTime == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochMilli(lastRecordTime);
    }

    /** What a line says. */
    <T> void send(FeedRecord<T> record, Topic topic, Serializer<T> values) {
        received(record);
        var sent = new ProducerRecord<>(
                topic.name(),
                null,
                timestamp(record),
                record.key().getBytes(StandardCharsets.UTF_8),
                values.serialize(topic.name(), record.event()));
        if (record.remark() != null) {
            header(sent, EdgeRemark.REMARK, record.remark().kind().name());
            header(sent, EdgeRemark.DEVICE, record.remark().deviceId());
        }
        send(sent);
    }

    /** A line moves the time on also if nothing of it is sent, or not yet. */
    void received(FeedRecord<?> record) {
        if (!record.capped()) {
            lastRecordTime = Math.max(lastRecordTime, timestamp(record));
        }
    }

    /** recordTime in epoch milliseconds; a record can carry none before 1970, and none of that age is used anyway. */
    static long timestamp(FeedRecord<?> record) {
        Instant time = record.recordTime();
        return time.isBefore(Instant.EPOCH) ? 0 : time.toEpochMilli();
    }

    /** A line of an input that becomes no record, the first being line 1, and what is wrong with it. */
    void setAside(String input, byte[] line, long number, LineFault fault, String why) {
        var record = new ProducerRecord<byte[], byte[]>(fault.topic().name(), null, line);
        header(record, RejectionHeaders.CODE, fault.name());
        header(record, RejectionHeaders.FATE, fault.fate());
        header(record, RejectionHeaders.MESSAGE, why);
        header(record, RejectionHeaders.TOPIC, input);
        header(record, RejectionHeaders.OFFSET, Long.toString(number));
        send(record);
    }

    /** Returns when all is written; fails in one line if something was not. */
    void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new GateException(
                    "the broker did not take the input: " + failure.get().getMessage(), failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    /** Any record. */
    void send(ProducerRecord<byte[], byte[]> record) {
        // Failures are seen by the callback; nobody waits for a single record.
        var unused = producer.send(record, (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
