package io.bordergate.sandbox.faults;

import io.bordergate.sandbox.Brokers;
import io.bordergate.sandbox.ChildJvm;
import io.bordergate.sandbox.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Three brokers, each a process that can be killed, paused and started again on its folder; every topic has three copies, two
 * of which must have what is acknowledged. Brokers are numbered from 1. Not thread-safe.
 */
final class Cluster implements AutoCloseable {
    static final int SIZE = 3;
    private static final Duration PATIENCE = Tier.limit(90);

    private final Path folder;
    private final List<Integer> clientPorts;
    private final List<Integer> controllerPorts;
    private final ChildJvm[] brokers = new ChildJvm[SIZE];
    private final Admin admin;

    private Cluster(Path folder) {
        this.folder = folder;
        List<Integer> ports = freePorts(2 * SIZE);
        this.clientPorts = ports.subList(0, SIZE);
        this.controllerPorts = ports.subList(SIZE, 2 * SIZE);
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers(), "default.api.timeout.ms", 90_000));
    }

    /** Starts all and returns when all serve. */
    static Cluster start(Path folder) throws IOException {
        var cluster = new Cluster(folder);
        for (int node = 1; node <= SIZE; node++) {
            cluster.launch(node);
        }
        for (ChildJvm broker : cluster.brokers) {
            broker.awaitLine("started");
        }
        cluster.awaitAllThere();
        return cluster;
    }

    String bootstrapServers() {
        return clientPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    Admin admin() {
        return admin;
    }

    /** As kill -9. */
    void kill(int node) throws InterruptedException {
        brokers[node - 1].kill();
    }

    /** On the folder it had; returns when it is in step with the others in every partition. */
    void restart(int node) throws IOException {
        launch(node);
        brokers[node - 1].awaitLine("started");
        awaitAllInSync();
    }

    /** As a machine that hangs: it keeps its connections and answers nobody. */
    void pause(int node) throws IOException, InterruptedException {
        brokers[node - 1].signal("STOP");
    }

    void resume(int node) throws IOException, InterruptedException {
        brokers[node - 1].signal("CONT");
        awaitAllInSync();
    }

    int leaderOf(String topic, int partition) {
        return describe(List.of(topic))
                .get(topic)
                .partitions()
                .get(partition)
                .leader()
                .id();
    }

    /** Which broker leads the quorum of controllers. */
    int controller() {
        return Brokers.answer(admin.describeMetadataQuorum().quorumInfo()).leaderId();
    }

    int groupCoordinator(String group) {
        return Brokers.answer(admin.describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .get(group))
                .coordinator()
                .id();
    }

    /** Of the first partition of the transactions. */
    int transactionCoordinator() {
        return leaderOf("__transaction_state", 0);
    }

    /** Deletes every topic but the brokers' own. */
    void deleteTopics() {
        Set<String> ours = Brokers.answer(admin.listTopics().names());
        Brokers.answer(admin.deleteTopics(ours).all());
        await(
                "topics to be deleted",
                () -> Brokers.answer(admin.listTopics().names()).isEmpty());
    }

    /** All copies of all partitions are complete. */
    void awaitAllInSync() {
        await("all copies to be complete", () -> {
            Set<String> names = Brokers.answer(admin.listTopics().names());
            return describe(names).values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.isr().size() == SIZE);
        });
    }

    /** The processes end with kill -9: nobody needs their data any more. */
    @Override
    public void close() {
        admin.close(Duration.ZERO);
        Arrays.stream(brokers).parallel().forEach(broker -> {
            try {
                broker.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Map<String, TopicDescription> describe(Iterable<String> topics) {
        List<String> names = new ArrayList<>();
        topics.forEach(names::add);
        return Brokers.answer(admin.describeTopics(names).allTopicNames());
    }

    private void awaitAllThere() {
        await(
                "three brokers",
                () -> Brokers.answer(admin.describeCluster().nodes()).size() == SIZE);
    }

    private void launch(int node) throws IOException {
        brokers[node - 1] = ChildJvm.start(
                List.of("-Dgate.logs=" + folder.toAbsolutePath().resolve("logs"), "-Dgate.command=broker-" + node),
                BrokerInChild.class,
                folder.resolve("broker-" + node).toAbsolutePath().toString(),
                Integer.toString(node),
                joined(clientPorts),
                joined(controllerPorts));
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, PATIENCE, condition);
    }

    private static String joined(List<Integer> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Integer> freePorts(int count) {
        List<Integer> ports =
                IntStream.range(0, count).mapToObj(i -> Ports.free()).distinct().toList();
        return ports.size() == count ? ports : freePorts(count);
    }
}
