package io.bordergate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bordergate.browser.Browser;
import io.bordergate.contract.BorderTopics;
import io.bordergate.dashboard.DashboardApp;
import io.bordergate.dashboard.DashboardConfig;
import io.bordergate.event.SitePublished;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.serde.SchemaRegistryClient;
import io.bordergate.serde.SerdeConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dashboards beside a real broker that comes late, goes and comes back. */
@Timeout(300)
class DashboardsIT {
    private static final Instant NOON = Instant.parse("2026-05-03T05:00:00Z");
    private static final int STREAMS = 500;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private final int port = Ports.free();
    private final Map<String, Object> serde =
            Map.of(SerdeConfig.URL, SharedPlatform.get().registry().url(), SerdeConfig.AUTO_REGISTER, false);
    private ChildJvm broker;

    @BeforeEach
    void start() throws Exception {
        TopicProvisioner.registerSchemas(SchemaRegistryClient.shared(serde));
        startBroker();
    }

    @AfterEach
    void stop() throws Exception {
        broker.kill();
    }

    @Test
    void two_copies_are_ready_when_they_know_all_and_say_the_same() throws Exception {
        try (var first = dashboard(0)) {
            assertThat(get(first, "/ready").statusCode()).isEqualTo(503);
            publishDay();
            until("the first is ready", () -> status(first, "/ready") == 200);
            assertThat(confirmed(first)).isEqualTo(77);
            try (var second = dashboard(0)) {
                until("the second is ready", () -> status(second, "/ready") == 200);
                assertThat(json(second).path("gates")).isEqualTo(json(first).path("gates"));
                assertThat(etag(second, "/api/v1/daily.csv")).isEqualTo(etag(first, "/api/v1/daily.csv"));

                publishTrucks(78);
                until("both show the newest", () -> confirmed(first) == 78 && confirmed(second) == 78);
            }
            try (var admin = Brokers.admin(address())) {
                assertThat(Brokers.answer(admin.listGroups().all())).isEmpty();
            }
        }
    }

    @Test
    void a_broker_that_goes_is_told_and_one_that_comes_back_heals_500_streams_and_the_page() throws Exception {
        assumeThat(Browser.findProgram()).as("a browser is installed").isPresent();
        publishDay();
        Path profile = Files.createDirectory(folder.resolve("browser"));
        try (var app = dashboard(0);
                var browser = Browser.open(Browser.findProgram().orElseThrow(), profile)) {
            until("it is ready", () -> status(app, "/ready") == 200);
            var seen = new AtomicInteger();
            for (int i = 0; i < STREAMS; i++) {
                follow(app, seen);
            }
            browser.go(page(app));
            browser.await("document.querySelector('.total strong')?.textContent === '77'");
            until("all streams are open", () -> open(app) == STREAMS + 1);

            broker.kill();
            browser.await("document.body.classList.contains('outdated')");
            browser.await("document.getElementById('notices').textContent.length > 10");
            assertThat(browser.value("document.querySelector('.total strong').textContent")
                            .asText())
                    .isEqualTo("77");
            assertThat(status(app, "/health")).isEqualTo(200);

            startBroker();
            publishTrucks(79);
            browser.await("document.querySelector('.total strong').textContent === '79'");
            browser.await("!document.body.classList.contains('outdated')");
            until("every stream has told it", () -> seen.get() == STREAMS);
            assertThat(open(app)).isEqualTo(STREAMS + 1);
        }
    }

    @Test
    void a_page_heals_when_its_dashboard_comes_back() throws Exception {
        assumeThat(Browser.findProgram()).as("a browser is installed").isPresent();
        publishDay();
        int served;
        Path profile = Files.createDirectory(folder.resolve("browser"));
        try (var browser = Browser.open(Browser.findProgram().orElseThrow(), profile)) {
            try (var app = dashboard(0)) {
                served = app.port();
                browser.go(page(app));
                browser.await("document.querySelector('.total strong')?.textContent === '77'");
            }
            browser.await("document.body.classList.contains('outdated')");
            publishTrucks(80);
            try (var again = dashboard(served)) {
                browser.await("document.querySelector('.total strong').textContent === '80'");
                browser.await("!document.body.classList.contains('outdated')");
                assertThat(open(again)).isEqualTo(1);
            }
        }
    }

