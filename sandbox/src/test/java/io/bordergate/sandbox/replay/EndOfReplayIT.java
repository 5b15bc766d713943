package io.bordergate.sandbox.replay;

import static io.bordergate.contract.BorderTopics.TRIP_DISCREPANCY;
import static io.bordergate.event.DiscrepancyKind.NO_SHOW;
import static io.bordergate.event.DiscrepancyKind.WRONG_YARD;
import static io.bordergate.sandbox.replay.Trips.discrepancy;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.DiscrepancyStatus;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.sandbox.Brokers;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Platform;
import io.bordergate.sandbox.TopicPlan;
import io.bordergate.serde.AvroSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay knows of its end: nothing left to do, nothing hidden, and then the newest of every id, by a real broker. */
class EndOfReplayIT {
    private static final List<TripDiscrepancyChanged> SENT = List.of(
            discrepancy("t", NO_SHOW).build(),
            discrepancy("t", WRONG_YARD).build(),
            discrepancy("t", NO_SHOW)
                    .setRevision(2)
                    .setStatus(DiscrepancyStatus.CLOSED)
                    .setClosedAt(Trips.NOON)
                    .build());

    @TempDir
    Path folder;

    @Test
    void seesWhatIsLeftAndReadsWhatIsCommitted() {
        var place = new Platform.Place(
                folder.resolve("broker"), folder.resolve("registry"), folder.resolve("registry.log"), 0, 0);
        try (var platform = Platform.start(
                        GateHome.find().registryDistribution(), place, TopicPlan.sandbox(2), step -> {});
                var admin = Brokers.admin(platform.bootstrapServers());
                var producer = producer(platform)) {
            var remains = new Remains(admin, "app");
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, platform);

            assertThat(remains.inOpenTransactions(List.of(TRIP_DISCREPANCY))).isEqualTo(3);
            assertThat(Outcome.read(platform).discrepancies()).isEmpty();

            producer.commitTransaction();
            awaitNone(remains);
            assertThat(Outcome.read(platform).discrepancies()).containsExactlyInAnyOrder(SENT.get(1), SENT.get(2));

            countsWhatTheGroupHasNotCommitted(admin, producer, remains);
        }
    }

    private static void countsWhatTheGroupHasNotCommitted(
            Admin admin, KafkaProducer<String, byte[]> producer, Remains remains) {
        assertThat(remains.uncommitted()).isZero();
        int partition = producer.partitionsFor(TRIP_DISCREPANCY.name()).size() - 1;
        commit(admin, partition, 0);
        // Three records and the mark of the transaction lie in one of the two partitions.
        assertThat(remains.uncommitted()).isEqualTo(4);

        Brokers.answer(admin.createTopics(List.of(new NewTopic("app-by-truck-repartition", 1, (short) 1)))
                .all());
        producer.beginTransaction();
        var unused = producer.send(new ProducerRecord<>("app-by-truck-repartition", "k", new byte[1]));
        producer.flush();
        assertThat(remains.uncommitted()).isEqualTo(5);
        producer.abortTransaction();
    }

    private static void awaitNone(Remains remains) {
        var patience = new Patience(() -> false, words -> {}, Duration.ofSeconds(20));
        patience.await(
                () -> remains.inOpenTransactions(List.of(TRIP_DISCREPANCY)), open -> open == 0, open -> open + " open");
    }

    private static void commit(Admin admin, int partition, long offset) {
        var offsets = Map.of(new TopicPartition(TRIP_DISCREPANCY.name(), partition), new OffsetAndMetadata(offset));
        Brokers.answer(admin.alterConsumerGroupOffsets("app", offsets).all());
    }

    private static KafkaProducer<String, byte[]> producer(Platform platform) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "transactional.id", "end-of-replay"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static void send(KafkaProducer<String, byte[]> producer, Platform platform) {
        try (var values = AvroSerdes.serializer(TripDiscrepancyChanged.class, platform.serde())) {
            for (TripDiscrepancyChanged discrepancy : SENT) {
                var unused = producer.send(new ProducerRecord<>(
                        TRIP_DISCREPANCY.name(),
                        discrepancy.getTripId(),
                        values.serialize(TRIP_DISCREPANCY.name(), discrepancy)));
            }
        }
        producer.flush();
    }
}
