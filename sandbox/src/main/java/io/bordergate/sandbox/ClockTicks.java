package io.bordergate.sandbox;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.ClockTicked;
import io.bordergate.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** How the sandbox says how far time has come. Not thread-safe. */
public final class ClockTicks {
    private final Serializer<ClockTicked> values;
    private final int partitions;

    /** For input topics of so many partitions. */
    public ClockTicks(Map<String, Object> serde, int partitions) {
        this.values = AvroSerdes.serializer(ClockTicked.class, serde);
        this.partitions = partitions;
    }

    /** That it has come so far, for each partition. */
    public List<ProducerRecord<byte[], byte[]>> at(Instant reached) {
        String topic = BorderTopics.CLOCK.name();
        byte[] value = values.serialize(topic, new ClockTicked(reached));
        return IntStream.range(0, partitions)
                .mapToObj(partition ->
                        new ProducerRecord<>(topic, partition, reached.toEpochMilli(), key(partition), value))
                .toList();
    }

    private static byte[] key(int partition) {
        return Integer.toString(partition).getBytes(StandardCharsets.UTF_8);
    }
}
