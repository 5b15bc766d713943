package io.bordergate.runtime;

import io.bordergate.contract.BorderTopics;
import io.bordergate.domain.site.Site;
import io.bordergate.metrics.GateMetrics;
import io.bordergate.topology.BorderGateTopology;
import io.bordergate.topology.TopologySettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** One instance of the product's topology, started and stopped as it should be. */
public final class GateStreams implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);

    private final Topology topology;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics kafkaMetrics;

    public GateStreams(AppConfig config, Site site, MeterRegistry registry) {
        this(config, site, new GateMetrics(registry), registry);
    }

    /** With meters that an instance before this one has shown its figures by. */
    GateStreams(AppConfig config, Site site, GateMetrics metrics, MeterRegistry registry) {
        Properties properties = StreamsSettings.of(config);
        var settings = new TopologySettings(
                config.clock(),
                InputPartitions.count(config),
                BorderTopics.GATE_LOAD.partitions().defaultCount(),
                Math.max(1, config.tracksInMemory() / config.threads()),
                config.forgetAfter(),
                StreamsSettings.serde(config),
                metrics);
        topology = new BorderGateTopology(site, settings, properties).build();
        streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(new FailurePolicy(Clock.systemUTC()));
        kafkaMetrics = new KafkaStreamsMetrics(streams);
        kafkaMetrics.bindTo(registry);
    }

    public void start() {
        streams.start();
    }

    public KafkaStreams.State state() {
        return streams.state();
    }

    public boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether it has given up, and only a new start helps. */
    public boolean hasFailed() {
        KafkaStreams.State state = streams.state();
        return state == KafkaStreams.State.ERROR || state == KafkaStreams.State.PENDING_ERROR;
    }

    /** The topology in words. */
    public String describe() {
        return topology.describe().toString();
    }

    /** Leaves the group: the others take over at once, and not when the session times out. */
    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_WITHIN));
        kafkaMetrics.close();
    }
}
