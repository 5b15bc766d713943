package io.bordergate.topology;

import io.bordergate.domain.presence.Fix;
import io.bordergate.domain.presence.StayRevision;
import io.bordergate.domain.presence.StayRevision.Facts;
import io.bordergate.domain.presence.Whereabouts;
import io.bordergate.domain.site.Gcj02;
import io.bordergate.event.CrossingDirection;
import io.bordergate.event.Datum;
import io.bordergate.event.StayCertainty;
import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TruckPlaceChanged;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.ZoneKind;
import java.time.Instant;

/** Between the words of the wire and those of the domain: the only place that knows both. */
final class Translate {
    private Translate() {}

    /** A fix in WGS-84. Only what says that it is GCJ-02 is converted. */
    static Fix fix(TruckPositionReported event, long recordTime) {
        double latitude = event.getLatitude();
        double longitude = event.getLongitude();
        if (event.getDatum() == Datum.GCJ02) {
            double[] wgs84 = Gcj02.toWgs84(latitude, longitude);
            latitude = wgs84[0];
            longitude = wgs84[1];
        }
        return new Fix(event.getEventTime().toEpochMilli(), recordTime, latitude, longitude);
    }

    static TruckStayChanged event(StayRevision stay) {
        Facts facts = stay.facts();
        return TruckStayChanged.newBuilder()
                .setStayId(stay.stayId())
                .setRevision(stay.revision())
                .setTruckId(stay.truckId())
                .setZoneId(stay.place().id())
                .setZoneKind(ZoneKind.valueOf(stay.place().kind().name()))
                .setGateId(stay.place().gateId())
                .setKind(StayKind.valueOf(facts.kind().name()))
                .setClosedBy(StayClosure.valueOf(facts.closedBy().name()))
                .setCertainty(facts.uncertain() ? StayCertainty.UNCERTAIN : StayCertainty.CONFIRMED)
                .setEnteredAt(Instant.ofEpochMilli(facts.enteredAt()))
                .setLeftAt(facts.leftAt() == Facts.NOT_LEFT ? null : Instant.ofEpochMilli(facts.leftAt()))
                .setDirection(direction(facts.direction()))
                .build();
    }

    static TruckPlaceChanged place(String truckId, Whereabouts last) {
        return new TruckPlaceChanged(truckId, last.latitude(), last.longitude(), Instant.ofEpochMilli(last.time()));
    }

    /** Whether trucks are counted in a zone of that kind; not in one of a kind that this version does not know. */
    static boolean isCounted(ZoneKind kind) {
        return kind != ZoneKind.UNKNOWN
                && io.bordergate.domain.site.ZoneKind.valueOf(kind.name()).isCounted();
    }

    private static CrossingDirection direction(int direction) {
        if (direction == 0) {
            return CrossingDirection.NONE;
        }
        return direction > 0 ? CrossingDirection.LEFT_TO_RIGHT : CrossingDirection.RIGHT_TO_LEFT;
    }
}
