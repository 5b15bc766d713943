package io.bordergate.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.CrossingDirection;
import io.bordergate.event.DiscrepancyStatus;
import io.bordergate.event.EtaBasis;
import io.bordergate.event.StayCertainty;
import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TripStatus;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.event.ZoneKind;
import io.bordergate.fixtures.Sites;
import io.bordergate.stored.DeclarationCover;
import io.bordergate.stored.TruckSeen;
import io.bordergate.stored.TruckTripsState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/**
 * Facts are forgotten 30 days after the trip they belong to (docs/trips.md, section 6): nothing is left of them, nothing is
 * said of it, and what is kept stays as it is.
 */
class ForgettingTest {
    private static final String TRUCK = "VN:12C12345";
    private static final Instant START = Instant.parse("2026-05-03T00:00:00Z");

    private final TruckBook book = new TruckBook(Sites.yard());
    private final TruckTripsState state = TruckBook.empty();
    private final List<TruckTripChanged> trips = new ArrayList<>();
    private final List<TripDiscrepancyChanged> discrepancies = new ArrayList<>();

    @Test
    void forgetsATripThirtyDaysAfterItsLastFact() {
        tell(0, cover("1", 0, 2));
        tell(1, visit("v", ZoneKind.YARD, "huu-nghi", 1, 5));
        passTime(hours(30));
        assertThat(trips.get(trips.size() - 1).getStatus()).isEqualTo(TripStatus.ENDED);
        assertThat(state.getLookAgainAt())
                .isEqualTo(at(5).plus(Duration.ofDays(30)).plusMillis(1));
        trips.clear();
        discrepancies.clear();

        passTime(Duration.ofHours(5).plusDays(30));
        assertThat(TruckBook.isEmpty(state)).isFalse();
        passTime(Duration.ofHours(5).plusDays(30).plusMillis(1));

        assertThat(TruckBook.isEmpty(state)).isTrue();
        assertThat(state.getDiscrepancies()).isEmpty();
        assertThat(state.getLookAgainAt()).isNull();
        assertThat(trips).isEmpty();
        assertThat(discrepancies).isEmpty();
    }

    @Test
    void takesAFactOfAForgottenTripForLate() {
        DeclarationCover cover = cover("1", 0, 2);
        TruckStayChanged visit = visit("v", ZoneKind.YARD, "huu-nghi", 1, 5);
        Instant inTime = at(2).plus(Duration.ofDays(30));

        assertThat(Forgetting.isLate(state, cover, inTime)).isFalse();
        assertThat(Forgetting.isLate(state, cover, inTime.plusMillis(1))).isTrue();
        assertThat(Forgetting.isLate(state, visit, at(5).plus(Duration.ofDays(30))))
                .isFalse();
        assertThat(Forgetting.isLate(state, visit, at(6).plus(Duration.ofDays(30))))
                .isTrue();
        assertThat(Forgetting.isLate(state, cover("2", 0, 24 * 40), inTime.plusMillis(1)))
                .isFalse();
    }

    @Test
    void takesWhatIsKnownAndRevisedForInTime() {
        tell(0, cover("1", 0, 2));
        tell(1, visit("v", ZoneKind.YARD, "huu-nghi", 1, 24 * 40));

        assertThat(Forgetting.isLate(state, cover("1", 0, 2), at(24 * 40))).isFalse();
        assertThat(Forgetting.isLate(state, revoked("1"), at(24 * 90))).isFalse();
        assertThat(Forgetting.isLate(state, visit("v", ZoneKind.YARD, "huu-nghi", 1, 3), at(24 * 40)))
                .isFalse();
    }

    @Test
    void saysNothingAgainOfATripThatGoesOn() {
        tell(1, visit("old", ZoneKind.YARD, "huu-nghi", 1, 5));
        tell(48, visit("long", ZoneKind.YARD, "huu-nghi", 48, 0));
        passTime(hours(60));
        trips.clear();
        discrepancies.clear();

        passTime(Duration.ofDays(50));
        passTime(Duration.ofDays(51));

        assertThat(state.getStays()).extracting(TruckStayChanged::getStayId).containsExactly("long");
        assertThat(state.getTrips()).hasSize(1);
        assertThat(trips).isEmpty();
        assertThat(discrepancies).isEmpty();
    }

