package io.bordergate.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A main class of the tests in a process of its own, with the class path of the tests. Not thread-safe. */
public final class ChildJvm {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /** With further options of the virtual machine, which win over the usual ones. */
    public static ChildJvm start(List<String> options, Class<?> main, String... arguments) throws IOException {
        return new ChildJvm(new ProcessBuilder(command(options, main, List.of(arguments)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /**
     * A program that is deaf to its standard input, with an environment of its own, adding to a file what it prints. It too
     * ends when the test does, however that ends.
     */
    public static ChildJvm start(List<String> options, Map<String, String> environment, Path output, Class<?> main)
            throws IOException {
        var builder = new ProcessBuilder(command(options, LifeLine.class, List.of(main.getName())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start());
    }

    private static List<String> command(List<String> options, Class<?> main, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dgate.logs=" + GateHome.find().logs(),
                "-Dgate.command=" + main.getSimpleName(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** The first line that starts so; fails when the process ends before. */
    public String awaitLine(String start) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new AssertionError("the process ended before it printed a line with " + start);
    }

    /** All lines until it ends by itself, and its exit code after them. */
    public List<String> linesToTheEnd() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(output.lines().toList());
        lines.add("exit code " + process.waitFor());
        return lines;
    }

    /** As kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -TERM; returns when it has ended, fails if it does not within the time. */
    public void end(long withinSeconds) throws IOException, InterruptedException {
        // Not destroy(): that also closes the standard input, by which the child knows that its parent is gone.
        signal("TERM");
        awaitEnd(withinSeconds);
    }

    /** Returns when it has ended by itself or by a signal; fails if it does not within the time. */
    public void awaitEnd(long withinSeconds) throws InterruptedException {
        if (!process.waitFor(withinSeconds, TimeUnit.SECONDS)) {
            throw new AssertionError("process " + process.pid() + " still runs after " + withinSeconds + " s");
        }
    }

    /** Sends a signal by its name, as in STOP and CONT. */
    public void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new AssertionError("kill -" + name + " of process " + process.pid() + " failed with " + code);
        }
    }
}
