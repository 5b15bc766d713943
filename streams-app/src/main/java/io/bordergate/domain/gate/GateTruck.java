package io.bordergate.domain.gate;

import io.bordergate.domain.declaration.Channel;
import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.declaration.Goods;
import io.bordergate.domain.declaration.TradeDirection;
import io.bordergate.domain.declaration.TripKind;
import io.bordergate.domain.trip.DataStage;
import io.bordergate.domain.trip.Trip;
import io.bordergate.domain.trip.TripEnd.Closure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the figures of a gate need to know of one trip. Immutable; docs/gates.md, section 1, defines each field.
 *
 * @param tripId the trip that it follows from
 * @param channel the strictest of its declarations; null if none says one
 * @param arrived not later than left
 * @param cleared null while it is not, and if it never will be
 * @param left when it was cleared or went away otherwise; null while it is there
 * @param movedIn came from another gate on the same journey
 * @param movedOut went on to another gate, not cleared here
 * @param live its tracker shows it at the gate now
 * @param announcement that it was to come; null if nobody said when
 */
public record GateTruck(
        String tripId,
        Side side,
        Category category,
        boolean refrigerated,
        Channel channel,
        Instant arrived,
        Instant cleared,
        Instant left,
        boolean movedIn,
        boolean movedOut,
        boolean live,
        Announcement announcement) {

    private static final Set<DataStage> DONE = EnumSet.of(DataStage.FINISHED, DataStage.LEFT, DataStage.CROSSED);

    /** Nothing if the trip is of no gate, of a kind that is not counted, or the truck never arrived. */
    public static Optional<GateTruck> of(Trip trip) {
        Side side = sideOf(trip);
        Instant cleared = side == Side.EXPORT ? trip.crossedAt() : clearedImport(trip);
        Instant left = cleared != null ? cleared : trip.end().at();
        Instant arrived = trip.arrivedAt() != null ? trip.arrivedAt() : cleared;
        if (!counts(trip) || arrived == null) {
            return Optional.empty();
        }
        List<Cover> active = trip.activeCovers();
        return Optional.of(new GateTruck(
                trip.tripId(),
                side,
                Category.of(active),
                active.stream().flatMap(cover -> cover.goods().stream()).anyMatch(Goods::refrigerated),
                strictest(active),
                left != null && left.isBefore(arrived) ? left : arrived,
                cleared,
                left,
                trip.movedFrom() != null,
                cleared == null && trip.end().closedBy() == Closure.MOVED,
                trip.sightings().stream().anyMatch(seen -> seen.leftAt() == null && !seen.uncertain()),
                Announcement.of(trip)));
    }

    /** Trucks within a yard, or between yards, are none of a gate's. */
    static boolean counts(Trip trip) {
        return trip.gateId() != null && (trip.kind() == TripKind.GOODS || trip.kind() == TripKind.EMPTY);
    }

    /** Who stands there unregistered stands on our side. */
    static Side sideOf(Trip trip) {
        return trip.direction() == TradeDirection.IMPORT ? Side.IMPORT : Side.EXPORT;
    }

    /** A truck from abroad is cleared when it goes on inland, with its papers done. */
    private static Instant clearedImport(Trip trip) {
        Closure closedBy = trip.end().closedBy();
        boolean wentOn = closedBy == Closure.CROSSED || closedBy == Closure.LEFT;
        boolean done = trip.crossedAt() != null || DONE.contains(trip.dataStage());
        return wentOn && done ? trip.end().at() : null;
    }

    private static Channel strictest(List<Cover> covers) {
        return covers.stream()
                .map(Cover::channel)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether it is one of the backlog at that moment. */
    public boolean waitsAt(Instant t) {
        return !arrived.isAfter(t) && (left == null || left.isAfter(t));
    }

    /** From arrival until it was cleared, or until then while it waits. */
    Duration waited(Instant t) {
        return Duration.between(arrived, cleared != null && !cleared.isAfter(t) ? cleared : t);
    }

    /** Whether its coming was known by then. */
    public boolean isAnnouncedAt(Instant t) {
        return announcement != null && announcement.isKnownAt(t);
    }

    boolean clearedIn(Window window) {
        return cleared != null && window.contains(cleared);
    }
}
