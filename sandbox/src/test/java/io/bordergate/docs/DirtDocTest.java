package io.bordergate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.intake.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/dirt.md has every row once, gives only fates that there are, and claims only tests that there are. */
class DirtDocTest {
    private static final int POSITIONS = 28;
    private static final int DECLARATIONS = 19;
    private static final int FATES = 2;
    private static final int TESTS = 4;
    private static final List<String> WITHOUT_FATE = List.of("-", "not built");

    @Test
    void everyRowIsThereOnceAndSaysSomething() throws IOException {
        List<String> expected = new ArrayList<>();
        IntStream.rangeClosed(1, POSITIONS).forEach(row -> expected.add("G" + row));
        IntStream.rangeClosed(1, DECLARATIONS).forEach(row -> expected.add("D" + row));

        assertThat(rows()).extracting(row -> row.get(0)).containsExactlyElementsOf(expected);
        assertThat(rows()).allSatisfy(row -> assertThat(row).hasSize(TESTS + 1).doesNotContain(""));
    }

    @Test
    void everyFateIsOneOfTheCode() throws IOException {
        List<String> known = Arrays.stream(Reason.values())
                .map(reason -> (reason.fate() + " " + reason.code()).strip())
                .toList();

        List<String> unknown = new ArrayList<>();
        for (List<String> row : rows()) {
            for (String fate : row.get(FATES).split("; ", -1)) {
                if (!known.contains(fate) && !WITHOUT_FATE.contains(fate)) {
                    unknown.add(row.get(0) + ": " + fate);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyTestIsThere() throws IOException {
        List<Path> sources = testSources();
        List<String> missing = new ArrayList<>();
        for (List<String> row : rows()) {
            if (row.get(TESTS).equals("-")) {
                assertThat(row.get(FATES)).as("%s has no test", row.get(0)).isEqualTo("not built");
                continue;
            }
            for (String test : row.get(TESTS).split(", ", -1)) {
                if (!isThere(test, sources)) {
                    missing.add(row.get(0) + ": " + test);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<List<String>> rows() throws IOException {
        return Document.of("docs/dirt.md").table("row");
    }

    /** As {@code Class} or {@code Class.method}; a class of that name may be in several modules. */
    private static boolean isThere(String test, List<Path> sources) throws IOException {
        String[] name = test.split("\\.", -1);
        for (Path source : sources) {
            boolean isClass = source.endsWith(name[0] + ".java");
            if (isClass && (name.length == 1 || Files.readString(source).contains("void " + name[1] + "("))) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> testSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Document.TOP)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    files.filter(Files::isRegularFile).forEach(sources::add);
                }
            }
        }
        return sources;
    }
}
