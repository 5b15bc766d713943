package io.bordergate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold of every random input: nothing is lost, nothing depends on the order, and every case occurs. */
class RandomJourneysTest {

    private static final int SEEDS = 15;

    @TempDir
    private Path folder;

    @Test
    void everyLineHasOneFate() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Journeys journeys = RandomJourneys.generate(seed, 9, 40);

            int counted = run(journeys).fates().stream()
                    .skip(1)
                    .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(',') + 1)))
                    .sum();

            assertThat(counted)
                    .as("seed %d", seed)
                    .isEqualTo(journeys.positions().size() - 1);
        }
    }

    @Test
    void aPermutationWithinTheWindowChangesNothing() throws IOException {
        int moved = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Journeys journeys = RandomJourneys.generate(seed, 9, 40);
            Site site = Site.of(new ObjectMapper().readTree(journeys.site()));
            int bound = List.of(3, 40, 2000).get(seed % 3);

            List<String> shuffled = Permutation.shuffle(journeys.positions(), site, journeys.now(), seed, bound);

            assertThat(settled(run(journeys.withPositions(shuffled))))
                    .as("seed %d bound %d", seed, bound)
                    .isEqualTo(settled(run(journeys)));
            assertThat(shuffled).containsExactlyInAnyOrderElementsOf(journeys.positions());
            moved += displaced(journeys.positions(), shuffled);
        }
        assertThat(moved).isGreaterThan(SEEDS * 100);
    }

    /** But for what is judged among the fixes that are there by then: which of these a fix was is a matter of order. */
    private static Oracle.Result settled(Oracle.Result result) {
        Set<String> ofTheMoment = Set.of("", "LOW_ACCURACY", "POS_FROZEN", "TELEPORT", "WNRO");
        List<String> fates = new ArrayList<>();
        int judged = 0;
        for (String line : result.fates()) {
            List<String> fields = CsvLine.split(line).orElseThrow();
            if (ofTheMoment.contains(fields.get(2))) {
                judged += Integer.parseInt(fields.get(3));
            } else {
                fates.add(line);
            }
        }
        fates.add("judged among neighbours: " + judged);
        return new Oracle.Result(
                result.stays(), result.occupancy(), result.trips(), result.discrepancies(), fates, GateReport.none());
    }

    @Test
    void theSameSeedGivesTheSameInput() {
        assertThat(RandomJourneys.generate(7, 8, 30)).isEqualTo(RandomJourneys.generate(7, 8, 30));
        assertThat(RandomJourneys.generate(7, 8, 30)).isNotEqualTo(RandomJourneys.generate(8, 8, 30));
    }

    @Test
    void everyFateAndEveryEndOfAStayOccurs() throws IOException {
        List<Oracle.Result> results = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            results.add(run(RandomJourneys.generate(seed, 9, 40)));
        }

        assertThat(column(results.stream().flatMap(r -> r.stays().stream()).toList(), -1))
                .containsExactly("EXIT", "OPEN", "SILENCE", "closed_by");
        assertThat(column(results.stream().flatMap(r -> r.fates().stream()).toList(), 2))
                .containsExactly(
                        "",
                        "BAD_TIME",
                        "CONFLICT",
                        "DUPLICATE",
                        "FUTURE_TIME",
                        "LOW_ACCURACY",
                        "NOT_A_TRUCK",
                        "OUTSIDE_WINDOW",
                        "OUT_OF_BOX",
                        "OUT_OF_RANGE",
                        "POS_FROZEN",
                        "TELEPORT",
                        "UNKNOWN_DATUM",
                        "UNREADABLE",
                        "WNRO",
                        "ZERO_ISLAND",
                        "reason");
    }

    private Oracle.Result run(Journeys journeys) throws IOException {
        journeys.writeTo(folder);
        return Oracle.run(journeys.siteFile(folder), journeys.positionsFile(folder), journeys.now());
    }

    private static int displaced(List<String> before, List<String> after) {
        return (int) IntStream.range(0, before.size())
                .filter(i -> !before.get(i).equals(after.get(i)))
                .count();
    }

    /** The distinct values of a column, the last one for -1. */
    private static Set<String> column(List<String> csv, int index) {
        return csv.stream()
                .map(line -> CsvLine.split(line).orElseThrow())
                .map(fields -> fields.get(index < 0 ? fields.size() - 1 : index))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
