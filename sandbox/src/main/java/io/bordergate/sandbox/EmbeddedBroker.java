package io.bordergate.sandbox;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker in this process: one KRaft node on the loopback address that keeps its data in a folder, so the
 * same folder started again holds the same records. The only file that touches Kafka's server classes. Close it once,
 * from any thread.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int NODE = 1;

    /** Always the same: a folder that was formatted with another cluster's id is refused. */
    private static final String CLUSTER = "Ym9yZGVyLWdhdGUta3JhZg";

    private final KafkaRaftServer server;
    private final int port;
    private final FolderLock lock;

    private EmbeddedBroker(KafkaRaftServer server, int port, FolderLock lock) {
        this.server = server;
        this.port = port;
        this.lock = lock;
    }

    /**
     * Starts a broker and returns when it serves.
     *
     * @param data folder of this broker alone; made if it is missing
     * @param port where clients connect, 0 for a free one
     */
    public static EmbeddedBroker start(Path data, int port) {
        int clientPort = Ports.orFree(port, "the broker", "stop its user or choose another port");
        var lock = FolderLock.take(data, "the broker");
        try {
            String folder = data.toAbsolutePath().toString();
            format(folder);
            var server = new KafkaRaftServer(new KafkaConfig(settings(folder, clientPort, Ports.free())), Time.SYSTEM);
            startOrStop(server);
            return new EmbeddedBroker(server, clientPort, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw new GateException("the broker does not start on " + data + ": " + e.getMessage(), e);
        }
    }

    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    private static void startOrStop(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    private static void format(String folder) {
        try {
            new Formatter()
                    .setClusterId(CLUSTER)
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setDirectories(List.of(folder))
                    .setMetadataLogDirectory(folder)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("cannot format the folder: " + e.getMessage(), e);
        }
    }

    private static Properties settings(String folder, int clientPort, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
        settings.put(
                "listeners", "CLIENT://" + HOST + ":" + clientPort + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", "CLIENT://" + HOST + ":" + clientPort);
        settings.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", folder);
        settings.put("auto.create.topics.enable", "false");
        oneNode(settings);
        oldTimestamps(settings);
        quickAndSmall(settings);
        return settings;
    }

    private static void oneNode(Properties settings) {
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".num.partitions", "4");
            settings.put(topic + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
    }

    /** Recorded and simulated records carry their own time, years back or ahead of the wall clock. */
    private static void oldTimestamps(Properties settings) {
        // A broker forgets a producer whose records are old, and then refuses its next one: it must not look.
        settings.put("producer.id.expiration.check.interval.ms", Integer.toString(Integer.MAX_VALUE));
        settings.put("log.message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE));
        settings.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    }

    private static void quickAndSmall(Properties settings) {
        // The end of a transaction is written to all of its partitions in a moment: what the next one sends first waits
        // for that
        // here, instead of being refused and sent again a tenth of a second later (KAFKA-20000).
        settings.put("add.partitions.to.txn.retry.backoff.max.ms", "1000");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // How far the feeds have been carried must be known also after a long pause.
        settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
        settings.put("group.min.session.timeout.ms", "1000");
        settings.put("group.max.session.timeout.ms", "1800000");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
        // A restart must not wait for the session of the process before it.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }
}
