package io.bordergate.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.CrossingDirection;
import io.bordergate.event.StayCertainty;
import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.event.ZoneKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The judge must not be blind: what is lost, doubled or exchanged is a fault to it. */
class SecondOpinionTest {
    private static final Instant ENTERED = Instant.parse("2026-05-03T00:00:00Z");

    private final List<ConsumerRecord<String, TruckStayChanged>> told = new ArrayList<>(List.of(
            stay("a", 1, StayClosure.OPEN),
            stay("b", 1, StayClosure.OPEN),
            stay("a", 2, StayClosure.EXIT),
            stay("c", 1, StayClosure.OPEN)));

    @Test
    void findsNoFaultInWhatIsRight() {
        assertThat(SecondOpinion.revisionFaults(told)).isEmpty();
        assertThat(lines()).hasSize(4);
        assertThat(SecondOpinion.recount(SecondOpinion.newest(told).values())).containsEntry("yard", 2);
    }

    @Test
    void seesALostRevision() {
        told.remove(0);
        assertThat(SecondOpinion.revisionFaults(told)).hasSize(1);
    }

    @Test
    void seesALostStay() {
        List<String> before = lines();
        told.remove(3);
        assertThat(differ(before, lines())).isTrue();
    }

    @Test
    void seesADoubledRevision() {
        told.add(2, told.get(1));
        assertThat(SecondOpinion.revisionFaults(told)).hasSize(1);
    }

    @Test
    void seesTwoExchanged() {
        Collections.swap(told, 0, 2);
        assertThat(SecondOpinion.revisionFaults(told)).isNotEmpty();
    }

    @Test
    void seesAnotherOccupancy() {
        List<TruckStayChanged> visits =
                SecondOpinion.visits(SecondOpinion.newest(told).values());
        assertThat(SecondOpinion.occupancyLines(visits))
                .containsExactly("zone_id,at,trucks", "yard,2026-05-03T00:00:00Z,3", "yard,2026-05-03T01:00:00Z,2");
    }

    @Test
    void seesATripThatGoesOnWithoutItsBeginning() {
        var trips = List.of(trip("x", 2), trip("x", 3));

        assertThat(SecondOpinion.tripRevisionFaults(trips)).hasSize(1);
    }

    @Test
    void takesATripThatInheritsForWhatItIs() {
        var trips = List.of(trip("w", 1), trip("x", 2), trip("w", 2), trip("x", 3));

        assertThat(SecondOpinion.tripRevisionFaults(trips)).isEmpty();
        assertThat(SecondOpinion.tripRevisionFaults(List.of(trips.get(0), trips.get(2), trips.get(2))))
                .hasSize(1);
    }

    private List<String> lines() {
        return SecondOpinion.stayLines(
                SecondOpinion.visits(SecondOpinion.newest(told).values()));
    }

    private static boolean differ(List<String> wanted, List<String> found) {
        return !new Verdict("mutant", 0, false)
                .sameLines("lines", found, wanted)
                .isKept();
    }

    private static ConsumerRecord<String, TruckStayChanged> stay(String id, int revision, StayClosure closure) {
        var stay = TruckStayChanged.newBuilder()
                .setStayId(id)
                .setRevision(revision)
                .setTruckId("VN:" + id)
                .setZoneId("yard")
                .setZoneKind(ZoneKind.YARD)
                .setKind(StayKind.VISIT)
                .setClosedBy(closure)
                .setCertainty(StayCertainty.CONFIRMED)
                .setEnteredAt(ENTERED)
                .setLeftAt(closure == StayClosure.OPEN ? null : ENTERED.plusSeconds(3600))
                .setDirection(CrossingDirection.NONE)
                .build();
        return new ConsumerRecord<>("border.truck.stay", 0, revision, id, stay);
    }

    private static ConsumerRecord<String, TruckTripChanged> trip(String id, int revision) {
        var trip = new TruckTripChanged();
        trip.setTripId(id);
        trip.setRevision(revision);
        trip.setTruckId("VN:12C12345");
        return new ConsumerRecord<>("border.truck.trip", 0, revision, id, trip);
    }
}
