package io.bordergate.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.metrics.GateMetrics;
import io.bordergate.runtime.AppConfig;
import io.bordergate.runtime.StreamsSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The topology changes on purpose only: its names are those of internal topics, stores and metrics. A change that keeps all
 * store and repartition names can be rolled out as it is; any other needs the application drained and its internal topics
 * reset. To accept a change, run with {@code -DupdateTopology=true} and read the difference.
 */
class BorderGateTopologyTest {
    private static final Path EXPECTED = Path.of("src/test/resources/expected-topology.txt");

    @Test
    void isAsItIsWrittenDown() throws IOException {
        String actual = describe();
        if (Boolean.getBoolean("updateTopology")) {
            Files.writeString(EXPECTED, actual);
        }

        assertThat(actual)
                .as("the topology has changed; if on purpose: mvn -pl streams-app test -DargLine=-DupdateTopology=true")
                .isEqualTo(Files.readString(EXPECTED));
    }

    @Test
    void namesEveryNodeStoreAndInternalTopic() {
        // What Kafka Streams names by itself carries a running number.
        assertThat(describe()).doesNotContainPattern("-\\d{10}").doesNotContain("KSTREAM-");
        assertThat(nodes()).allMatch(node -> node.matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)*"));
    }

    @Test
    void readsAndWritesOnlyDeclaredTopics() {
        List<String> declared = BorderTopics.all().stream().map(Topic::name).toList();

        assertThat(found("topics?: \\[?([a-z.-]+)\\]?"))
                .isNotEmpty()
                .allMatch(topic -> declared.contains(topic)
                        || topic.equals("occupancy.by-yard-repartition")
                        || topic.equals("trips.by-truck-repartition")
                        || topic.equals("gates.by-gate-repartition")
                        || topic.equals("advice.of-site-repartition"));
    }

    @Test
    void needsNoRegistryToBeBuilt() {
        assertThat(describe()).contains("ingest-border.truck.position");
    }

    private static List<String> nodes() {
        return found("(?:Source|Processor|Sink): ([^ ]+) ").stream()
                .map(node -> node.replaceFirst("-(source|sink|filter)$", ""))
                .toList();
    }

    private static List<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(describe())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String describe() {
        var file = new Properties();
        file.put("border.bootstrap.servers", "127.0.0.1:9092");
        file.put("border.registry.url", "http://127.0.0.1:1");
        file.put("border.state.dir", "state");
        AppConfig config = AppConfig.from(file, Map.of());
        var settings = new TopologySettings(
                config.clock(),
                1,
                1,
                config.tracksInMemory(),
                Duration.ofDays(2),
                StreamsSettings.serde(config),
                new GateMetrics(new SimpleMeterRegistry()));
        return inOrder(new BorderGateTopology(GateBench.SITE, settings, StreamsSettings.of(config))
                .build()
                .describe()
                .toString());
    }

    /** Stores of a node and nodes before and after it are sets: their order says nothing. */
    private static String inOrder(String description) {
        return Pattern.compile("(?<=stores: \\[|--> |<-- )[^\\]\n]+")
                .matcher(description)
                .replaceAll(
                        list -> Stream.of(list.group().split(", ", -1)).sorted().collect(Collectors.joining(", ")));
    }
}
