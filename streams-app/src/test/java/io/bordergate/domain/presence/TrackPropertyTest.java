package io.bordergate.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a truck did is a function of the set of its fixes: any order of arrival within the lateness window ends in the
 * stays that the plain rules give, and each fix meets the fate that they give it among those before it; also where many
 * fixes have no place or are too far. Seeds run from 1 and are printed; a failing case is reduced first;
 * {@code -Djourneys=60000} looks longer.
 */
class TrackPropertyTest {
    private static final Site SITE = Sites.crowded();
    private static final Site SLOW = Sites.crowdedAndSlow();
    private static final int JOURNEYS = Integer.getInteger("journeys", 200);

    @Test
    void endsInTheSameStaysInAnyOrder() {
        findFault(Telling::byTrack, SITE, JOURNEYS).ifPresent(fault -> fail(fault));
    }

    @Test
    void endsInTheSameStaysInAnyOrderWhereManyFixesAreVagueOrTooFar() {
        findFault(Telling::byTrack, SLOW, JOURNEYS).ifPresent(fault -> fail(fault));
    }

    @Test
    void makesJourneysInWhichEveryKindOfFixOccurs() {
        var fates = new TreeMap<FixFate, Integer>();
        int breaks = 0;
        for (long seed = 1; seed <= 50; seed++) {
            List<Fix> arrivals = arrivals(seed, SLOW);
            PlainPlaces.fates(arrivals, SLOW).forEach(fate -> fates.merge(fate, 1, Integer::sum));
            PlainPlaces places = PlainPlaces.of(arrivals, SLOW);
            breaks += (int) places.fixes().stream().filter(places::isAfterBreak).count();
        }
        System.out.println("fates of journeys 1 to 50: " + fates + ", breaks: " + breaks);

        assertThat(fates)
                .containsOnlyKeys(FixFate.APPLIED, FixFate.VAGUE, FixFate.DUPLICATE, FixFate.CONFLICT, FixFate.TELEPORT)
                .allSatisfy((fate, count) -> assertThat(count).isGreaterThan(50));
        assertThat(breaks).isGreaterThan(20);
    }

    @Test
    void findsOutATrackThatBelievesEveryFix() {
        Telling.Teller credulous = (arrivals, site, clock) -> Telling.byTrack(arrivals, SITE, clock);

        assertThat(findFault(credulous, SLOW, 50).orElseThrow()).contains("reduced to 2 fixes");
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

        assertThat(findFault(onlyInOrder, SITE, 50).orElseThrow())
                .contains("seed")
                .contains("reduced to 2 fixes");
    }

    @Test
    void findsOutATrackThatForgetsItsClock() {
        Telling.Teller neverSilent = (arrivals, site, clock) -> Telling.byTrack(
                arrivals, site, arrivals.get(arrivals.size() - 1).time());

        assertThat(findFault(neverSilent, SITE, 50).orElseThrow()).contains("reduced to 1 fixes");
    }

    private static List<Fix> arrivals(long seed, Site site) {
        List<Fix> fixes = RandomJourney.fixes(seed);
        return RandomJourney.shuffled(site == SLOW ? RandomJourney.troubled(fixes, seed) : fixes, seed, site);
    }

    private static Optional<String> findFault(Telling.Teller teller, Site site, int journeys) {
        for (long seed = 1; seed <= journeys; seed++) {
            List<Fix> arrivals = arrivals(seed, site);
            if (fault(arrivals, teller, site).isPresent()) {
                List<Fix> few = reduced(arrivals, teller, site);
                return Optional.of("seed " + seed + ", reduced to " + few.size() + " fixes:\n" + render(few) + "\n"
                        + fault(few, teller, site).orElseThrow());
            }
        }
        return Optional.empty();
    }

    /** What is wrong with the way these arrivals are told, if anything. */
    private static Optional<String> fault(List<Fix> arrivals, Telling.Teller teller, Site site) {
        long newest = arrivals.stream().mapToLong(Fix::recordTime).max().orElseThrow();
        long clock = newest + newest / 1_000 % 40 * 60_000;
        try {
            Telling told = teller.tell(arrivals, site, clock);
            var inOrder = new ArrayList<>(arrivals);
            inOrder.sort(java.util.Comparator.comparingLong(Fix::time));
            Telling sorted = Telling.byTrack(inOrder, site, clock);
            String plain = PlainRules.stays(arrivals, site, clock);
            return differs("plain rules", plain, told.stays())
                    .or(() -> differs("in order", sorted.stays(), told.stays()))
                    .or(() -> differs(
                            "fates",
                            PlainPlaces.fates(arrivals, site).toString(),
                            told.fates().toString()));
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
    private static List<Fix> reduced(List<Fix> arrivals, Telling.Teller teller, Site site) {
        var few = new ArrayList<>(arrivals);
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int i = few.size() - 1; i >= 0 && few.size() > 1; i--) {
                Fix left = few.remove(i);
                if (fault(few, teller, site).isPresent()) {
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
