package io.bordergate.sandbox.replay;

import io.bordergate.event.DataStage;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.DiscrepancyStatus;
import io.bordergate.event.PhysicalStage;
import io.bordergate.event.TradeDirection;
import io.bordergate.event.TripClosure;
import io.bordergate.event.TripDeclaration;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TripKind;
import io.bordergate.event.TripStatus;
import io.bordergate.event.TruckTripChanged;
import java.time.Instant;
import java.util.Arrays;

/** Trips and discrepancies with what every one must have; tests change what they are about. */
final class Trips {
    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private Trips() {}

    static TruckTripChanged.Builder trip(String tripId, String... declarationIds) {
        return TruckTripChanged.newBuilder()
                .setTripId(tripId)
                .setRevision(1)
                .setStatus(TripStatus.LIVE)
                .setTruckId("VN:12C12345")
                .setGateId("huu-nghi")
                .setDirection(TradeDirection.EXPORT)
                .setKind(TripKind.GOODS)
                .setDataStage(DataStage.ARRIVED)
                .setPhysicalStage(PhysicalStage.IN_YARD)
                .setClosedBy(TripClosure.OPEN)
                .setDeclarations(
                        Arrays.stream(declarationIds).map(Trips::declaration).toList())
                .setAsOf(NOON);
    }

    static TripDiscrepancyChanged.Builder discrepancy(String tripId, DiscrepancyKind kind) {
        return TripDiscrepancyChanged.newBuilder()
                .setDiscrepancyId(tripId + "|" + kind)
                .setTripId(tripId)
                .setTruckId("VN:12C12345")
                .setGateId("huu-nghi")
                .setKind(kind)
                .setRevision(1)
                .setStatus(DiscrepancyStatus.OPENED)
                .setOpenedAt(NOON);
    }

    private static TripDeclaration declaration(String id) {
        return TripDeclaration.newBuilder()
                .setDeclarationId(id)
                .setStage(DataStage.ARRIVED)
                .setDeclaredAt(NOON)
                .build();
    }
}
