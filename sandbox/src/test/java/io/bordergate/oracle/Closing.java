package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Section 4: how a trip ended, and when; without an end it is OPEN. Immutable. */
record Closing(String closedBy, Optional<Instant> end) {

    static final Duration PATIENCE = Duration.ofDays(3);
    private static final Closing OPEN = new Closing("OPEN", Optional.empty());

    static Closing of(Trip trip, Site site, Instant clock) {
        Confirmations confirmed = trip.confirmed();
        DataStage data = DataStage.of(trip);
        if (trip.hasMoved()) {
            return by("MOVED", trip.passage().flatMap(Passage::next));
        }
        if (trip.lastCutOut().isPresent()) {
            return by("CROSSED", trip.lastCutOut());
        }
        if (confirmed.has("CROS")) {
            return by("CROSSED", confirmed.earliest("CROS"));
        }
        if (data == DataStage.TURNED_BACK) {
            return by("TURNED_BACK", confirmed.latest("TURNED_BACK"));
        }
        if (hasLeftAsConfirmed(trip, confirmed)) {
            return by("LEFT", confirmed.latest("GTOT"));
        }
        return trip.passage().isPresent()
                ? ofSeen(trip, trip.passage().get(), site.limits(trip.gate()), clock)
                : ofUnseen(trip, data, clock);
    }

    private static boolean hasLeftAsConfirmed(Trip trip, Confirmations confirmed) {
        Optional<Instant> left = confirmed.latest("GTOT");
        return left.isPresent()
                && trip.passage().stream()
                        .flatMap(Passage::visits)
                        .noneMatch(visit -> visit.isOpen() || visit.begin().isAfter(left.get()));
    }

    private static Closing ofUnseen(Trip trip, DataStage data, Instant clock) {
        if (data == DataStage.CANCELLED) {
            return by(
                    "CANCELLED",
                    trip.covers().stream()
                            .flatMap(cover -> cover.cancelledAt().stream())
                            .max(Comparator.naturalOrder()));
        }
        Instant awaited = trip.active().stream()
                .map(Cover::awaitedFrom)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean isMissed = hasPassed(Optional.of(PATIENCE), awaited, clock)
                && trip.confirmed().earliestPhysical().isEmpty();
        return isMissed ? by("NO_SHOW", Optional.of(awaited.plus(PATIENCE))) : OPEN;
    }

    private static Closing ofSeen(Trip trip, Passage passage, Limits limits, Instant clock) {
        Optional<Duration> returnWithin = limits.returnWithin();
        return switch (PhysicalStage.of(trip)) {
            case LEFT -> closedAt("LEFT", passage.lastEnd(), returnWithin, trip, clock);
            case SILENT -> closedAt("SILENCE", passage.lastEnd(), limits.silentFor(), trip, clock);
            case AT_GATE ->
                passage.hasOpen(sighting -> true)
                        ? OPEN
                        : closedAt("LEFT", passage.lastEnd(), returnWithin, trip, clock);
            default -> OPEN;
        };
    }

    private static Closing closedAt(String closedBy, Instant end, Optional<Duration> limit, Trip trip, Instant clock) {
        return trip.hasNext() || hasPassed(limit, end, clock) ? by(closedBy, Optional.of(end)) : OPEN;
    }

    /** A limit has passed once the clock is later. */
    private static boolean hasPassed(Optional<Duration> limit, Instant since, Instant clock) {
        return limit.map(since::plus).map(clock::isAfter).orElse(false);
    }

    private static Closing by(String closedBy, Optional<Instant> end) {
        return new Closing(closedBy, end);
    }
}
