package io.bordergate.domain.trip;

import io.bordergate.domain.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All sightings of a truck at gates, cut into passages and journeys. */
final class Passages {
    private final List<Passage> all = new ArrayList<>();
    private final List<Journey> journeys = new ArrayList<>();

    private Passages() {}

    static Passages of(List<Sighting> sightings, Site site) {
        var passages = new Passages();
        Stream.concat(
                        sightings.stream().filter(s -> !s.isCut() && !s.isOnTheWay()),
                        Cuts.withoutJitter(
                                sightings.stream().filter(Sighting::isCut).toList())
                                .stream())
                .sorted(Sighting.IN_ORDER)
                .forEach(sighting -> passages.add(sighting, site));
        return passages;
    }

    private void add(Sighting sighting, Site site) {
        Passage last = all.isEmpty() ? null : all.get(all.size() - 1);
        boolean anew = last == null || last.isOverBefore(sighting);
        if (!anew && last.gateId().equals(sighting.gateId())) {
            last.add(sighting);
            return;
        }
        var passage = new Passage(sighting, site.tripLimits(sighting.gateId()));
        all.add(passage);
        if (anew) {
            journeys.add(new Journey());
        }
        journeys.get(journeys.size() - 1).add(passage);
    }

    List<Journey> journeys() {
        return journeys;
    }

    /** The truck's next passage of any gate; null if there is none. */
    Passage after(Passage passage) {
        int next = all.indexOf(passage) + 1;
        return next < all.size() ? all.get(next) : null;
    }

    /** When the truck was seen at any gate next; null if it was not. */
    Instant nextSightingAfter(Instant time) {
        return all.stream()
                .flatMap(passage -> passage.sightings().stream())
                .map(Sighting::beginning)
                .filter(beginning -> beginning.isAfter(time))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Until when a passage may have lasted; {@link Instant#MAX} without end. */
    Instant reach(Passage passage) {
        Passage next = after(passage);
        Instant reach = Times.earliest(passage.reach(), next == null ? null : next.arrival());
        return reach == null ? Instant.MAX : reach;
    }
}
