package io.bordergate.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real schema registry (Apicurio, Confluent's API) as a child process on the loopback address. Its schemas and their
 * ids are kept in a folder, also after a crash; the child does not outlive this process. Close it once, from any thread.
 */
public final class RegistryProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";

    /**
     * The terminal sends Ctrl-C to every process in the foreground. The registry must be there until those who use it
     * have closed, so it ignores that and waits for {@link #close()}.
     */
    private static final String DEAF_TO_TERMINAL = "trap '' INT HUP; exec \"$@\"";

    private final Process process;
    private final int port;
    private final Path log;

    private RegistryProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts a registry; it serves when {@link #awaitReady()} returns, several seconds later.
     *
     * @param distribution the unpacked registry
     * @param data folder of this registry alone; made if it is missing
     * @param log file that its output is added to
     * @param port where it serves, 0 for a free one
     */
    public static RegistryProcess launch(Path distribution, Path data, Path log, int port) {
        int httpPort = Ports.orFree(port, "the schema registry", "stop its user or choose another port");
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.toAbsolutePath().getParent());
            var output = ProcessBuilder.Redirect.appendTo(log.toFile());
            // The working directory is the data folder: the database's address can then do without a path, in which
            // some characters would have a meaning.
            Process process = new ProcessBuilder(command(distribution, httpPort))
                    .directory(data.toFile())
                    .redirectOutput(output)
                    .redirectErrorStream(true)
                    .start();
            return new RegistryProcess(process, httpPort, log);
        } catch (IOException e) {
            throw new GateException("the schema registry does not start in " + data + ": " + e.getMessage(), e);
        }
    }

    /** As {@link #launch}, but returns when the registry serves. */
    public static RegistryProcess start(Path distribution, Path data, Path log, int port) {
        var registry = launch(distribution, data, log, port);
        try {
            registry.awaitReady();
            return registry;
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /** Address of the Confluent API, for {@code schema.registry.url}. */
    public String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Returns when the registry answers; fails with one line if it ends before, or takes longer than 90 s. */
    public void awaitReady() {
        var deadline = Instant.now().plus(START_LIMIT);
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        while (!answers(client)) {
            if (!process.isAlive()) {
                throw new GateException(
                        "the schema registry ended with code " + process.exitValue() + " while it started: see " + log);
            }
            if (Instant.now().isAfter(deadline)) {
                throw new GateException("the schema registry does not answer at " + url() + " after "
                        + START_LIMIT.toSeconds() + " s: see " + log);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Waits a moment between two questions, or until the process ends. */
    private boolean answers(HttpClient client) {
        var question = HttpRequest.newBuilder(URI.create(url() + "/subjects"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            if (client.send(question, BodyHandlers.discarding()).statusCode() == 200) {
                return true;
            }
        } catch (IOException e) {
            // Not there yet.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GateException("interrupted while the schema registry started", e);
        }
        pause();
        return false;
    }

    private void pause() {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GateException("interrupted while the schema registry started", e);
        }
    }

    private static List<String> command(Path distribution, int port) {
        return List.of(
                "/bin/sh",
                "-c",
                DEAF_TO_TERMINAL,
                "registry",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                // Without WRITE_DELAY=0 a schema that has its id may be lost in a crash, and its id given to another.
                "-Dquarkus.datasource.jdbc.url=jdbc:h2:file:./registry;WRITE_DELAY=0",
                "-Dquarkus.datasource.jdbc.initial-size=2",
                "-Dquarkus.datasource.jdbc.min-size=2",
                "-Dquarkus.datasource.jdbc.max-size=10",
                "-Dquarkus.log.level=WARN",
                "-cp",
                ownClasses() + File.pathSeparator + runner(distribution),
                LifeLine.class.getName(),
                MAIN_CLASS);
    }

    private static Path runner(Path distribution) {
        try (var files = Files.list(distribution)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new GateException("no registry in " + distribution + ": run mvn -Dquick package"))
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + distribution, e);
        }
    }

    private static Path ownClasses() {
        try {
            return Path.of(LifeLine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + LifeLine.class + " is not a path", e);
        }
    }
}
