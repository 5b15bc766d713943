package io.bordergate.docs;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.metrics.GateMetrics;
import io.bordergate.runtime.AppConfig;
import io.bordergate.runtime.StreamsSettings;
import io.bordergate.sitefile.SiteFile;
import io.bordergate.topology.BorderGateTopology;
import io.bordergate.topology.TopologySettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** The topics that Kafka Streams makes for the shipped topology, worked out from the topology itself. */
final class InternalTopics {
    private InternalTopics() {}

    /** Each as name, partitions with the default counts, cleanup policy. */
    static List<List<String>> ofTheShippedTopology() throws IOException {
        List<List<String>> topics = new ArrayList<>();
        for (Subtopology part : description().subtopologies()) {
            Set<String> sources = sourcesOf(part);
            String partitions = Integer.toString(partitionsOf(sources));
            for (String store : storesOf(part)) {
                topics.add(List.of("border-gate-" + store + "-changelog", partitions, "compact"));
            }
            for (String source : sources) {
                if (!declared().containsKey(source)) {
                    topics.add(List.of("border-gate-" + source, partitions, "delete"));
                }
            }
        }
        return topics;
    }

    private static TopologyDescription description() throws IOException {
        var file = new Properties();
        file.put("border.bootstrap.servers", "127.0.0.1:9092");
        file.put("border.registry.url", "http://127.0.0.1:8081");
        file.put("border.state.dir", "unused");
        AppConfig config = AppConfig.from(file, Map.of());
        var site = SiteFile.parse(Files.readString(Document.TOP.resolve("deploy/site/lang-son.geojson")));
        var settings = new TopologySettings(
                config.clock(),
                1,
                BorderTopics.GATE_LOAD.partitions().defaultCount(),
                config.tracksInMemory(),
                config.forgetAfter(),
                StreamsSettings.serde(config),
                new GateMetrics(new SimpleMeterRegistry()));
        return new BorderGateTopology(site, settings, StreamsSettings.of(config))
                .build()
                .describe();
    }

    private static Set<String> sourcesOf(Subtopology part) {
        return part.nodes().stream()
                .filter(Source.class::isInstance)
                .flatMap(node -> ((Source) node).topicSet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> storesOf(Subtopology part) {
        return part.nodes().stream()
                .filter(Processor.class::isInstance)
                .flatMap(node -> ((Processor) node).stores().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A task for each partition of the widest source. */
    private static int partitionsOf(Set<String> sources) {
        return sources.stream()
                .mapToInt(source -> declared().containsKey(source)
                        ? declared().get(source).partitions().defaultCount()
                        : repartitioned(source))
                .max()
                .orElseThrow();
    }

    /** For yards, gates or trucks, or for the site as a whole. */
    private static int repartitioned(String topic) {
        if (topic.contains(".of-site-")) {
            return 1;
        }
        Topic like = topic.matches(".*by-(yard|gate)-.*") ? BorderTopics.YARD_OCCUPANCY : BorderTopics.TRUCK_TRIP;
        return like.partitions().defaultCount();
    }

    private static Map<String, Topic> declared() {
        return BorderTopics.all().stream().collect(Collectors.toMap(Topic::name, topic -> topic));
    }
}
