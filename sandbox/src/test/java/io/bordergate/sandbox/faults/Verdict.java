package io.bordergate.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found and measured in a test: kept as JSON for whoever reads it later, and then asserted. Not thread-safe. */
final class Verdict {
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, String> checks = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    Verdict(String test, long seed, boolean isLong) {
        figures.put("test", test);
        figures.put("seed", seed);
        figures.put("tier", isLong ? "long" : "quick");
    }

    /** A measure, for the reader. */
    Verdict figure(String name, Object value) {
        figures.put(name, value);
        return this;
    }

    /** A measure that was noted before. */
    double number(String name) {
        return ((Number) figures.get(name)).doubleValue();
    }

    /** A promise: kept if the two are equal. */
    Verdict same(String name, Object found, Object wanted) {
        return check(name, found.equals(wanted), found.equals(wanted) ? "" : "found " + found + ", wanted " + wanted);
    }

    /** A promise on long lists: what only one of them has is told, up to a few lines. */
    Verdict sameLines(String name, List<String> found, List<String> wanted) {
        if (found.equals(wanted)) {
            return check(name, true, found.size() + " lines");
        }
        List<String> missing = new ArrayList<>(wanted);
        found.forEach(missing::remove);
        List<String> tooMany = new ArrayList<>(found);
        wanted.forEach(tooMany::remove);
        String detail = "missing " + missing.size() + " " + firstOf(missing) + ", too many " + tooMany.size() + " "
                + firstOf(tooMany);
        return check(name, false, detail);
    }

    Verdict check(String name, boolean kept, String detail) {
        checks.put(name, (kept ? "kept" : "BROKEN") + (detail.isEmpty() ? "" : ": " + detail));
        if (!kept) {
            broken.add(name + ": " + detail);
        }
        return this;
    }

    boolean isKept() {
        return broken.isEmpty();
    }

    /** Writes verdict.json to the folder, then fails if a promise was broken. */
    void pass(Path folder) throws IOException {
        figures.put("checks", checks);
        figures.put("verdict", isKept() ? "kept" : "broken");
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("verdict.json").toFile(), figures);
        System.out.println(figures);
        assertThat(broken).as("promises broken; see " + folder).isEmpty();
    }

    private static List<String> firstOf(List<String> lines) {
        return lines.subList(0, Math.min(3, lines.size()));
    }
}