    /** What was declared for the first gate tells why the truck is wrong at the second. */
    @Test
    void keepsTheGateThatATruckMovedFromAsLongAsTheOneItMovedTo() {
        tell(0, cover("1", 0, 1));
        tell(1, visit("a", ZoneKind.YARD, "huu-nghi", 1, 2));
        tell(4, visit("b", ZoneKind.YARD, "tan-thanh", 4, 24 * 10));
        passTime(Duration.ofDays(15));
        assertThat(discrepancies).anyMatch(each -> each.getKind().name().equals("WRONG_GATE"));
        trips.clear();
        discrepancies.clear();

        passTime(Duration.ofDays(35));
        assertThat(state.getTrips()).hasSize(2);
        passTime(Duration.ofDays(41));

        assertThat(TruckBook.isEmpty(state)).isTrue();
        assertThat(trips).isEmpty();
        assertThat(discrepancies).isEmpty();
    }

    @Test
    void keepsTheNumberOfATripThatSharesItsName() {
        tell(0, cover("1", 0, 10));
        tell(0, cover("2", 0, 24 * 5));
        passTime(Duration.ofDays(10));
        assertThat(state.getTrips()).extracting(TruckTripChanged::getTripId).anyMatch(id -> id.endsWith("|2"));
        trips.clear();
        discrepancies.clear();

        passTime(Duration.ofDays(34));
        passTime(Duration.ofDays(60));

        assertThat(TruckBook.isEmpty(state)).isTrue();
        assertThat(trips).isEmpty();
        assertThat(discrepancies).isEmpty();
    }

    @Test
    void forgetsWhatMadeNoTrip() {
        tell(1, visit("road", ZoneKind.APPROACH, "huu-nghi", 1, 5));
        assertThat(TruckBook.isEmpty(state)).isFalse();

        passTime(Duration.ofDays(31));

        assertThat(TruckBook.isEmpty(state)).isTrue();
        assertThat(trips).isEmpty();
    }

    @Test
    void forgetsWhatWasWithdrawn() {
        tell(0, cover("1", 0, 2));
        tell(1, revoked("1"));
        assertThat(state.getTrips()).extracting(TruckTripChanged::getStatus).containsExactly(TripStatus.WITHDRAWN);

        passTime(Duration.ofDays(31));

        assertThat(TruckBook.isEmpty(state)).isTrue();
    }

    /** At the start facts are dealt with before the clocks of all partitions have been heard. */
    @Test
    void remembersWhatWasWithdrawnBeforeTheClockWasKnown() {
        DeclarationCover cover = cover("1", 0, 2);
        book.add(state, cover);
        book.conclude(TRUCK, state, Instant.EPOCH, at(0), trips::add, (gateId, truck) -> {}, discrepancies::add);
        book.add(state, revoked("1"));
        book.conclude(TRUCK, state, Instant.EPOCH, at(1), trips::add, (gateId, truck) -> {}, discrepancies::add);
        passTime(hours(1));
        tell(2, cover);

        assertThat(trips).extracting(TruckTripChanged::getRevision).containsExactly(1, 2, 3);
        assertThat(trips)
                .extracting(TruckTripChanged::getTripId)
                .containsOnly(trips.get(0).getTripId());
    }

    @Test
    void expectsATruckTheSameWhetherItWasSeenOrDeclaredFirst() {
        var seen = new TruckSeen(at(1), 21.9, 106.7);
        DeclarationCover cover = cover("1", 0, 4);

        TruckTripChanged seenFirst = newest(List.of(seen, cover));
        TruckTripChanged declaredFirst = newest(List.of(cover, seen));

        assertThat(seenFirst.getEtaBasis()).isEqualTo(EtaBasis.POSITION);
        assertThat(declaredFirst.getEta()).isEqualTo(seenFirst.getEta());
    }

