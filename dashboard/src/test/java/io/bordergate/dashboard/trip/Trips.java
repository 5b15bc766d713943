package io.bordergate.dashboard.trip;

import io.bordergate.event.Authority;
import io.bordergate.event.CrossingDirection;
import io.bordergate.event.CustomsChannel;
import io.bordergate.event.DataStage;
import io.bordergate.event.DeclaredGoods;
import io.bordergate.event.DiscrepancyEvidence;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.DiscrepancyStatus;
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
import io.bordergate.event.TripMilestone;
import io.bordergate.event.TripStatus;
import io.bordergate.event.TripStay;
import io.bordergate.event.TruckTripChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the stream application publishes of single trucks, in the tests' words. */
public final class Trips {
    public static final Instant NOON = Instant.parse("2026-05-03T05:00:00Z");

    private Trips() {}

    /** A truck without papers that arrived at the north then, and stands there. */
    public static TruckTripChanged arrived(String truckId, Instant at) {
        return TruckTripChanged.newBuilder()
                .setTripId(truckId + "|north|" + at)
                .setRevision(1)
                .setStatus(TripStatus.LIVE)
                .setTruckId(truckId)
                .setGateId("north")
                .setDirection(TradeDirection.UNKNOWN)
                .setKind(TripKind.GOODS)
                .setDataStage(DataStage.UNDECLARED)
                .setPhysicalStage(PhysicalStage.AT_GATE)
                .setClosedBy(TripClosure.OPEN)
                .setArrivedAt(at)
                .setArrivalSeenAt(at)
                .setAsOf(at)
                .build();
    }

    /** A truck that is to come to the north then. */
    public static TruckTripChanged expected(String truckId, Instant eta) {
        return TruckTripChanged.newBuilder(arrived(truckId, eta))
                .setPhysicalStage(PhysicalStage.EXPECTED)
                .setDataStage(DataStage.DECLARED)
                .setArrivedAt(null)
                .setArrivalSeenAt(null)
                .setEta(eta)
                .setEtaBasis(EtaBasis.PLANNED)
                .build();
    }

    /** The same, over since then. */
    public static TruckTripChanged ended(String truckId, Instant at, Instant end) {
        return TruckTripChanged.newBuilder(arrived(truckId, at))
                .setRevision(2)
                .setStatus(TripStatus.ENDED)
                .setPhysicalStage(PhysicalStage.CROSSED)
                .setClosedBy(TripClosure.CROSSED)
                .setCrossedAt(end)
                .setEndedAt(end)
                .setAsOf(end)
                .build();
    }

    /** Never was; its facts are now those of another trip, null: of none. */
    public static TruckTripChanged withdrawn(TruckTripChanged trip, String supersededBy) {
        return TruckTripChanged.newBuilder(trip)
                .setRevision(trip.getRevision() + 1)
                .setStatus(TripStatus.WITHDRAWN)
                .setSupersededBy(supersededBy)
                .build();
    }

    /** An export of refrigerated fruit, declared two hours before noon, in yard a since noon, confirmed late and by customs alone. */
    public static TruckTripChanged export(String truckId, String declarationId) {
        Instant declared = NOON.minus(Duration.ofHours(2));
        return TruckTripChanged.newBuilder(arrived(truckId, NOON))
                .setDirection(TradeDirection.EXPORT)
                .setDataStage(DataStage.REGISTERED)
                .setPhysicalStage(PhysicalStage.IN_YARD)
                .setEnteredYardAt(NOON.plusSeconds(600))
                .setLastSeenAt(NOON.plusSeconds(600))
                .setWaitSeconds(5_400L)
                .setEtaBasis(EtaBasis.NONE)
                .setDeclarations(List.of(TripDeclaration.newBuilder()
                        .setDeclarationId(declarationId)
                        .setStage(DataStage.REGISTERED)
                        .setDeclaredAt(declared)
                        .setGateId("north")
                        .setYardId("c")
                        .setPlannedArrival(NOON.minusSeconds(1_800))
                        .setChannel(CustomsChannel.YELLOW)
                        .setGoods(List.of(new DeclaredGoods(GoodsCategory.FRUIT, true)))
                        .setTrailer("12R-001.23")
                        .build()))
                .setMilestones(List.of(
                        milestone(declarationId, MilestoneType.REGISTERED, declared.plusSeconds(240), 0),
                        milestone(declarationId, MilestoneType.GTIN, NOON.plusSeconds(900), 1_200)))
                .setStays(List.of(
                        stay("north", StayKind.VISIT, NOON, CrossingDirection.NONE),
                        stay("a", StayKind.VISIT, NOON.plusSeconds(600), CrossingDirection.NONE)))
                .setAsOf(NOON.plusSeconds(5_400))
                .build();
    }

    /** A truck without papers that stands in a yard since then. */
    public static TruckTripChanged inYard(String truckId, String yardId, Instant since) {
        return TruckTripChanged.newBuilder(arrived(truckId, since))
                .setPhysicalStage(PhysicalStage.IN_YARD)
                .setStays(List.of(stay(yardId, StayKind.VISIT, since, CrossingDirection.NONE)))
                .build();
    }

    private static TripMilestone milestone(String declarationId, MilestoneType type, Instant at, int late) {
        return new TripMilestone(declarationId, type, Authority.CUSTOMS, at, at.plusSeconds(late));
    }

    private static TripStay stay(String zoneId, StayKind kind, Instant enteredAt, CrossingDirection direction) {
        return TripStay.newBuilder()
                .setStayId(zoneId + "|" + enteredAt)
                .setZoneId(zoneId)
                .setKind(kind)
                .setEnteredAt(enteredAt)
                .setLeftAt(null)
                .setClosedBy(StayClosure.OPEN)
                .setCertainty(StayCertainty.CONFIRMED)
                .setDirection(direction)
                .build();
    }

    /** Since then; closed at the other time, null: it still holds. */
    public static TripDiscrepancyChanged discrepancy(
            String tripId, DiscrepancyKind kind, Instant openedAt, Instant closedAt) {
        return TripDiscrepancyChanged.newBuilder()
                .setDiscrepancyId(tripId + "|" + kind)
                .setTripId(tripId)
                .setTruckId(tripId.substring(0, tripId.indexOf('|')))
                .setGateId("north")
                .setKind(kind)
                .setRevision(closedAt == null ? 1 : 2)
                .setStatus(closedAt == null ? DiscrepancyStatus.OPENED : DiscrepancyStatus.CLOSED)
                .setOpenedAt(openedAt)
                .setClosedAt(closedAt)
                .setEvidence(List.of(new DiscrepancyEvidence("GTIN by CUSTOMS", openedAt)))
                .build();
    }
}
