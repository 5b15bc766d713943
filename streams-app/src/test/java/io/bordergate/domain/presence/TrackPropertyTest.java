package io.bordergate.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a truck did is a function of the set of its fixes: any order of arrival within the lateness window ends in the
 * stays that the plain rules give, and in the same fates. Seeds run from 1 and are
 * printed; a failing case is reduced first; {@code -Djourneys=60000} looks longer.
 */
class TrackPropertyTest {
    private static final Site SITE = Sites.crowded();
    private static final int JOURNEYS = Integer.getInteger("journeys", 2_000);

    @Test
    void endsInTheSameStaysInAnyOrder() {
        findFault(Telling::byTrack, JOURNEYS).ifPresent(fault -> fail(fault));
    }

    @Test
    void findsOutATrackThatTakesFixesOnlyInOrder() {
        Telling.Teller onlyInOrder = (arrivals, site, clock) -> {
            var inOrder = new ArrayList<Fix>();
            arrivals.forEach(fix -> {
                if (inOrder.isEmpty()
                        || fix.time() >= inOrder.get(inOrder.size() - 1).time()) {
                    inOrder.add(fix);
                }
            });
            return Telling.byTrack(inOrder, site, clock);
        };

        assertThat(findFault(onlyInOrder, 50).orElseThrow()).contains("seed").contains("reduced to 2 fixes");
    }

    @Test
    void findsOutATrackThatForgetsItsClock() {
        Telling.Teller neverSilent = (arrivals, site, clock) -> Telling.byTrack(
                arrivals, site, arrivals.get(arrivals.size() - 1).time());

        assertThat(findFault(neverSilent, 50).orElseThrow()).contains("reduced to 1 fixes");
    }

    private static Optional<String> findFault(Telling.Teller teller, int journeys) {
        for (long seed = 1; seed <= journeys; seed++) {
            List<Fix> arrivals = RandomJourney.shuffled(RandomJourney.fixes(seed), seed, SITE);
            if (fault(arrivals, teller).isPresent()) {
                List<Fix> few = reduced(arrivals, teller);
                return Optional.of("seed " + seed + ", reduced to " + few.size() + " fixes:\n" + render(few) + "\n"
                        + fault(few, teller).orElseThrow());
            }
        }
        return Optional.empty();
    }

    /** What is wrong with the way these arrivals are told, if anything. */
    private static Optional<String> fault(List<Fix> arrivals, Telling.Teller teller) {
        long newest = arrivals.stream().mapToLong(Fix::recordTime).max().orElseThrow();
        long clock = newest + newest / 1_000 % 40 * 60_000;
        try {
            Telling told = teller.tell(arrivals, SITE, clock);
            var inOrder = new ArrayList<>(arrivals);
            inOrder.sort(java.util.Comparator.comparingLong(Fix::time));
            Telling sorted = Telling.byTrack(inOrder, SITE, clock);
            String plain = PlainRules.stays(arrivals, SITE, clock);
            return differs("plain rules", plain, told.stays())
                    .or(() -> differs("in order", sorted.stays(), told.stays()))
                    .or(() -> differs(
                            "fates", sorted.fates().toString(), told.fates().toString()));
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e.toString());
        }
    }

    private static Optional<String> differs(String what, String expected, String actual) {
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of(what + ": expected\n  " + expected.replace(" | ", "\n  ") + "\nbut told\n  "
                        + actual.replace(" | ", "\n  "));
    }

    /** Leaves out fix after fix while it still fails. */
    private static List<Fix> reduced(List<Fix> arrivals, Telling.Teller teller) {
        var few = new ArrayList<>(arrivals);
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int i = few.size() - 1; i >= 0 && few.size() > 1; i--) {
                Fix left = few.remove(i);
                if (fault(few, teller).isPresent()) {
                    smaller = true;
                } else {
                    few.add(i, left);
                }
            }
        }
        return few;
    }

    private static String render(List<Fix> arrivals) {
        return arrivals.stream()
                .map(fix -> "  " + Times.clock(fix.time()) + " received " + Times.clock(fix.recordTime()) + " at "
                        + fix.latitude() + ", " + fix.longitude() + " in "
                        + SITE.zonesAt(fix.latitude(), fix.longitude()))
                .collect(Collectors.joining("\n"));
    }
}
