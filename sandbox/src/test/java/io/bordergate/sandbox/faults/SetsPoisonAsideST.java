package io.bordergate.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.RejectionHeaders;
import io.bordergate.contract.Topic;
import io.bordergate.contract.Topic.Cleanup;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Records that nobody can read, among good ones, on every topic that is read: each is set aside with its bytes and its reason, and
 * the good ones give what they give without them.
 */
@EnabledIfSystemProperty(named = "faults", matches = "quick|long", disabledReason = "takes minutes: -Dfaults=quick")
class SetsPoisonAsideST {
    private static final byte[] KEY = "VN:12C99999".getBytes(StandardCharsets.UTF_8);

    private final Random random = new Random(Tier.seed());

    @Test
    void keepsItsBytesAndSaysWhy() throws Exception {
        try (var stand = Stand.open("poison")) {
            List<String> lines = stand.publishDay(200, Tier.chosen().pick(30, 200));
            stand.startApps(2);
            stand.load().start(lines, 1_000);
            List<String> faults = new ArrayList<>();
            var verdict = stand.newVerdict();
            List<Topic> topics =
                    List.of(BorderTopics.TRUCK_POSITION, BorderTopics.DECLARATION_MILESTONE, BorderTopics.GATE_STATUS);
            var examination = new Examination(stand, verdict);
            int sent = 0;
            for (int round = 0; round < Tier.chosen().pick(1, 20); round++) {
                for (Topic topic : topics) {
                    List<Poison> poisons = poisonsFor(topic, stand);
                    poison(topic, poisons, stand);
                    poisons.forEach(poison -> examination.alsoSent(topic, "DEAD_LETTERED," + poison.code()));
                    sent += poisons.size();
                    if (round == 0) {
                        faults.addAll(awaitLetters(topic, poisons, stand));
                    }
                }
            }
            stand.load().finishAll();

            verdict.figure("poison", sent).same("each in border.dead-letter, bytes and headers", faults, List.of());
            examination.examine().pass(stand.folder());
        }
    }

    /** What Kafka Streams itself puts aside between two steps must lead an operator to the record. */
    @Test
    void namesWhereItWasFoundBetweenTwoSteps() throws Exception {
        try (var stand = Stand.open("poison-inside")) {
            List<String> lines = stand.publishDay(200, Tier.chosen().pick(20, 100));
            stand.startApps(1);
            stand.load().sendAll(lines.subList(0, lines.size() / 2));
            String inside = stand.applicationId() + "-occupancy.by-yard-repartition";
            Waiting.until(
                    "the repartition topic",
                    Tier.limit(60),
                    () -> !stand.committed().ends(inside).isEmpty());
            byte[] garbage = Poison.garbage(random, 100);
            stand.load().sendRaw(inside, 0, null, "xuan-cuong".getBytes(StandardCharsets.UTF_8), garbage);
            stand.note("garbage into " + inside);
            stand.load().sendAll(lines.subList(lines.size() / 2, lines.size()));

            var verdict = new Examination(stand, stand.newVerdict()).examine();
            var letters = DeadLetters.read(stand).from(inside).records();
            verdict.same("dead letters from the repartition topic", letters.size(), 1);
            for (var letter : letters) {
                verdict.check("bytes are kept", java.util.Arrays.equals(letter.value(), garbage), "");
                letter.headers().forEach(header -> {
                    String text = new String(header.value(), StandardCharsets.UTF_8);
                    verdict.figure(header.key(), text.substring(0, Math.min(120, text.length())));
                });
                assertThat(DeadLetters.header(letter, RejectionHeaders.PARTITION))
                        .isEqualTo("0");
                assertThat(DeadLetters.header(letter, RejectionHeaders.OFFSET)).isNotNull();
            }
            verdict.pass(stand.folder());
        }
    }

    private List<Poison> poisonsFor(Topic topic, Stand stand) {
        byte[] good;
        try (var values = AvroSerdes.serializer(TruckPositionReported.class, stand.serde())) {
            good = values.serialize(
                    BorderTopics.TRUCK_POSITION.name(),
                    TruckPositionReported.newBuilder()
                            .setEventTime(Instant.EPOCH)
                            .setLatitude(1)
                            .setLongitude(1)
                            .setSource("faults")
                            .build());
        }
        return Poison.oneOfEach(random, KEY, good, topic.cleanup() == Cleanup.DELETE);
    }

    private static void poison(Topic topic, List<Poison> poisons, Stand stand) {
        stand.note(poisons.size() + " kinds of poison on " + topic.name());
        for (int i = 0; i < poisons.size(); i++) {
            Poison poison = poisons.get(i);
            stand.load().sendRaw(topic.name(), i % 3, null, poison.key(), poison.value());
        }
    }

    /** Waits for as many letters as were sent, and looks at each. */
    private static List<String> awaitLetters(Topic topic, List<Poison> poisons, Stand stand) {
        Waiting.until(
                "dead letters of " + topic.name(),
                Tier.limit(60),
                () -> DeadLetters.read(stand).from(topic.name()).records().size() >= poisons.size());
        var letters = DeadLetters.read(stand).from(topic.name());
        return poisons.stream()
                .map(poison -> letters.fault(topic, poison))
                .flatMap(Optional::stream)
                .toList();
    }
}
