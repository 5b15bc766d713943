package io.bordergate.sandbox.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.browser.Browser;
import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.serde.AvroSerdes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from an occupancy that can be read from the topic to the figure in a browser, while fixes flow through the
 * real topology. {@code -Dlatency.seconds=300} is for how long it is measured, {@code -Dlatency.speed} how fast time goes.
 */
@Timeout(1800)
@EnabledIfSystemProperty(
        named = "latency.seconds",
        matches = "\\d+",
        disabledReason = "a measurement: -Dlatency.seconds=300")
class BoardLatencyST {
    /** Notes when which figure of a yard came to stand in the page. */
    private static final String WATCH = """
        (() => {
          window.shown = [];
          const last = new Map();
          const look = () => {
            const now = Date.now();
            for (const [yard, selector] of Object.entries(%s)) {
              const text = document.querySelector(selector)?.textContent.replace(/\\D/g, "");
              if (text && last.get(yard) !== text) {
                last.set(yard, text);
                window.shown.push([yard, Number(text), now]);
              }
            }
          };
          new MutationObserver(look).observe(document.getElementById("gates"), {childList: true, subtree: true, characterData: true});
          look();
          return true;
        })()""";

    /** One figure of a yard, and when it could be read or was seen, in milliseconds of the machine's clock. */
    private record Sight(int trucks, long at) {}

    @TempDir
    Path folder;

    @Test
    void from_the_topic_to_the_page() throws Exception {
        assumeThat(Browser.findProgram()).as("a browser is installed").isPresent();
        Path profile = Files.createDirectory(folder.resolve("browser"));
        double speed = Double.parseDouble(System.getProperty("latency.speed", "300"));
        String scenario = System.getProperty("latency.scenario", "normal-day");
        try (var product = ProductInChild.start(folder.resolve("state"), scenario, speed);
                var browser = Browser.open(Browser.findProgram().orElseThrow(), profile)) {
            browser.width(1280);
            browser.go(product.page());
            browser.await("document.querySelectorAll('article.gate').length > 3");
            browser.await("[...document.querySelectorAll('.total strong')].some((one) => Number(one.textContent) > 0)");
            browser.value(WATCH.formatted(selectors(browser)));
            long fixes = fixes(product);
            Map<String, Deque<Sight>> readable = read(product);
            double perSecond = (fixes(product) - fixes) / (double) Long.getLong("latency.seconds");
            tell(delays(readable, browser.value("window.shown")), perSecond);
        }
    }

    /** Where in the page the figure of each yard stands. */
    private static String selectors(Browser browser) {
        return browser.value("""
            fetch("/api/v1/gates").then((answer) => answer.json()).then((board) => JSON.stringify(Object.fromEntries(
              board.gates.filter((gate) => gate.id !== null).flatMap((gate) => gate.yards.map((yard, i) =>
                [yard.id, `#gate-${gate.id} .yards li:nth-child(${i + 1}) .figure strong`])))))""").asText();
    }

    /** How many were sent so far, but for the marks of transactions. */
    private static long fixes(ProductInChild product) {
        try (var consumer =
                new KafkaConsumer<>(product.consumer(), new StringDeserializer(), new StringDeserializer())) {
            return consumer.endOffsets(partitions(consumer, BorderTopics.TRUCK_POSITION)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** The occupancy as it comes, for as long as is asked for. */
    private static Map<String, Deque<Sight>> read(ProductInChild product) {
        Map<String, Deque<Sight>> readable = new HashMap<>();
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("latency.seconds")).toNanos();
        try (var consumer = new KafkaConsumer<>(
                product.consumer(),
                new StringDeserializer(),
                AvroSerdes.deserializer(YardOccupancyChanged.class, product.serde()))) {
            List<TopicPartition> partitions = partitions(consumer, BorderTopics.YARD_OCCUPANCY);
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (System.nanoTime() < end) {
                var records = consumer.poll(Duration.ofMillis(100));
                long now = System.currentTimeMillis();
                for (ConsumerRecord<String, YardOccupancyChanged> record : records) {
                    int trucks =
                            record.value().getConfirmedTrucks() + record.value().getUncertainTrucks();
                    readable.computeIfAbsent(record.key(), yard -> new ArrayDeque<>())
                            .add(new Sight(trucks, now));
                }
            }
        }
        return readable;
    }

    /**
     * Of each figure that could be read: how long until it, or one that came after it, was seen. What was taken back before it
     * was seen is not counted: there was nothing to see.
     */
    private static List<Long> delays(Map<String, Deque<Sight>> readable, JsonNode shown) {
        List<Long> delays = new ArrayList<>();
        Map<String, Integer> standing = new HashMap<>();
        for (JsonNode one : shown) {
            String yard = one.path(0).asText();
            var seen = new Sight(one.path(1).asInt(), one.path(2).asLong());
            List<Sight> told = until(seen, readable.getOrDefault(yard, new ArrayDeque<>()));
            int from = trucks(told).lastIndexOf(standing.getOrDefault(yard, -1)) + 1;
            told.subList(from, told.size()).forEach(record -> delays.add(Math.max(0, seen.at - record.at)));
            standing.put(yard, seen.trucks);
        }
        return delays;
    }

    /** Takes away what came up to what is seen; nothing if that had not come. */
    private static List<Sight> until(Sight seen, Deque<Sight> waiting) {
        // The dashboard may read a record some milliseconds before this test does.
        List<Sight> before =
                waiting.stream().filter(record -> record.at <= seen.at + 50).toList();
        List<Sight> told = new ArrayList<>(before.subList(0, trucks(before).lastIndexOf(seen.trucks) + 1));
        told.forEach(record -> waiting.remove());
        return told;
    }

    private static List<Integer> trucks(List<Sight> sights) {
        return sights.stream().map(Sight::trucks).toList();
    }

    private static void tell(List<Long> delays, double perSecond) {
        List<Long> sorted = delays.stream().sorted().toList();
        assertThat(sorted).as("changes that were seen").hasSizeGreaterThan(50);
        System.out.printf(
                Locale.ROOT,
                "%.0f fixes a second; %d changes of occupancy: from the topic to the page median %d ms, p99 %d ms, most %d ms%n",
                perSecond,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                sorted.get(sorted.size() - 1));
    }
}
