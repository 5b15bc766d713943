package io.bordergate.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs scripts on node in a folder of the build's output, with the packages that the lock file pins. */
record NodeScript(Path folder) {

    private static final int LONGEST_SECONDS = 300;

    static boolean canRun() {
        try {
            return run(Path.of("."), List.of("node", "--version")).exit == 0
                    && run(Path.of("."), List.of("npm", "--version")).exit == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** Copies the sources, and installs their packages unless the same ones are there. */
    static NodeScript install(Path sources, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var lock = folder.resolve("package-lock.json");
        var installed = folder.resolve("node_modules/.package-lock.json");
        boolean fresh = Files.exists(installed)
                && Files.exists(lock)
                && Files.mismatch(lock, sources.resolve("package-lock.json")) < 0;
        try (var files = Files.list(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!fresh) {
            var result = run(folder, List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
            assertThat(result.exit).as("npm ci: %s", result.errors).isZero();
        }
        return new NodeScript(folder);
    }

    /** The lines the script prints; fails with what it complained of when it fails. */
    List<String> run(String script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        var result = run(folder, command);
        assertThat(result.exit).as("%s: %s", script, result.errors).isZero();
        return result.lines;
    }

    private record Result(int exit, List<String> lines, String errors) {}

    private static Result run(Path folder, List<String> command) throws IOException, InterruptedException {
        var out = Files.createTempFile("node", ".out");
        var err = Files.createTempFile("node", ".err");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            int exit = await(process);
            return new Result(
                    exit,
                    Files.readAllLines(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** The exit code; -1 for a process that had to be ended. */
    private static int await(Process process) throws InterruptedException {
        try {
            return process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
