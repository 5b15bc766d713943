package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Section 4 of docs/trips.md, expected arrival by POSITION: where one truck was seen on its way, told at most each ten
 * minutes of its fixes' own time, and when it follows that it comes. Not thread-safe.
 */
final class Approach {

    static final Duration OLDEST = Duration.ofHours(2);

    private static final Duration TOLD_EVERY = Duration.ofMinutes(10);
    private static final Duration EARLIEST = Duration.ofHours(12);
    private static final double FARTHEST_METRES = 300_000;
    private static final double DETOUR = 1.4;
    private static final double METRES_PER_SECOND = 35 / 3.6;

    private final String truck;
    private final Site site;
    private Optional<Fix> told = Optional.empty();

    Approach(String truck, Site site) {
        this.truck = truck;
        this.site = site;
    }

    /** Given all that is known of the truck's way; empty if it was at a gate since. */
    Optional<Fix> lastOnItsWay(List<Step> steps, Instant clock) {
        if (steps.stream().noneMatch(Step::isAccepted)) {
            return Optional.empty();
        }
        List<Sighting> seen =
                Sightings.of(new Track(truck, steps), site, Optional.of(clock)).inOrder();
        Fix last = steps.stream()
                .filter(Step::isAccepted)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .fix();
        boolean isNew = told.isEmpty()
                || !last.eventTime().isBefore(told.get().eventTime().plus(TOLD_EVERY));
        if (isNew && seen.stream().noneMatch(Sighting::isOpen)) {
            told = Optional.of(last);
        }
        return told.filter(
                fix -> seen.stream().noneMatch(sighting -> sighting.begin().isAfter(fix.eventTime())));
    }

    /** The first in the order of due times of those that are awaited. */
    static Optional<Trip> next(List<Trip> trips, Site site, Instant clock) {
        return trips.stream()
                .filter(trip -> trip.passage().isEmpty()
                        && trip.confirmed().arrivalByBoth().isEmpty()
                        && Closing.of(trip, site, clock).end().isEmpty())
                .min(Comparator.comparing(Trip::place));
    }

    /** To the nearest edge of the gate; empty if it does not follow when the truck comes. */
    static Optional<Way> way(Trip trip, Fix fix, Site site, Instant clock) {
        double metres = site.zones().stream()
                .filter(zone -> zone.kind().equals("gate") && zone.gate().equals(trip.gate()))
                .flatMap(zone -> zone.polygons().stream())
                .mapToDouble(polygon -> polygon.metresToBorder(fix.at()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        if (metres > FARTHEST_METRES || clock.isAfter(fix.eventTime().plus(OLDEST))) {
            return Optional.empty();
        }
        Instant eta = fix.eventTime().plusSeconds(Math.round(metres * DETOUR / METRES_PER_SECOND));
        boolean waits = trip.active().stream()
                .flatMap(cover -> cover.plannedArrival().stream())
                .findFirst()
                .filter(planned -> planned.isAfter(eta.plus(EARLIEST)))
                .isPresent();
        return waits ? Optional.empty() : Optional.of(new Way(fix.eventTime(), eta));
    }
}
