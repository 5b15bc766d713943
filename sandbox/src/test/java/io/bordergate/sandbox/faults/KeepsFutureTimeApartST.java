package io.bordergate.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Times far ahead, in what a device says and in the timestamp of the record: what the broker lets in is set aside or harms nobody
 * but its own truck, and the neighbours' stays are those of the oracle.
 */
@EnabledIfSystemProperty(named = "faults", matches = "long", disabledReason = "takes minutes: -Dfaults=long")
class KeepsFutureTimeApartST {
    private static final List<Duration> AHEAD =
            List.of(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofDays(10), Duration.ofDays(36_525));

    @Test
    void harmsNoNeighbour() throws Exception {
        try (var stand = Stand.open("future")) {
            List<String> lines = stand.publishDay(200, Tier.chosen().pick(30, 300));
            stand.startApps(2);
            int half = lines.size() / 2;
            stand.load().sendAll(lines.subList(0, half));
            Instant present = stand.load().lastRecordTime();
            for (int truck = 0; truck < 24; truck++) {
                for (Duration ahead : AHEAD) {
                    stand.load().sendAll(List.of(line("VN:99F" + truck, present.plus(ahead), present)));
                }
                // The record's own time is ahead of all others, though not of what the broker allows.
                stand.load().sendAll(List.of(line("VN:98F" + truck, present, stand.now())));
            }
            stand.note("times ahead among 24 trucks, records stamped until " + stand.now());
            stand.load().sendAll(lines.subList(half, lines.size()));

            new Examination(stand, stand.newVerdict()).examine().pass(stand.folder());
        }
    }

    @Test
    void isRefusedByTheBrokerAsTimestamp() throws Exception {
        try (var stand = Stand.open("future-timestamp");
                var values = AvroSerdes.serializer(TruckPositionReported.class, stand.serde());
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", stand.cluster().bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            Instant now = Instant.now();
            byte[] value = values.serialize(
                    BorderTopics.TRUCK_POSITION.name(),
                    TruckPositionReported.newBuilder()
                            .setEventTime(now)
                            .setLatitude(21.97)
                            .setLongitude(106.71)
                            .setSource("faults")
                            .build());
            for (Duration ahead : AHEAD.subList(1, AHEAD.size())) {
                var record = new ProducerRecord<>(
                        BorderTopics.TRUCK_POSITION.name(),
                        null,
                        now.plus(ahead).toEpochMilli(),
                        "VN:99F1".getBytes(StandardCharsets.UTF_8),
                        value);
                assertThatThrownBy(() -> producer.send(record).get())
                        .as(ahead.toString())
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(InvalidTimestampException.class);
            }
        }
    }

    private static String line(String truck, Instant event, Instant received) {
        return String.join(",", truck, event.toString(), received.toString(), "21.97", "106.71");
    }
}
