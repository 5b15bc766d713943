package io.bordergate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The oracle on random trips: order and repeats change nothing, and everything that can happen does. */
class RandomTripsTest {

    private static final int SEEDS = 20;

    @Test
    void orderAndRepeatsChangeNoTrip() {
        for (long seed = 0; seed < SEEDS; seed++) {
            TripCase original = generate(seed);
            TripCase other = TripPermutation.shuffle(original, seed);
            Oracle.Result before = original.result();
            Oracle.Result after = other.result();

            assertThat(after.trips()).as("trips of seed %d", seed).isEqualTo(before.trips());
            assertThat(after.discrepancies())
                    .as("discrepancies of seed %d", seed)
                    .isEqualTo(before.discrepancies());
            assertThat(after.stays()).as("stays of seed %d", seed).isEqualTo(before.stays());
            assertThat(after.occupancy()).as("occupancy of seed %d", seed).isEqualTo(before.occupancy());
            assertThat(used(after)).as("used of seed %d", seed).isEqualTo(used(before));
            assertThat(total(after)).isEqualTo(lines(other)).isGreaterThan(lines(original));
        }
    }

    @Test
    void theSameSeedGivesTheSameInput() {
        assertThat(RandomTrips.generate(7, 6)).isEqualTo(RandomTrips.generate(7, 6));
        assertThat(RandomTrips.generate(7, 6)).isNotEqualTo(RandomTrips.generate(8, 6));
    }

    @Test
    void everythingThatCanHappenHappens() {
        List<Oracle.Result> results = new ArrayList<>();
        for (long seed = 100; seed < 100 + 2 * SEEDS; seed++) {
            results.add(generate(seed).result());
        }

        List<String> trips = results.stream().flatMap(r -> r.trips().stream()).toList();
        assertThat(column(trips, 5)).containsAll(names(DataStage.values()));
        assertThat(column(trips, 6)).containsAll(names(PhysicalStage.values()));
        assertThat(column(trips, 11))
                .contains("OPEN", "CROSSED", "LEFT", "TURNED_BACK", "MOVED", "CANCELLED", "SILENCE", "NO_SHOW");
        List<String> found =
                results.stream().flatMap(r -> r.discrepancies().stream()).toList();
        assertThat(column(found, 3)).hasSize(1 + 11); // with the header's
        assertThat(column(results.stream().flatMap(r -> r.fates().stream()).toList(), 2))
                .contains("AWAITS_DECLARATION", "BAD_TIME", "CONFLICT", "DUPLICATE", "FUTURE_TIME", "OUTSIDE_WINDOW")
                .contains(
                        "INCOMPLETE_PLATE",
                        "SUSPECT_PLATE",
                        "UNKNOWN_GATE",
                        "UNKNOWN_WORD",
                        "WRONG_FIELD",
                        "UNREADABLE")
                .contains("LOW_ACCURACY", "NOT_A_TRUCK", "POS_FROZEN", "TELEPORT", "WNRO");
    }

    @Test
    void someAreSentOnWithTheirDeclaration() {
        int sentOn = 0;
        for (long seed = 100; seed < 100 + 2 * SEEDS; seed++) {
            Set<String> seen = new TreeSet<>();
            for (String line : generate(seed).result().trips()) {
                String[] trip = line.split(",", -1);
                for (String declaration : trip[4].isEmpty() ? new String[0] : trip[4].split(" ", -1)) {
                    sentOn += seen.add(trip[1] + declaration) ? 0 : 1;
                }
            }
        }
        assertThat(sentOn).isGreaterThanOrEqualTo(SEEDS);
    }

    private static TripCase generate(long seed) {
        return RandomTrips.generate(seed, 5 + (int) (seed % 5));
    }

    /** How many lines said something new and were not refused. */
    private static long used(Oracle.Result result) {
        return result.fates().stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(fields -> Set.of("APPLIED", "FLAGGED", "HELD").contains(fields[1])
                        || Set.of("CONFLICT", "TELEPORT").contains(fields[2]))
                .mapToLong(fields -> Long.parseLong(fields[3]))
                .sum();
    }

    private static long total(Oracle.Result result) {
        return result.fates().stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1)))
                .sum();
    }

    private static long lines(TripCase files) {
        return files.positions().size() - 1L + files.milestones().size();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static Set<String> column(List<String> csv, int index) {
        return csv.stream().map(line -> line.split(",", -1)[index]).collect(Collectors.toCollection(TreeSet::new));
    }
}
