package io.bordergate.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * How other commands find the sandbox that is running: the file {@code .gate/run/sandbox.properties}, written when it
 * serves and deleted when it stops. A file left behind by a killed process counts as none. Immutable.
 *
 * @param bootstrap the broker's address
 * @param registry the registry's address
 * @param pid the process that runs the sandbox
 * @param truckPartitions how many partitions the topics by truck have
 */
public record RunFile(String bootstrap, String registry, long pid, int truckPartitions) {

    // The start of a process is known to the second only, and shifts a little when the clock is set.
    private static final Duration SAME_START = Duration.ofSeconds(5);

    /** What this process has to tell. */
    public static RunFile ofThisProcess(String bootstrap, String registry, int truckPartitions) {
        return new RunFile(bootstrap, registry, ProcessHandle.current().pid(), truckPartitions);
    }

    /** The sandbox that runs now, if one does. */
    public static Optional<RunFile> find(GateHome home) {
        Path file = home.runFile();
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
            return running(properties) ? Optional.of(of(properties)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new GateException("cannot read " + file + ": delete it and start gate up again", e);
        }
    }

    /** Puts this in place of whatever the file said before. */
    public void write(GateHome home) {
        Path file = home.runFile();
        Path draft = file.resolveSibling("sandbox.properties." + pid);
        try {
            Files.createDirectories(file.getParent());
            try (var out = Files.newBufferedWriter(draft)) {
                properties().store(out, "The sandbox that is running; read by gate tail and gate topics.");
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new GateException("cannot write " + file + ": " + e, e);
        }
    }

    /** Deletes the file, if there is one. */
    public static void delete(GateHome home) {
        try {
            Files.deleteIfExists(home.runFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + home.runFile(), e);
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("bootstrap", bootstrap);
        properties.setProperty("registry", registry);
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("truckPartitions", Integer.toString(truckPartitions));
        startOf(pid).ifPresent(start -> properties.setProperty("started", start.toString()));
        return properties;
    }

    private static RunFile of(Properties properties) {
        return new RunFile(
                required(properties, "bootstrap"),
                required(properties, "registry"),
                Long.parseLong(required(properties, "pid")),
                Integer.parseInt(required(properties, "truckPartitions")));
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + name);
        }
        return value;
    }

    /** A number of a process is given again after its end, so the time of its start counts too. */
    private static boolean running(Properties properties) {
        long pid = Long.parseLong(required(properties, "pid"));
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
            return false;
        }
        String written = properties.getProperty("started");
        Optional<Instant> started = startOf(pid);
        return written == null
                || started.isEmpty()
                || Duration.between(Instant.parse(written), started.get()).abs().compareTo(SAME_START) < 0;
    }

    private static Optional<Instant> startOf(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
    }
}
