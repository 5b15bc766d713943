package io.bordergate.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the page: all are served, and their own tests in src/test/js pass. */
class PageScriptsTest {
    private static final Path WEB = Path.of("src/main/resources/web");
    private static final Path TESTS = Path.of("src/test/js");
    private static final int LONGEST_SECONDS = 60;

    @Test
    void all_scripts_of_the_folder_are_served_and_no_others() throws IOException {
        try (Stream<Path> files = Files.list(WEB)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".js")))
                    .containsExactlyInAnyOrderElementsOf(PageRoutes.SCRIPTS);
        }
    }

    @Test
    void their_own_tests_pass(@TempDir Path folder) throws Exception {
        assumeThat(runsNode(folder)).as("node is installed").isTrue();
        copy(WEB, folder.resolve("web"));
        copy(TESTS, folder.resolve("test"));
        Files.writeString(folder.resolve("package.json"), "{\"type\": \"module\", \"private\": true}");

        Run run = run(folder, "node", "--test", "--test-reporter=tap", "test/");
        assertThat(run.exit).as(run.output).isZero();
        assertThat(run.output).containsPattern("# pass [1-9]").contains("# fail 0", "# skipped 0");
    }

    private static boolean runsNode(Path folder) throws InterruptedException {
        try {
            return run(folder, "node", "--version").exit == 0;
        } catch (IOException e) {
            return false; // There is no such program.
        }
    }

    private record Run(int exit, String output) {}

    private static Run run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