    private static TruckTripChanged newest(List<SpecificRecord> facts) {
        var withGate = new TruckBook(Sites.site()
                .square("gate", io.bordergate.domain.site.ZoneKind.GATE, 0, 0, 100, Sites.limits())
                .build());
        TruckTripsState state = TruckBook.empty();
        List<TruckTripChanged> told = new ArrayList<>();
        facts.forEach(fact -> {
            withGate.add(state, fact);
            withGate.conclude(TRUCK, state, at(1), at(1), told::add, (gateId, truck) -> {}, discrepancy -> {});
        });
        return told.get(told.size() - 1);
    }

    @Test
    void forgetsWhereATruckWasThatNobodyDeclares() {
        tell(1, new TruckSeen(at(1), 21.9, 106.7));

        passTime(Duration.ofHours(1).plusDays(30));
        assertThat(TruckBook.isEmpty(state)).isFalse();
        passTime(Duration.ofHours(1).plusDays(30).plusMillis(1));

        assertThat(TruckBook.isEmpty(state)).isTrue();
        assertThat(trips).isEmpty();
    }

    /** Half of a pair that took each other back would be a crossing. */
    @Test
    void forgetsCutsThatTakeEachOtherBackTogether() {
        tell(1, visit("yard", ZoneKind.YARD, "huu-nghi", 1, 5));
        tell(6, cut("out", CrossingDirection.LEFT_TO_RIGHT, Duration.ofHours(6)));
        tell(6, cut("in", CrossingDirection.RIGHT_TO_LEFT, Duration.ofHours(6).plusMinutes(5)));
        passTime(Duration.ofDays(3));
        trips.clear();

        passTime(Duration.ofHours(6).plusDays(30).plusMinutes(1));
        assertThat(state.getStays()).hasSize(2);
        passTime(Duration.ofHours(6).plusDays(30).plusMinutes(6));

        assertThat(TruckBook.isEmpty(state)).isTrue();
        assertThat(trips).isEmpty();
    }

    private void tell(long hour, Object fact) {
        book.add(state, fact);
        passTime(hours(hour));
    }

    private void passTime(Duration sinceStart) {
        Instant now = START.plus(sinceStart);
        book.conclude(TRUCK, state, now, now, trips::add, (gateId, truck) -> {}, discrepancies::add);
        assertThat(state.getLookAgainAt())
                .as("looks ahead")
                .satisfiesAnyOf(
                        at -> assertThat(at).isNull(), at -> assertThat(at).isAfter(now));
        assertThat(discrepancies).noneMatch(each -> each.getStatus() == DiscrepancyStatus.WITHDRAWN);
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    private static Instant at(long hour) {
        return START.plus(hours(hour));
    }

    private static DeclarationCover cover(String id, long declared, long planned) {
        return DeclarationCover.newBuilder()
                .setDeclarationId(id)
                .setGateId("huu-nghi")
                .setDeclaredAt(at(declared))
                .setPlannedArrival(at(planned))
                .build();
    }

    private static DeclarationCover revoked(String id) {
        return TranslateDeclaration.revoked(id);
    }

    /** A visit by the hours since the start; one that never ends is open. */
    private static TruckStayChanged visit(String id, ZoneKind kind, String gate, long from, long to) {
        return stay(id, kind, gate)
                .setKind(StayKind.VISIT)
                .setDirection(CrossingDirection.NONE)
                .setClosedBy(to == 0 ? StayClosure.OPEN : StayClosure.EXIT)
                .setEnteredAt(at(from))
                .setLeftAt(to == 0 ? null : at(to))
                .build();
    }

    private static TruckStayChanged cut(String id, CrossingDirection direction, Duration after) {
        return stay(id, ZoneKind.CROSSING, "huu-nghi")
                .setKind(StayKind.CROSSING)
                .setDirection(direction)
                .setClosedBy(StayClosure.EXIT)
                .setEnteredAt(START.plus(after).minusSeconds(60))
                .setLeftAt(START.plus(after))
                .build();
    }

    private static TruckStayChanged.Builder stay(String id, ZoneKind kind, String gate) {
        return TruckStayChanged.newBuilder()
                .setStayId(id)
                .setRevision(1)
                .setTruckId(TRUCK)
                .setZoneId(gate + "-" + kind)
                .setZoneKind(kind)
                .setGateId(gate)
                .setCertainty(StayCertainty.CONFIRMED);
    }
}
