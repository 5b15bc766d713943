package io.bordergate.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Section 1 of docs/forecast.md: what the forecast of a gate takes from a trip, whether the truck came or not. {@code
 * left} of one that never came is the end of its trip. Immutable.
 */
record ForecastTruck(
        String gate,
        String side,
        Optional<Instant> declared,
        Optional<Instant> planned,
        Optional<Instant> arrived,
        Optional<Instant> left,
        boolean ended,
        boolean movedIn,
        Optional<Way> way) {

    static ForecastTruck of(Trip trip, Optional<GateTruck> there, Closing closing, Optional<Way> way) {
        var says = trip.active().isEmpty()
                ? trip.covers().stream().sorted(Cover.BY_DECLARED).toList()
                : trip.active();
        return new ForecastTruck(
                trip.gate().orElseThrow(),
                trip.direction().equals("IMPORT") ? "IMPORT" : "EXPORT",
                says.stream().map(Cover::declaredAt).min(Comparator.naturalOrder()),
                says.stream().flatMap(cover -> cover.plannedArrival().stream()).findFirst(),
                there.map(GateTruck::arrived),
                there.isPresent() ? there.get().left() : closing.end(),
                closing.end().isPresent(),
                trip.movedFrom().isPresent(),
                way);
    }

    boolean isAnnounced(Instant at) {
        return planned.isPresent() && declared.isPresent() && !declared.get().isAfter(at);
    }

    boolean isExpected(Instant at) {
        return !hasArrived(at) && !ended && (isAnnounced(at) || way.isPresent());
    }

    boolean hasArrived(Instant at) {
        return arrived.isPresent() && !arrived.get().isAfter(at);
    }

    /** After the one and not after the other. */
    boolean arrivedIn(Instant from, Instant to) {
        return hasArrived(to) && arrived.get().isAfter(from);
    }
}
