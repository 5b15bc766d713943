package io.bordergate.dashboard;

import io.bordergate.dashboard.trip.KnownTrip;
import io.bordergate.event.Authority;
import io.bordergate.event.CrossingDirection;
import io.bordergate.event.CustomsChannel;
import io.bordergate.event.DataStage;
import io.bordergate.event.DeclaredGoods;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.EtaBasis;
import io.bordergate.event.GoodsCategory;
import io.bordergate.event.MilestoneType;
import io.bordergate.event.PhysicalStage;
import io.bordergate.event.StayCertainty;
import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TradeDirection;
import io.bordergate.event.TripClosure;
import io.bordergate.event.TripDeclaration;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TripKind;
import io.bordergate.event.TripStay;
import io.bordergate.event.TruckTripChanged;
import java.time.Instant;
import java.util.List;

/**
 * One trip with both its flows and the names of places. Immutable. Fields are those of border.truck.trip, docs/trips.md.
 *
 * @param gate null if it is not known
 * @param waitSeconds as of asOf
 * @param discrepancies that are or were, in the order in which they opened
 */
record TripView(
        String tripId,
        String truckId,
        PlaceView gate,
        PlaceView movedFrom,
        TradeDirection direction,
        TripKind kind,
        DataStage dataStage,
        PhysicalStage physicalStage,
        TripClosure closedBy,
        Instant endedAt,
        Instant arrivedAt,
        Instant arrivalSeenAt,
        Instant arrivalConfirmedAt,
        Instant enteredYardAt,
        Instant leftYardAt,
        Instant crossedAt,
        Instant eta,
        EtaBasis etaBasis,
        Instant lastSeenAt,
        Long waitSeconds,
        List<DeclarationView> declarations,
        List<MilestoneView> milestones,
        List<StayView> stays,
        List<DiscrepancyView> discrepancies,
        Instant asOf) {

    TripView {
        declarations = List.copyOf(declarations);
        milestones = List.copyOf(milestones);
        stays = List.copyOf(stays);
        discrepancies = List.copyOf(discrepancies);
    }

    /** A gate, zone or line with its names; by its id alone if the site file does not name it. Immutable. */
    record PlaceView(String id, String name, String nameVi) {
        static PlaceView gate(String id, SiteMap site) {
            SiteMap.Gate gate = id == null ? null : site.gate(id);
            return gate == null ? null : new PlaceView(id, gate.name(), gate.nameVi());
        }

        static PlaceView zone(String id, SiteMap site) {
            SiteMap.Zone zone = id == null ? null : site.zones().getOrDefault(id, new SiteMap.Zone("", id, id));
            return zone == null ? null : new PlaceView(id, zone.name(), zone.nameVi());
        }
    }

    /** What a declaration says of the truck. Immutable. */
    record DeclarationView(
            String declarationId,
            DataStage stage,
            Instant declaredAt,
            Instant cancelledAt,
            PlaceView gate,
            PlaceView yard,
            Instant plannedArrival,
            CustomsChannel channel,
            List<GoodsView> goods,
            String trailer) {

        DeclarationView {
            goods = List.copyOf(goods);
        }

        static DeclarationView of(TripDeclaration told, SiteMap site) {
            return new DeclarationView(
                    told.getDeclarationId(),
                    told.getStage(),
                    told.getDeclaredAt(),
                    told.getCancelledAt(),
                    PlaceView.gate(told.getGateId(), site),
                    PlaceView.zone(told.getYardId(), site),
                    told.getPlannedArrival(),
                    told.getChannel(),
                    told.getGoods().stream().map(GoodsView::of).toList(),
                    told.getTrailer());
        }
    }

    /** One class of goods. Immutable. */
    record GoodsView(GoodsCategory category, boolean refrigerated) {
        static GoodsView of(DeclaredGoods goods) {
            return new GoodsView(goods.getCategory(), goods.getRefrigerated());
        }
    }

    /** What an authority confirmed. Immutable. */
    record MilestoneView(
            String declarationId, MilestoneType type, Authority authority, Instant eventTime, Instant recordTime) {}

    /** What its tracker showed. Immutable. */
    record StayView(
            PlaceView zone,
            StayKind kind,
            Instant enteredAt,
            Instant leftAt,
            StayClosure closedBy,
            StayCertainty certainty,
            CrossingDirection direction) {

        static StayView of(TripStay stay, SiteMap site) {
            return new StayView(
                    PlaceView.zone(stay.getZoneId(), site),
                    stay.getKind(),
                    stay.getEnteredAt(),
                    stay.getLeftAt(),
                    stay.getClosedBy(),
                    stay.getCertainty(),
                    stay.getDirection());
        }
    }

    /** Where the flows contradict each other; closedAt is null while they do. Immutable. */
    record DiscrepancyView(DiscrepancyKind kind, Instant openedAt, Instant closedAt, List<FactView> evidence) {
        DiscrepancyView {
            evidence = List.copyOf(evidence);
        }

        static DiscrepancyView of(TripDiscrepancyChanged told) {
            return new DiscrepancyView(
                    told.getKind(),
                    told.getOpenedAt(),
                    told.getClosedAt(),
                    told.getEvidence().stream()
                            .map(fact -> new FactView(fact.getFact(), fact.getAt()))
                            .toList());
        }
    }

    /** What a discrepancy rests on; at may be null. Immutable. */
    record FactView(String fact, Instant at) {}

    static TripView of(KnownTrip known, SiteMap site) {
        TruckTripChanged trip = known.trip();
        return new TripView(
                trip.getTripId(),
                trip.getTruckId(),
                PlaceView.gate(trip.getGateId(), site),
                PlaceView.gate(trip.getMovedFrom(), site),
                trip.getDirection(),
                trip.getKind(),
                trip.getDataStage(),
                trip.getPhysicalStage(),
                trip.getClosedBy(),
                trip.getEndedAt(),
                trip.getArrivedAt(),
                trip.getArrivalSeenAt(),
                trip.getArrivalConfirmedAt(),
                trip.getEnteredYardAt(),
                trip.getLeftYardAt(),
                trip.getCrossedAt(),
                trip.getEta(),
                trip.getEtaBasis(),
                trip.getLastSeenAt(),
                trip.getWaitSeconds(),
                trip.getDeclarations().stream()
                        .map(one -> DeclarationView.of(one, site))
                        .toList(),
                milestones(trip),
                trip.getStays().stream().map(one -> StayView.of(one, site)).toList(),
                known.discrepancies().stream().map(DiscrepancyView::of).toList(),
                trip.getAsOf());
    }

    private static List<MilestoneView> milestones(TruckTripChanged trip) {
        return trip.getMilestones().stream()
                .map(one -> new MilestoneView(
                        one.getDeclarationId(),
                        one.getType(),
                        one.getAuthority(),
                        one.getEventTime(),
                        one.getRecordTime()))
                .toList();
    }
}