    private void startBroker() throws Exception {
        broker = ChildJvm.start(BrokerInChild.class, folder.resolve("broker").toString(), Integer.toString(port));
        broker.awaitLine("started");
    }

    private DashboardApp dashboard(int at) {
        return DashboardApp.start(
                new DashboardConfig(address(), SharedPlatform.get().registry().url(), "lang-son", "127.0.0.1", at));
    }

    private String address() {
        return "127.0.0.1:" + port;
    }

    /** Makes the topics, and puts the site and a figure into them. */
    private void publishDay() throws Exception {
        try (var admin = Brokers.admin(address())) {
            new TopicProvisioner(admin, TopicPlan.sandbox(2)).createTopics();
        }
        String site = Files.readString(GateHome.find().top().resolve("deploy/site/lang-son.geojson"));
        publish(BorderTopics.SITE.name(), "lang-son", new SitePublished("lang-son", site), SitePublished.class);
        publishTrucks(77);
    }

    private static YardOccupancyChanged occupancy(int trucks) {
        return YardOccupancyChanged.newBuilder()
                .setYardId("xuan-cuong")
                .setGateId("huu-nghi")
                .setConfirmedTrucks(trucks)
                .setUncertainTrucks(0)
                .setAsOf(NOON.plusSeconds(trucks))
                .build();
    }

    private void publishTrucks(int trucks) throws Exception {
        publish(BorderTopics.YARD_OCCUPANCY.name(), "xuan-cuong", occupancy(trucks), YardOccupancyChanged.class);
    }

    private <T extends SpecificRecord> void publish(String topic, String key, T value, Class<T> type) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address(), "acks", "all"),
                new StringSerializer(),
                AvroSerdes.serializer(type, serde))) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    /** Reads a stream in the background, and counts it once it has told of 79 trucks. */
    private static void follow(DashboardApp app, AtomicInteger seen) {
        var request = HttpRequest.newBuilder(URI.create(page(app) + "api/v1/stream"))
                .header("Accept", "text/event-stream")
                .build();
        var unused = HTTP.sendAsync(request, BodyHandlers.ofLines())
                .thenAcceptAsync(
                        answer -> {
                            if (answer.body().anyMatch(line -> line.contains("/confirmed\",\"value\":79"))) {
                                seen.incrementAndGet();
                            }
                        },
                        task -> {
                            var thread = new Thread(task);
                            thread.setDaemon(true);
                            thread.start();
                        });
    }

    private static int open(DashboardApp app) {
        return read(app, "/health").at("/streams/open").asInt();
    }

    private static int confirmed(DashboardApp app) {
        for (JsonNode gate : json(app).path("gates")) {
            for (JsonNode yard : gate.path("yards")) {
                if (yard.path("id").asText().equals("xuan-cuong")) {
                    return yard.path("confirmed").asInt();
                }
            }
        }
        return -1;
    }

    private static JsonNode json(DashboardApp app) {
        return read(app, "/api/v1/gates");
    }

    private static String etag(DashboardApp app, String path) {
        return get(app, path).headers().firstValue("ETag").orElseThrow();
    }

    private static int status(DashboardApp app, String path) {
        return get(app, path).statusCode();
    }

    private static JsonNode read(DashboardApp app, String path) {
        try {
            return JSON.readTree(get(app, path).body());
        } catch (IOException e) {
            throw new AssertionError("no JSON at " + path, e);
        }
    }

    private static HttpResponse<String> get(DashboardApp app, String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(page(app).replaceFirst("/$", path)))
                    .build();
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer at " + path, e);
        }
    }

    private static String page(DashboardApp app) {
        return "http://127.0.0.1:" + app.port() + "/";
    }

    private static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }
}
