package io.bordergate.runtime;

import io.bordergate.metrics.GateMetrics;
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
import org.apache.kafka.common.errors.InterruptException;
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
    /** How often it looks for another site file. */
    private static final long LOOK_MILLIS = 5_000;

    private final AppConfig config;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final GateMetrics gateMetrics = new GateMetrics(metrics);
    private final HealthServer health;
    /** Of one thread after the other: who awaits the first site, then the watch. */
    private final SiteFeed feed;

    private final Thread siteWatch = new Thread(this::followSite, "site-watch");
    /** The one that the streams run with; null until they do, so that whatever keeps them from it is tried again. */
    private PublishedSite site;

    private volatile GateStreams streams;
    private volatile String waitingFor = "starting";
    private volatile boolean closed;

    public StreamsApp(AppConfig config) throws IOException {
        this.config = config;
        feed = new SiteFeed(config);
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

    /**
     * Serves health at once, and the streams as soon as there is a site file; returns when they run. When another site file is
     * published, the streams start anew with it, where they left off.
     */
    public void run() {
        health.start();
        LOG.info("health and metrics on http://{}:{}", config.httpHost(), health.port());
        PublishedSite found = awaitSite();
        if (found == null) {
            feed.close();
        } else {
            begin(found);
            siteWatch.setDaemon(true);
            siteWatch.start();
        }
    }

    private synchronized void begin(PublishedSite next) {
        if (closed) {
            return;
        }
        LOG.info(
                "site {}: {} zones, {} crossing lines",
                next.site().siteId(),
                next.site().zones().size(),
                next.site().lines().size());
        streams = new GateStreams(config, next.site(), gateMetrics, metrics);
        streams.start();
        site = next;
    }

    private void followSite() {
        while (!closed) {
            pause(LOOK_MILLIS);
            try {
                feed.findNewest()
                        .filter(next -> site == null || !next.isSameAs(site))
                        .ifPresent(this::change);
            } catch (InterruptException e) {
                closed = true;
            } catch (RuntimeException e) {
                // The broker or the registry is away: the next look tries again.
                LOG.warn("cannot take up another site file, trying again: {}", e.getMessage());
            }
        }
        // Whoever closes it has interrupted this thread; an interrupted one cannot close its consumer.
        Thread.interrupted();
        feed.close();
    }

    private void change(PublishedSite next) {
        LOG.info("another site file was published: the streams start anew with it");
        synchronized (this) {
            if (!closed) {
                site = null;
                streams.close();
            }
        }
        begin(next);
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
        siteWatch.interrupt();
        synchronized (this) {
            if (streams != null) {
                streams.close();
            }
        }
        health.close();
    }

    private PublishedSite awaitSite() {
        while (!closed) {
            try {
                Optional<PublishedSite> found = feed.findNewest();
                if (found.isPresent()) {
                    return found.get();
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
        pause(RETRY_MILLIS);
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
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
