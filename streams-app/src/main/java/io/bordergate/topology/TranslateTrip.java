package io.bordergate.topology;

import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.presence.Closure;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.trip.Discrepancy;
import io.bordergate.domain.trip.Seen;
import io.bordergate.domain.trip.Sighting;
import io.bordergate.domain.trip.Trip;
import io.bordergate.domain.trip.TruckFacts;
import io.bordergate.event.CrossingDirection;
import io.bordergate.event.DataStage;
import io.bordergate.event.DiscrepancyEvidence;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.DiscrepancyStatus;
import io.bordergate.event.EtaBasis;
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
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.event.ZoneKind;
import io.bordergate.stored.TruckSeen;
import io.bordergate.stored.TruckTripsState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Trips between the words of the wire and those of the domain. */
final class TranslateTrip {
    private static final Comparator<TripMilestone> IN_ORDER = Comparator.comparing(TripMilestone::getEventTime)
            .thenComparing(TripMilestone::getType)
            .thenComparing(TripMilestone::getAuthority)
            .thenComparing(TripMilestone::getDeclarationId);

    private TranslateTrip() {}

    static TruckFacts facts(String truckId, TruckTripsState state, Site site) {
        return new TruckFacts(
                truckId,
                state.getStays().stream().map(stay -> sighting(stay, site)).toList(),
                state.getCovers().stream().map(TranslateDeclaration::cover).toList(),
                seen(state.getSeen()));
    }

    /** Whether a stay says anything of a trip: it holds, and is a visit or a crossing at a gate. */
    static boolean isSighting(TruckStayChanged stay) {
        return stay.getGateId() != null
                && stay.getZoneKind() != ZoneKind.UNKNOWN
                && stay.getClosedBy() != StayClosure.WITHDRAWN
                && (stay.getKind() == StayKind.VISIT || stay.getKind() == StayKind.CROSSING);
    }

    private static Sighting sighting(TruckStayChanged stay, Site site) {
        return new Sighting(
                stay.getStayId(),
                site.findPlace(stay.getZoneId()).orElseGet(() -> placeThatWas(stay)),
                direction(stay.getDirection()),
                stay.getEnteredAt(),
                stay.getLeftAt(),
                Closure.valueOf(stay.getClosedBy().name()),
                stay.getCertainty() == StayCertainty.UNCERTAIN);
    }

    /** A zone that a newer site file does not have any more. */
    private static Place placeThatWas(TruckStayChanged stay) {
        return new Place(
                stay.getZoneId(),
                io.bordergate.domain.site.ZoneKind.valueOf(stay.getZoneKind().name()),
                stay.getGateId(),
                null,
                Place.Limits.NONE);
    }

    private static int direction(CrossingDirection direction) {
        return switch (direction) {
            case LEFT_TO_RIGHT -> 1;
            case RIGHT_TO_LEFT -> -1;
            default -> 0;
        };
    }

    private static Seen seen(TruckSeen seen) {
        return seen == null ? null : new Seen(seen.getTime(), seen.getLatitude(), seen.getLongitude());
    }

    /** The event of a trip, as revision 0; {@code asOf} is the time up to which limits were applied. */
    static TruckTripChanged event(Trip trip, TruckTripsState state, Instant asOf) {
        Duration waited = trip.waited(asOf);
        var event = new TruckTripChanged();
        event.setTripId(trip.tripId());
        event.setRevision(0);
        event.setStatus(trip.end().at() == null ? TripStatus.LIVE : TripStatus.ENDED);
        event.setTruckId(trip.truckId());
        event.setGateId(trip.gateId());
        event.setMovedFrom(trip.movedFrom());
        event.setDirection(TradeDirection.valueOf(trip.direction().name()));
        event.setKind(TripKind.valueOf(trip.kind().name()));
        event.setDataStage(DataStage.valueOf(trip.dataStage().name()));
        event.setPhysicalStage(PhysicalStage.valueOf(trip.physicalStage().name()));
        event.setClosedBy(TripClosure.valueOf(trip.end().closedBy().name()));
        event.setEndedAt(trip.end().at());
        event.setArrivedAt(trip.arrivedAt());
        event.setArrivalSeenAt(trip.arrivalSeenAt());
        event.setArrivalConfirmedAt(trip.arrivalConfirmedAt());
        event.setEnteredYardAt(trip.enteredYardAt());
        event.setLeftYardAt(trip.leftYardAt());
        event.setCrossedAt(trip.crossedAt());
        event.setEta(trip.eta().at());
        event.setEtaBasis(EtaBasis.valueOf(trip.eta().basis().name()));
        event.setLastSeenAt(lastSeen(trip, state));
        event.setWaitSeconds(waited == null ? null : waited.toSeconds());
        event.setDeclarations(
                trip.covers().stream().map(TranslateTrip::declaration).toList());
        event.setMilestones(milestones(trip));
        event.setStays(trip.sightings().stream().map(TranslateTrip::stay).toList());
        event.setAsOf(asOf);
        return event;
    }

