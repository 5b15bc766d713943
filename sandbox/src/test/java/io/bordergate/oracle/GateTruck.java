package io.bordergate.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Section 1 of docs/gates.md: what the figures of a gate take from a trip of a truck that was there. Immutable. */
record GateTruck(
        String gate,
        String side,
        String category,
        boolean refrigerated,
        Instant arrived,
        Optional<Instant> cleared,
        Optional<Instant> left,
        String closedBy,
        boolean movedIn,
        boolean live) {

    /** The first of them that is found among the goods is the category. */
    private static final List<String> CATEGORIES = List.of("FRUIT", "OTHER_PERISHABLE", "NEW_VEHICLE");

    /** Whether the trip is counted at its gate at all, if the truck comes there. */
    static boolean isCounted(Trip trip) {
        return trip.gate().isPresent() && List.of("GOODS", "EMPTY").contains(trip.kind());
    }

    /** Empty if the truck was never there. */
    static Optional<GateTruck> of(Trip trip, Site site, Instant clock, boolean live) {
        Closing closing = Closing.of(trip, site, clock);
        TripTimes times = TripTimes.of(trip);
        String side = trip.direction().equals("IMPORT") ? "IMPORT" : "EXPORT";
        Optional<Instant> cleared = side.equals("IMPORT") ? importCleared(trip, closing, times) : times.crossed();
        Optional<Instant> left = cleared.isPresent() ? cleared : closing.end();
        Optional<Instant> arrived = times.arrived().isPresent() ? times.arrived() : cleared;
        return arrived.map(time -> new GateTruck(
                trip.gate().orElseThrow(),
                side,
                category(trip),
                isRefrigerated(trip),
                left.isPresent() && left.get().isBefore(time) ? left.get() : time,
                cleared,
                left,
                closing.closedBy(),
                trip.movedFrom().isPresent(),
                live));
    }

    boolean waits(Instant at) {
        return !arrived.isAfter(at) && (left.isEmpty() || left.get().isAfter(at));
    }

    private static Optional<Instant> importCleared(Trip trip, Closing closing, TripTimes times) {
        boolean isThrough = times.crossed().isPresent()
                || List.of(DataStage.FINISHED, DataStage.LEFT, DataStage.CROSSED)
                        .contains(DataStage.of(trip));
        boolean isGone = List.of("CROSSED", "LEFT").contains(closing.closedBy());
        return isThrough && isGone ? closing.end() : Optional.empty();
    }

    private static String category(Trip trip) {
        if (trip.active().isEmpty()) {
            return "UNDECLARED";
        }
        List<String> goods = trip.active().stream()
                .flatMap(cover -> cover.goods().stream())
                .map(item -> item.substring(0, item.indexOf(':')))
                .toList();
        return CATEGORIES.stream().filter(goods::contains).findFirst().orElse("OTHER");
    }

    private static boolean isRefrigerated(Trip trip) {
        return trip.active().stream().flatMap(cover -> cover.goods().stream()).anyMatch(item -> item.endsWith(":true"));
    }
}
