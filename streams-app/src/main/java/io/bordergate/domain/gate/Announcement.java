package io.bordergate.domain.gate;

import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.trip.Trip;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * That a truck is to come, as its declarations say. Immutable.
 *
 * @param declared since when that is known
 * @param planned when it is to arrive
 */
public record Announcement(Instant declared, Instant planned) {

    /** Null if no declaration of the trip says when the truck is to come. */
    static Announcement of(Trip trip) {
        List<Cover> active = trip.activeCovers();
        List<Cover> covers = active.isEmpty() ? trip.covers() : active;
        Instant planned = covers.stream()
                .sorted(Comparator.comparing(Cover::declaredAt).thenComparing(Cover::declarationId))
                .map(Cover::plannedArrival)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return planned == null
                ? null
                : new Announcement(
                        covers.stream()
                                .map(Cover::declaredAt)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        planned);
    }

    public boolean isKnownAt(Instant t) {
        return !declared.isAfter(t);
    }
}
