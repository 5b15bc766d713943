package io.bordergate.dashboard.trip;

import io.bordergate.event.DeclaredGoods;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.DiscrepancyStatus;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TripStatus;
import io.bordergate.event.TruckTripChanged;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trip and what contradicts in it, as known at one moment. Nobody changes the records in it.
 *
 * @param discrepancies that are or were, in the order in which they opened
 */
public record KnownTrip(TruckTripChanged trip, List<TripDiscrepancyChanged> discrepancies) {
    private static final Comparator<TripDiscrepancyChanged> IN_ORDER =
            Comparator.comparing(TripDiscrepancyChanged::getOpenedAt).thenComparing(TripDiscrepancyChanged::getKind);

    static final Comparator<KnownTrip> NEWEST_FIRST = Comparator.comparing(KnownTrip::begins)
            .reversed()
            .thenComparing(known -> known.trip().getTripId());

    public KnownTrip {
        discrepancies = List.copyOf(discrepancies);
    }

    static KnownTrip of(TruckTripChanged trip, Stream<TripDiscrepancyChanged> all) {
        return new KnownTrip(
                trip,
                all.filter(one -> one.getStatus() != DiscrepancyStatus.WITHDRAWN)
                        .sorted(IN_ORDER)
                        .toList());
    }

    /** Whether later facts have shown that there was no such trip. */
    public boolean isWithdrawn() {
        return trip.getStatus() == TripStatus.WITHDRAWN;
    }

    /** Kinds of what contradicts now, in the order in which it opened. */
    public List<DiscrepancyKind> openDiscrepancies() {
        return discrepancies.stream()
                .filter(one -> one.getStatus() == DiscrepancyStatus.OPENED)
                .map(TripDiscrepancyChanged::getKind)
                .toList();
    }

    /** The goods of its declarations, but of those that were cancelled. */
    public Stream<DeclaredGoods> goods() {
        return trip.getDeclarations().stream()
                .filter(declaration -> declaration.getCancelledAt() == null)
                .flatMap(declaration -> declaration.getGoods().stream());
    }

    /** Its arrival, else when it is expected, else when it was declared. */
    Instant begins() {
        return Stream.of(trip.getArrivedAt(), trip.getEta())
                .filter(time -> time != null)
                .findFirst()
                .or(() -> trip.getDeclarations().stream().findFirst().map(first -> first.getDeclaredAt()))
                .orElse(trip.getAsOf());
    }

    /** When it came to be of the past only; empty while it goes on. */
    static Optional<Instant> endOf(TruckTripChanged trip) {
        return Optional.ofNullable(trip.getStatus() == TripStatus.WITHDRAWN ? trip.getAsOf() : trip.getEndedAt());
    }
}
