package io.bordergate.sandbox.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bordergate.browser.Browser;
import io.bordergate.contract.BorderTopics;
import io.bordergate.sandbox.GateHome;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The board of the running product in a real browser: within seconds its figures live, and an alert comes up on it. With
 * {@code -DwriteScreenshots=true} it takes the pictures of the documentation.
 */
@Timeout(900)
class BoardInBrowserST {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    @Test
    void lives_and_shows_an_alert() throws Exception {
        assumeThat(Browser.findProgram()).as("a browser is installed").isPresent();
        Path profile = Files.createDirectory(folder.resolve("browser"));
        // A quarter of an hour in eight seconds; three gates have more trucks than their yards hold.
        try (var product = ProductInChild.start(folder.resolve("state"), "worst-december", 120);
                var browser = Browser.open(Browser.findProgram().orElseThrow(), profile)) {
            browser.width(1280);
            browser.go(product.page());
            browser.await("document.querySelectorAll('article.gate').length > 3");
            browser.await("[...document.querySelectorAll('.total strong')].some((one) => Number(one.textContent) > 0)");
            String before = text(browser, "board-time");
            browser.await("document.getElementById('board-time').textContent !== '" + before + "'");
            assertThat(text(browser, "notices")).isEmpty();

            await(browser, "document.querySelectorAll('#alert-list li').length > 0");
            assertThat(browser.value("document.querySelector('article.gate').className")
                            .asText())
                    .containsAnyOf("busy", "congested", "critical");
            assertThat(browser.complaints).isEmpty();
            if (Boolean.getBoolean("writeScreenshots")) {
                takePictures(product, browser);
            }
        }
    }

    private static void takePictures(ProductInChild product, Browser browser) throws IOException {
        await(browser, "document.querySelectorAll('article.gate.critical .advice li').length > 0");
        write(browser, "board-en-light-1280", 1280, 1000);
        browser.dark(true);
        write(browser, "board-en-dark-2560", 2560, 1200);
        browser.value("document.getElementById('language').click()");
        write(browser, "board-vi-dark-360", 360, 1100);
        browser.dark(false);
        write(browser, "board-vi-light-1280", 1280, 1000);
        browser.value("document.getElementById('language').click()");
        browser.go(product.page() + "?map#map/tan-thanh");
        browser.await("document.querySelectorAll('#map-trucks li').length > 0");
        write(browser, "map-en-light-1280", 1280, 1000);
        browser.go(product.page() + "?yard#yard/bao-nguyen");
        browser.await("document.querySelectorAll('#yard-trucks li').length > 0");
        write(browser, "yard-en-light-1280", 1280, 1000);
        browser.go(product.page() + "?trip#trip/" + URLEncoder.encode(fullestTrip(product), StandardCharsets.UTF_8));
        browser.await("document.querySelectorAll('.flows .row').length > 0");
        write(browser, "trip-en-light-1280", 1280, 1100);
    }

    private static void write(Browser browser, String name, int width, int height) throws IOException {
        browser.width(width);
        browser.await("document.querySelectorAll('article.gate').length > 3");
        Path folder = Files.createDirectories(GateHome.find().top().resolve("docs/images"));
        Files.write(folder.resolve(name + ".png"), browser.picture(width, height));
    }

    /** Of the trip of which most is known. */
    private static String fullestTrip(ProductInChild product) {
        try (var consumer =
                new KafkaConsumer<>(product.consumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(BorderTopics.TRUCK_TRIP.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            String fullest = null;
            int most = 0;
            var records = consumer.poll(Duration.ofSeconds(5));
            for (ConsumerRecord<String, byte[]> record : records) {
                // A machine need not have letters for Chinese plates.
                boolean readable = record.key().startsWith("VN:");
                if (readable && record.value() != null && record.value().length > most) {
                    most = record.value().length;
                    fullest = record.key();
                }
            }
            return fullest;
        }
    }

    /** For what takes longer than a page does. */
    static void await(Browser browser, String condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!browser.value(condition).asBoolean()) {
            assertThat(System.nanoTime()).as(condition).isLessThan(deadline);
            LockSupport.parkNanos(200_000_000);
        }
    }

    private static String text(Browser browser, String id) {
        return browser.value("document.getElementById('" + id + "').textContent")
                .asText();
    }
}
