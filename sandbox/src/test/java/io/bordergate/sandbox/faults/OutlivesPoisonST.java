package io.bordergate.sandbox.faults;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.RejectionHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Records at the limits of what a broker takes, which must not stop those that read them. */
@EnabledIfSystemProperty(named = "faults", matches = "quick|long", disabledReason = "takes minutes: -Dfaults=quick")
class OutlivesPoisonST {
    private static final byte[] KEY = "VN:12C99999".getBytes(StandardCharsets.UTF_8);
    /** Of a producer that compresses the broker sees, and limits, the compressed size alone. */
    private static final int COMPRESSIBLE_BYTES = 5_000_000;
    /** With the batch around it just under the broker's limit of 1,048,588 bytes; a dead letter is longer by its headers. */
    private static final int LARGEST_BYTES = 1_048_400;

    private final Random random = new Random(Tier.seed());

    /** A schema id whose first bit is set: as an unsigned number it is none that a registry gives. */
    private static final byte[] IMPOSSIBLE_SCHEMA_ID = {0, -1, -1, -1, -1, 2, 4, 6};

    @Test
    void readsOnAfterRecordsAtTheLimits() throws Exception {
        try (var stand = Stand.open("poison-limits")) {
            List<String> lines = stand.publishDay(50, 20);
            sendBesideTheSite(stand);
            stand.load().sendAll(lines.subList(0, lines.size() / 2));
            List<byte[]> poison =
                    List.of(new byte[COMPRESSIBLE_BYTES], Poison.garbage(random, LARGEST_BYTES), IMPOSSIBLE_SCHEMA_ID);
            for (byte[] value : poison) {
                sendLarge(stand, value);
                stand.note(value.length + " bytes in one record");
            }
            stand.load().sendAll(lines.subList(lines.size() / 2, lines.size()));
            AppProcess app = stand.startApps(1).get(0);
            Waiting.until("a dead letter for each", Tier.limit(60), () -> {
                if (!app.isHealthy()) {
                    throw new AssertionError(
                            "the instance has stopped: see " + stand.folder().resolve("logs"));
                }
                return letters(stand).size() == poison.size();
            });
            var examination = new Examination(stand, stand.newVerdict());
            // Which reason each gives is its own affair here.
            letters(stand)
                    .forEach(letter -> examination.alsoSent(
                            BorderTopics.TRUCK_POSITION,
                            "DEAD_LETTERED," + DeadLetters.header(letter, RejectionHeaders.CODE)));
            examination.examine().pass(stand.folder());
        }
    }

    /** On the topic of sites, where the application reads before it starts: of another site, and after the good one of ours. */
    private void sendBesideTheSite(Stand stand) {
        for (String siteId : List.of("another", "lang-son")) {
            stand.load()
                    .sendRaw(
                            BorderTopics.SITE.name(),
                            null,
                            null,
                            siteId.getBytes(StandardCharsets.UTF_8),
                            Poison.garbage(random, 64));
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> letters(Stand stand) {
        return DeadLetters.read(stand).from(BorderTopics.TRUCK_POSITION.name()).records();
    }

    private static void sendLarge(Stand stand, byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        stand.cluster().bootstrapServers(),
                        "max.request.size",
                        16 << 20,
                        "compression.type",
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(BorderTopics.TRUCK_POSITION.name(), KEY, value))
                    .get();
        }
    }
}
