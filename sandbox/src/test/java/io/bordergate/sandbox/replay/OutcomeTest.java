package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.event.StayCertainty;
import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.event.ZoneKind;
import io.bordergate.sandbox.GateException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private final List<TruckStayChanged> stays = List.of(
            stay("a", ZoneKind.YARD, StayClosure.OPEN),
            stay("b", ZoneKind.YARD, StayClosure.EXIT),
            stay("c", ZoneKind.GATE, StayClosure.OPEN));

    @Test
    void acceptsAnOccupancyThatIsWhatTheStaysSay() {
        var outcome = outcome(yard("a", 1), yard("b", 0));

        assertThatCode(outcome::checkOccupancy).doesNotThrowAnyException();
    }

    @Test
    void refusesAnOccupancyThatIsNot() {
        var outcome = outcome(yard("a", 2));

        assertThatThrownBy(outcome::checkOccupancy)
                .isInstanceOf(GateException.class)
                .hasMessageContaining("{a=2} does not agree with a recount of the stays {a=1}");
    }

    private Outcome outcome(YardOccupancyChanged... yards) {
        return new Outcome(stays, List.of(), List.of(), List.of(yards), List.of(), List.of(), List.of(), List.of());
    }

    private static TruckStayChanged stay(String zone, ZoneKind kind, StayClosure closedBy) {
        return TruckStayChanged.newBuilder()
                .setStayId(zone)
                .setRevision(1)
                .setTruckId("VN:12C12345")
                .setZoneId(zone)
                .setZoneKind(kind)
                .setKind(StayKind.VISIT)
                .setClosedBy(closedBy)
                .setCertainty(StayCertainty.CONFIRMED)
                .setEnteredAt(Trips.NOON)
                .build();
    }

    private static YardOccupancyChanged yard(String id, int trucks) {
        return YardOccupancyChanged.newBuilder()
                .setYardId(id)
                .setConfirmedTrucks(trucks)
                .setUncertainTrucks(0)
                .setAsOf(Trips.NOON)
                .build();
    }
}
