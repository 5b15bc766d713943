package io.bordergate.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of fixes follows from their times and places alone. Seeds run from 1 and are named by what fails. */
class FixFatePropertyTest {
    private static final Site SITE = Sites.crowded();
    private static final int JOURNEYS = 500;

    /** Of the fixes of one time each place counts once: one applies, the others contradict it, the rest say it again. */
    @Test
    void tellsWhatIsSaidAgainFromWhatContradicts() {
        var met = new EnumMap<FixFate, Integer>(FixFate.class);
        for (long seed = 1; seed <= JOURNEYS; seed++) {
            List<Fix> fixes = RandomJourney.fixes(seed);
            Telling told = Telling.byTrack(
                    RandomJourney.shuffled(fixes, seed, SITE),
                    SITE,
                    fixes.get(fixes.size() - 1).recordTime());

            var counts = new EnumMap<FixFate, Integer>(FixFate.class);
            told.fates().forEach(fate -> counts.merge(fate, 1, Integer::sum));
            assertThat(counts).as("seed " + seed).isEqualTo(expected(fixes));
            counts.forEach((fate, count) -> met.merge(fate, count, Integer::sum));
        }
        assertThat(met).containsOnlyKeys(FixFate.APPLIED, FixFate.DUPLICATE, FixFate.CONFLICT);
    }

    private static Map<FixFate, Integer> expected(List<Fix> fixes) {
        Map<Long, Set<List<Double>>> places = new HashMap<>();
        for (Fix fix : fixes) {
            places.computeIfAbsent(fix.time(), time -> new HashSet<>()).add(List.of(fix.latitude(), fix.longitude()));
        }
        int distinct = places.values().stream().mapToInt(Set::size).sum();
        var fates = new EnumMap<FixFate, Integer>(FixFate.class);
        fates.put(FixFate.APPLIED, places.size());
        fates.put(FixFate.CONFLICT, distinct - places.size());
        fates.put(FixFate.DUPLICATE, fixes.size() - distinct);
        fates.values().removeIf(count -> count == 0);
        return fates;
    }

    /** Late is what is older, by more than the window, than the newest that was received up to then; and nothing else. */
    @Test
    void tellsLateFromInTime() {
        int late = 0;
        int inTime = 0;
        for (long seed = 1; seed <= JOURNEYS; seed++) {
            List<Fix> fixes = new ArrayList<>(RandomJourney.fixes(seed));
            Collections.shuffle(fixes, new Random(seed));
            var track = new Track("VN:12C12345");
            long newest = Long.MIN_VALUE;
            for (Fix fix : fixes) {
                newest = Math.max(newest, fix.recordTime());
                boolean old = fix.time() < newest - SITE.latenessWindow();
                FixFate fate = track.apply(fix, SITE, stay -> {});
                assertThat(fate == FixFate.LATE).as("seed " + seed + ": " + fix).isEqualTo(old);
                late += old ? 1 : 0;
                inTime += old ? 0 : 1;
            }
        }
        assertThat(late).isGreaterThan(JOURNEYS);
        assertThat(inTime).isGreaterThan(JOURNEYS);
    }
}
