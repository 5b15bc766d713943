package io.bordergate.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reduction on made-up failures, of which it is known which lines they need. */
class ReductionTest {

    private final TripCase large = RandomTrips.generate(5, 12);

    @Test
    void keepsTheLinesThatTheFailureNeedsAndNoOthers() {
        String fix = large.positions().get(large.positions().size() / 2);
        String first = large.milestones().get(3);
        String second = large.milestones().get(large.milestones().size() - 4);
        AtomicInteger trials = new AtomicInteger();

        TripCase small = Reduction.of(large, (positions, milestones) -> {
            trials.incrementAndGet();
            return positions.contains(fix) && milestones.contains(first) && milestones.contains(second);
        });

        assertThat(small.positions()).containsExactly(large.positions().get(0), fix);
        assertThat(small.milestones()).containsExactly(first, second);
        assertThat(trials)
                .hasValueLessThan(large.positions().size() + large.milestones().size());
    }

    @Test
    void keepsTheOrder() {
        String truck = large.positions().get(9).split(",", 2)[0];
        List<String> ofTruck = large.positions().stream()
                .filter(line -> line.startsWith(truck + ","))
                .toList();

        TripCase small = Reduction.of(
                large,
                (positions, milestones) -> positions.stream()
                                .filter(line -> line.startsWith(truck + ","))
                                .count()
                        >= 3);

        assertThat(small.milestones()).isEmpty();
        assertThat(small.positions()).hasSize(4).isSubsetOf(large.positions());
        assertThat(IntStream.range(1, 4)
                        .map(i -> ofTruck.indexOf(small.positions().get(i))))
                .isSorted()
                .doesNotContain(-1);
    }

    @Test
    void findsTheFactsBehindAResult() {
        TripCase small = Reduction.of(
                large,
                (positions, milestones) -> large.with(positions, milestones).result().discrepancies().stream()
                        .anyMatch(line -> line.contains(",AUTHORITY_LAG,")));

        assertThat(small.milestones()).hasSizeLessThanOrEqualTo(3);
        assertThat(small.positions()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void refusesWhatDoesNotFail() {
        assertThatThrownBy(() -> Reduction.of(large, (positions, milestones) -> false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
