package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.BorderTopics;
import io.bordergate.oracle.RandomTrips;
import io.bordergate.oracle.TripCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day's file of milestones that comes again, or is cut off in the middle of its last line. */
class DayFileTest {
    private static final List<String> SAFE = List.of("APPLIED", "FLAGGED", "HELD", "NO_OP", "QUARANTINED,CONFLICT");

    @TempDir
    Path folder;

    /** What a run gives. */
    private record Given(List<String> results, Map<String, Long> fates) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void changesNothingWhenItComesAgain(long seed) throws IOException {
        TripCase drawn = RandomTrips.generate(seed, 3);
        List<String> twice = new ArrayList<>(drawn.milestones());
        twice.addAll(drawn.milestones());

        Given once = given(drawn, "once", seed);
        Given again = given(drawn.with(drawn.positions(), twice), "twice", seed);

        assertThat(again.results()).as("seed " + seed).isEqualTo(once.results());
        assertThat(again.fates()).as("seed " + seed).isEqualTo(withDuplicates(once.fates()));
    }

    /** All that was safe to use is known now; the rest is as bad as it was. */
    private static Map<String, Long> withDuplicates(Map<String, Long> once) {
        Map<String, Long> fates = new TreeMap<>();
        once.forEach((fate, count) -> {
            boolean safe = SAFE.stream().anyMatch(fate::startsWith);
            fates.merge(fate, safe ? count : 2 * count, Long::sum);
            if (safe) {
                fates.merge("NO_OP,DUPLICATE", count, Long::sum);
            }
        });
        return fates;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void countsButItsLastLineWhenItIsCutOff(long seed) throws IOException {
        TripCase drawn = RandomTrips.generate(seed, 3);
        List<String> lines = new ArrayList<>(drawn.milestones());
        String last = lines.stream()
                .filter(line -> line.endsWith("}"))
                .reduce((a, b) -> b)
                .orElseThrow();
        lines.subList(lines.lastIndexOf(last), lines.size()).clear();

        Given without = given(drawn.with(drawn.positions(), lines), "without", seed);
        lines.add(last);
        TripCase whole = drawn.with(drawn.positions(), lines);
        Path place = folder.resolve("cut");
        whole.writeTo(place);
        cutOff(whole.milestonesFile(place), last);
        Given cut = given(whole, place, seed);

        assertThat(cut.results()).as("seed " + seed).isEqualTo(without.results());
        Map<String, Long> expected = new TreeMap<>(without.fates());
        expected.merge("DEAD_LETTERED,UNREADABLE", 1L, Long::sum);
        assertThat(cut.fates()).as("seed " + seed).isEqualTo(expected);
    }

    private static void cutOff(Path file, String last) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int half = last.getBytes(StandardCharsets.UTF_8).length / 2;
        Files.write(file, Arrays.copyOf(bytes, bytes.length - half));
    }

    private Given given(TripCase input, String name, long seed) throws IOException {
        Path place = folder.resolve(name);
        input.writeTo(place);
        return given(input, place, seed);
    }

    private static Given given(TripCase input, Path place, long seed) throws IOException {
        try (var run = new TopologyRun(input.siteFile(place), input.now(), place.resolve("state"))) {
            run.replay(input.positionsFile(place), input.milestonesFile(place), seed);
            List<String> results = new ArrayList<>(run.stays());
            results.addAll(run.trips());
            results.addAll(run.discrepancies());
            Map<String, Long> fates = new TreeMap<>();
            for (String line : run.fates("milestones", BorderTopics.DECLARATION_MILESTONE)) {
                int end = line.lastIndexOf(',');
                fates.put(line.substring(line.indexOf(',') + 1, end), Long.parseLong(line.substring(end + 1)));
            }
            return new Given(results, fates);
        }
    }
}
