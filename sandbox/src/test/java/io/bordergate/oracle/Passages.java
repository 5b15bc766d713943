package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Section 2: parts the sightings of one truck into passages, and these into journeys. Stateless. */
final class Passages {

    private Passages() {}

    static List<Journey> journeys(List<Sighting> sightings, Site site) {
        List<Journey> journeys = new ArrayList<>();
        List<Passage> current = new ArrayList<>();
        for (Passage passage : linked(parted(sightings, site), site)) {
            current.add(passage);
            if (!passage.moved()) {
                journeys.add(new Journey(List.copyOf(current)));
                current.clear();
            }
        }
        return journeys;
    }

    private static List<Passage> parted(List<Sighting> sightings, Site site) {
        List<Passage> passages = new ArrayList<>();
        List<Sighting> current = new ArrayList<>();
        for (Sighting sighting : sightings) {
            if (!current.isEmpty() && beginsAnother(Passage.of(current), sighting, site)) {
                passages.add(Passage.of(current));
                current.clear();
            }
            current.add(sighting);
        }
        if (!current.isEmpty()) {
            passages.add(Passage.of(current));
        }
        return passages;
    }

    /** Each with the one after it. */
    private static List<Passage> linked(List<Passage> passages, Site site) {
        List<Passage> linked = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            if (i + 1 < passages.size()) {
                Passage next = passages.get(i + 1);
                boolean moved = !next.gate().equals(passage.gate())
                        && !isApart(passage, next.sightings().get(0), site);
                passage = passage.followedBy(next, moved);
            }
            linked.add(passage);
        }
        return linked;
    }

    private static boolean beginsAnother(Passage before, Sighting sighting, Site site) {
        return !sighting.gate().equals(before.gate()) || isApart(before, sighting, site);
    }

    /** Whether one of the rules 2 to 4 holds. */
    private static boolean isApart(Passage before, Sighting sighting, Site site) {
        Limits limits = site.limits(Optional.of(before.gate()));
        return isAfterGap(before, sighting, limits)
                || isAfterGoingOut(before, sighting)
                || isComingIn(before, sighting);
    }

    private static boolean isAfterGap(Passage before, Sighting sighting, Limits limits) {
        Optional<Duration> limit = before.endedInSilence() ? limits.silentFor() : limits.returnWithin();
        Instant end = before.lastEnd();
        return limit.isPresent() && !end.equals(Instant.MAX) && sighting.begin().isAfter(end.plus(limit.get()));
    }

    private static boolean isAfterGoingOut(Passage before, Sighting sighting) {
        return before.cutsOut().findAny().isPresent()
                && (!sighting.gate().equals(before.gate()) || sighting.isYard() || sighting.isCut());
    }

    private static boolean isComingIn(Passage before, Sighting sighting) {
        if (sighting.kind() != Sighting.Kind.CUT_IN) {
            return false;
        }
        return before.cuts().findAny().isPresent()
                || before.yards().anyMatch(yard -> yard.begin().isBefore(sighting.enteredAt()));
    }
}