    private static Instant lastSeen(Trip trip, TruckTripsState state) {
        Instant last = trip.arrivalSeenAt() == null && state.getSeen() != null
                ? state.getSeen().getTime()
                : null;
        for (Sighting sighting : trip.sightings()) {
            Instant seen = sighting.leftAt() == null ? sighting.enteredAt() : sighting.leftAt();
            last = last == null || seen.isAfter(last) ? seen : last;
        }
        return last;
    }

    private static TripDeclaration declaration(Cover cover) {
        var declaration = new TripDeclaration();
        declaration.setDeclarationId(cover.declarationId());
        declaration.setStage(DataStage.valueOf(
                cover.cancelledAt() == null ? Trip.stageOf(cover).name() : DataStage.CANCELLED.name()));
        declaration.setDeclaredAt(cover.declaredAt());
        declaration.setCancelledAt(cover.cancelledAt());
        declaration.setGateId(cover.gateId());
        declaration.setYardId(cover.yardId());
        declaration.setPlannedArrival(cover.plannedArrival());
        declaration.setChannel(TranslateDeclaration.channel(cover));
        declaration.setGoods(TranslateDeclaration.goods(cover));
        declaration.setTrailer(cover.trailer());
        return declaration;
    }

    private static List<TripMilestone> milestones(Trip trip) {
        return trip.covers().stream()
                .flatMap(cover -> cover.confirmations().stream())
                .map(TranslateDeclaration::confirmation)
                .sorted(IN_ORDER)
                .toList();
    }

    private static TripStay stay(Sighting sighting) {
        var stay = new TripStay();
        stay.setStayId(sighting.stayId());
        stay.setZoneId(sighting.place().id());
        stay.setKind(sighting.direction() == 0 ? StayKind.VISIT : StayKind.CROSSING);
        stay.setEnteredAt(sighting.enteredAt());
        stay.setLeftAt(sighting.leftAt());
        stay.setClosedBy(StayClosure.valueOf(sighting.closedBy().name()));
        stay.setCertainty(sighting.uncertain() ? StayCertainty.UNCERTAIN : StayCertainty.CONFIRMED);
        stay.setDirection(crossing(sighting.direction()));
        return stay;
    }

    private static CrossingDirection crossing(int direction) {
        if (direction == 0) {
            return CrossingDirection.NONE;
        }
        return direction > 0 ? CrossingDirection.LEFT_TO_RIGHT : CrossingDirection.RIGHT_TO_LEFT;
    }

    /** The event of a discrepancy, as revision 0. */
    static TripDiscrepancyChanged event(Trip trip, Discrepancy discrepancy) {
        return TripDiscrepancyChanged.newBuilder()
                .setDiscrepancyId(trip.tripId() + "|" + discrepancy.kind())
                .setTripId(trip.tripId())
                .setTruckId(trip.truckId())
                .setGateId(trip.gateId())
                .setKind(DiscrepancyKind.valueOf(discrepancy.kind().name()))
                .setRevision(0)
                .setStatus(discrepancy.closedAt() == null ? DiscrepancyStatus.OPENED : DiscrepancyStatus.CLOSED)
                .setOpenedAt(discrepancy.openedAt())
                .setClosedAt(discrepancy.closedAt())
                .setEvidence(discrepancy.evidence().stream()
                        .map(each -> new DiscrepancyEvidence(each.fact(), each.at()))
                        .toList())
                .build();
    }
}
