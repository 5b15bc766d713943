package io.bordergate.dashboard;

import io.bordergate.dashboard.trip.KnownTrip;
import io.bordergate.event.DataStage;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.GoodsCategory;
import io.bordergate.event.StayCertainty;
import io.bordergate.event.StayKind;
import io.bordergate.event.TradeDirection;
import io.bordergate.event.TripStay;
import io.bordergate.event.TruckTripChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A truck that stands in a yard, as its trip says. Immutable.
 *
 * @param dwellSeconds from its entry to the time of the board; null before any figure
 * @param discrepancies kinds of those that are open, in the order in which they opened
 */
record YardTruck(
        String tripId,
        String truckId,
        Instant enteredAt,
        Long dwellSeconds,
        StayCertainty certainty,
        TradeDirection direction,
        DataStage dataStage,
        boolean declared,
        boolean perishable,
        boolean refrigerated,
        List<DiscrepancyKind> discrepancies,
        Instant asOf) {
    static final Comparator<YardTruck> LONGEST_FIRST =
            Comparator.comparing(YardTruck::enteredAt).thenComparing(YardTruck::tripId);

    private static final Set<GoodsCategory> PERISHABLE = Set.of(GoodsCategory.FRUIT, GoodsCategory.OTHER_PERISHABLE);

    YardTruck {
        discrepancies = List.copyOf(discrepancies);
    }

    /** Empty if the truck is not in the yard. */
    static Optional<YardTruck> of(KnownTrip known, String yardId, Instant boardTime) {
        return known.trip().getStays().stream()
                .filter(stay -> stay.getZoneId().equals(yardId))
                .filter(stay -> stay.getKind() == StayKind.VISIT && stay.getLeftAt() == null)
                .max(Comparator.comparing(TripStay::getEnteredAt))
                .map(stay -> of(known, stay, boardTime));
    }

    private static YardTruck of(KnownTrip known, TripStay stay, Instant boardTime) {
        TruckTripChanged trip = known.trip();
        boolean declared = trip.getDataStage() != DataStage.UNDECLARED && trip.getDataStage() != DataStage.CANCELLED;
        return new YardTruck(
                trip.getTripId(),
                trip.getTruckId(),
                stay.getEnteredAt(),
                boardTime == null
                        ? null
                        : (Long) Math.max(
                                0,
                                Duration.between(stay.getEnteredAt(), boardTime).toSeconds()),
                stay.getCertainty(),
                trip.getDirection(),
                trip.getDataStage(),
                declared,
                known.goods().anyMatch(goods -> PERISHABLE.contains(goods.getCategory())),
                known.goods().anyMatch(goods -> goods.getRefrigerated()),
                known.openDiscrepancies(),
                trip.getAsOf());
    }
}
