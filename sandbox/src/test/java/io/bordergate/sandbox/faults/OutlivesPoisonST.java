package io.bordergate.sandbox.faults;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.RejectionHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    @Test
    void readsOnAfterOneThatIsLargeOnceUnpacked() throws Exception {
        outlives("poison-unpacked", new byte[COMPRESSIBLE_BYTES]);
    }

    @Test
    void readsOnAfterTheLargestThatABrokerTakes() throws Exception {
        outlives("poison-largest", Poison.garbage(random, LARGEST_BYTES));
    }

    /** The id's first bit is set: as an unsigned number it is none that a registry gives. */
    @Test
    void readsOnAfterASchemaIdThatCannotBe() throws Exception {
        outlives("poison-schema-id", new byte[] {0, -1, -1, -1, -1, 2, 4, 6});
    }

    @Test
    void startsBesideASiteRecordThatCannotBeRead() throws Exception {
        try (var stand = Stand.open("poison-site")) {
            stand.load().sendAll(stand.publishDay(50, 20));
            stand.load()
                    .sendRaw(
                            BorderTopics.SITE.name(),
                            null,
                            null,
                            "another".getBytes(StandardCharsets.UTF_8),
                            Poison.garbage(random, 64));
            stand.startApps(1);
            new Examination(stand, stand.newVerdict()).examine().pass(stand.folder());
        }
    }

    private static void outlives(String test, byte[] value) throws Exception {
        try (var stand = Stand.open(test)) {
            List<String> lines = stand.publishDay(50, 20);
            stand.load().sendAll(lines.subList(0, lines.size() / 2));
            sendLarge(stand, value);
            stand.note(value.length + " bytes in one record");
            stand.load().sendAll(lines.subList(lines.size() / 2, lines.size()));
            AppProcess app = stand.startApps(1).get(0);
            Waiting.until("its dead letter", Tier.limit(60), () -> {
                if (!app.isHealthy()) {
                    throw new AssertionError(
                            "the instance has stopped: see " + stand.folder().resolve("logs"));
                }
                return !DeadLetters.read(stand)
                        .from(BorderTopics.TRUCK_POSITION.name())
                        .records()
                        .isEmpty();
            });
            new Examination(stand, stand.newVerdict())
                    .alsoSent(BorderTopics.TRUCK_POSITION, "DEAD_LETTERED," + code(stand))
                    .examine()
                    .pass(stand.folder());
        }
    }

    /** Which reason it gives is its own affair here. */
    private static String code(Stand stand) {
        var letter = DeadLetters.read(stand)
                .from(BorderTopics.TRUCK_POSITION.name())
                .records()
                .get(0);
        return DeadLetters.header(letter, RejectionHeaders.CODE);
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
