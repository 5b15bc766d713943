package io.bordergate.sandbox.bench;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.sandbox.Platform;
import io.bordergate.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The input of the benchmark: trucks that report every 10 s, in the order in which the fixes are received. Two in five
 * drive to and fro between the highway and a yard of the default site, the others stand in one. The same for the same
 * number of trucks and fixes.
 *
 * @param trucks how many
 * @param fixesEach how many fixes each
 */
record FixLoad(int trucks, int fixesEach) {
    private static final long START = Instant.parse("2026-05-04T00:00:00Z").toEpochMilli();
    private static final long INTERVAL_MILLIS = 10_000;
    private static final double YARD_LATITUDE = 21.9725;
    private static final double YARD_LONGITUDE = 106.7065;
    private static final double STEPS_PER_DEGREE = 1e7;
    /** From the yard to the south and back, in fixes: 5 km at 5 m/s and the same again. */
    private static final int TOUR = 200;

    long fixes() {
        return (long) trucks * fixesEach;
    }

    /** Writes all fixes to the topic of positions, and tells how many are written. */
    void preload(Platform platform, LongConsumer progress) {
        var values = AvroSerdes.serializer(TruckPositionReported.class, platform.serde());
        var random = new SplittableRandom(42);
        try (var producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        platform.bootstrapServers(),
                        "compression.type",
                        "none",
                        "linger.ms",
                        20,
                        "batch.size",
                        256 << 10,
                        "buffer.memory",
                        64L << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            String topic = BorderTopics.TRUCK_POSITION.name();
            for (int fix = 0; fix < fixesEach; fix++) {
                long received = START + fix * INTERVAL_MILLIS;
                for (int truck = 0; truck < trucks; truck++) {
                    byte[] value = values.serialize(topic, position(truck, fix, received, random));
                    var unused = producer.send(new ProducerRecord<>(topic, null, received, key(truck), value));
                }
                progress.accept((fix + 1L) * trucks);
            }
        }
    }

    private static TruckPositionReported position(int truck, int fix, long received, SplittableRandom random) {
        boolean drives = truck % 5 < 2;
        int step = (fix + truck * 7) % TOUR;
        double south = drives ? Math.abs(TOUR / 2 - step) * 0.00045 : 0;
        return TruckPositionReported.newBuilder()
                .setEventTime(Instant.ofEpochMilli(received - 3_000 - truck % 1_000))
                .setLatitude(rounded(YARD_LATITUDE - south + noise(random)))
                .setLongitude(rounded(YARD_LONGITUDE + noise(random)))
                .setSpeedKmh(drives ? 18f : 0f)
                .setHeadingDeg(180f)
                .setPlateText("12C-%03d.%02d".formatted(truck / 100 % 1000, truck % 100))
                .setSource("benchmark-feed")
                .build();
    }

    /** A few metres, as a receiver has. */
    private static double noise(SplittableRandom random) {
        return (random.nextDouble() - 0.5) * 0.00005;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
    }

    private static byte[] key(int truck) {
        return "VN:12C%05d".formatted(truck).getBytes(StandardCharsets.UTF_8);
    }
}
