package io.bordergate.sandbox.faults;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One of the brokers of a {@link Cluster}, controller too, in a process of its own. Arguments: its folder, its number from 1,
 * the clients' ports of all brokers, the controllers' ports of all, each list with commas.
 */
final class BrokerInChild {
    private static final String HOST = "127.0.0.1";
    private static final String CLUSTER = "Ym9yZGVyLWdhdGUtZmF1bA";

    private BrokerInChild() {}

    public static void main(String[] args) throws Exception {
        String folder = args[0];
        int node = Integer.parseInt(args[1]);
        List<String> clients = List.of(args[2].split(",", -1));
        List<String> controllers = List.of(args[3].split(",", -1));
        format(folder, node);
        var server = new KafkaRaftServer(new KafkaConfig(settings(folder, node, clients, controllers)), Time.SYSTEM);
        server.startup();
        System.out.println("started " + node);
        // Ends when the test does, if the test has not ended it before.
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(0);
    }

    private static void format(String folder, int node) throws Exception {
        new Formatter()
                .setClusterId(CLUSTER)
                .setNodeId(node)
                .setControllerListenerName("CONTROLLER")
                .setDirectories(List.of(folder))
                .setMetadataLogDirectory(folder)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static Properties settings(String folder, int node, List<String> clients, List<String> controllers) {
        var settings = new Properties();
        String client = "CLIENT://" + HOST + ":" + clients.get(node - 1);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(node));
        settings.put("controller.quorum.voters", voters(controllers));
        settings.put("listeners", client + ",CONTROLLER://" + HOST + ":" + controllers.get(node - 1));
        settings.put("advertised.listeners", client);
        settings.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", folder);
        settings.put("auto.create.topics.enable", "false");
        durable(settings);
        quick(settings);
        return settings;
    }

    private static String voters(List<String> controllers) {
        return IntStream.range(0, controllers.size())
                .mapToObj(i -> (i + 1) + "@" + HOST + ":" + controllers.get(i))
                .collect(Collectors.joining(","));
    }

    /** As a production cluster should be: three copies, two of which must have what is acknowledged. */
    private static void durable(Properties settings) {
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".num.partitions", "4");
            settings.put(topic + ".replication.factor", "3");
        }
        settings.put("transaction.state.log.min.isr", "2");
        settings.put("share.coordinator.state.topic.min.isr", "2");
        settings.put("default.replication.factor", "3");
        settings.put("min.insync.replicas", "2");
        settings.put("unclean.leader.election.enable", "false");
        // The load carries times of up to two days ago, and a restarted broker forgets producers by their records'
        // times.
        settings.put("producer.id.expiration.ms", Integer.toString(Integer.MAX_VALUE));
    }

    private static void quick(Properties settings) {
        // As in the sandbox's own broker, see there.
        settings.put("add.partitions.to.txn.retry.backoff.max.ms", "1000");
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 * 1024 * 1024));
    }
}
