package io.bordergate.runtime;

import io.bordergate.domain.site.Site;
import io.bordergate.serde.SerdeFailures;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application from its start to its end: configuration, health, site, streams. Not ready, and trying again, while the
 * broker or the registry is away or no site file has been published.
 */
public final class StreamsApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
    private static final long RETRY_MILLIS = 2_000;

    private final AppConfig config;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HealthServer health;
    private volatile GateStreams streams;
    private volatile String waitingFor = "starting";
    private volatile boolean closed;

    public StreamsApp(AppConfig config) throws IOException {
        this.config = config;
        new JvmMemoryMetrics().bindTo(metrics);
        health = new HealthServer(config.httpHost(), config.httpPort())
                .serve("/health", this::alive)
                .serve("/ready", this::ready)
                .serve("/metrics", () -> new HealthServer.Answer(true, metrics.scrape()))
                .serve("/topology", () -> new HealthServer.Answer(true, streams == null ? "" : streams.describe()));
    }

    public static void main(String[] args) {
        try {
            var app = new StreamsApp(AppConfig.from(propertiesFile(System.getenv("BORDER_CONFIG")), System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
            app.run();
        } catch (AppConfig.BadConfigException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException | RuntimeException e) {
            LOG.error("cannot start", e);
            System.err.println("cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Serves health at once, and the streams as soon as there is a site file; returns when they run. */
    public void run() {
        health.start();
        LOG.info("health and metrics on http://{}:{}", config.httpHost(), health.port());
        Site site = awaitSite();
        if (site != null) {
            LOG.info(
                    "site {}: {} zones, {} crossing lines",
                    site.siteId(),
                    site.zones().size(),
                    site.lines().size());
            streams = new GateStreams(config, site, metrics);
            streams.start();
        }
    }

    public boolean isReady() {
        return streams != null && streams.isReady();
    }

    /** Whether the streams have given up, and only a new start helps. */
    public boolean hasFailed() {
        return streams != null && streams.hasFailed();
    }

    @Override
    public void close() {
        closed = true;
        if (streams != null) {
            streams.close();
        }
        health.close();
    }

    private Site awaitSite() {
        var feed = new SiteFeed(config);
        while (!closed) {
            try {
                Optional<Site> site = feed.findNewest();
                if (site.isPresent()) {
                    return site.get();
                }
                waitFor("a site file for '" + config.siteId() + "' on border.site");
            } catch (RuntimeException e) {
                if (!(e instanceof RetriableException) && !SerdeFailures.isTransient(e)) {
                    throw e;
                }
                waitFor(e.getMessage());
            }
        }
        return null;
    }

    private void waitFor(String what) {
        if (!what.equals(waitingFor)) {
            LOG.warn("not ready, trying again: {}", what);
        }
        waitingFor = what;
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private HealthServer.Answer alive() {
        boolean failed = hasFailed();
        return new HealthServer.Answer(!failed, failed ? "streams have stopped after a failure\n" : "alive\n");
    }

    private HealthServer.Answer ready() {
        String state =
                streams == null ? "waiting for " + waitingFor : streams.state().toString();
        return new HealthServer.Answer(isReady(), state + "\n");
    }

    private static Properties propertiesFile(String file) throws IOException {
        var properties = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                properties.load(reader);
            }
        }
        return properties;
    }
}
