package io.bordergate.domain.advice;

import static io.bordergate.domain.advice.OutlookOf.AT;
import static io.bordergate.domain.advice.OutlookOf.gate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bordergate.domain.advice.Advice.Divert;
import io.bordergate.domain.advice.Advice.Hold;
import io.bordergate.domain.site.Days;
import io.bordergate.domain.site.FixLimits;
import io.bordergate.domain.site.Gates;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Zone;
import io.bordergate.domain.site.ZoneKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** docs/advice.md, worked out by hand: three gates in a row, each 0.1 degrees north of the one before, and two buffers. */
class AdvisorTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final Site SITE = new Site(
            "test",
            new Days(ZoneId.of("Asia/Ho_Chi_Minh"), Days.USUAL_END),
            Site.DEFAULT_LATENESS_WINDOW,
            new FixLimits(null, FixLimits.OFF, FixLimits.OFF),
            List.of(
                    zone("south", ZoneKind.GATE, "south", 21.0),
                    zone("middle", ZoneKind.GATE, "middle", 21.1),
                    zone("north", ZoneKind.GATE, "north", 21.2),
                    zone("park", ZoneKind.BUFFER, "middle", 21.05),
                    zone("field", ZoneKind.BUFFER, "north", 21.3)),
            List.of(),
            new Gates(Set.of("south", "middle", "north"), Map.of(), Map.of(), null));

    /** 0.099 degrees and 1.4 times as far on the road, at 35 km/h. */
    private static final Duration TO_THE_NEXT_GATE =
            Duration.ofSeconds(Math.round(0.099 * Math.PI / 180 * 6_371_008.8 * 1.4 / (35 / 3.6)));

    private final Advisor advisor = new Advisor(SITE);

    @Test
    void saysNothingWhileThereIsRoom() {
        Advice advice = advise(gate("south").occupancy(0.79, 0.79));

        assertThat(advice.since()).isNull();
        assertThat(advice.excess()).isZero();
        assertThat(advice.diverts()).isEmpty();
        assertThat(advice.meter()).isNull();
        assertThat(advice.holds()).isEmpty();
    }

    @Test
    void isInNeedByWhatIsOrWhatIsAheadDownToTheLowerThreshold() {
        assertThat(advise(gate("south").occupancy(0.5, 0.8)).since()).isEqualTo(AT);
        assertThat(advise(gate("south").occupancy(0.8, 0.8)).since()).isEqualTo(AT);
        assertThat(advise(gate("south").occupancy(0.5, 0.8).onItsFirstDay()).since())
                .isNull();
        assertThat(advise(gate("south").occupancy(0.8, 0.8).onItsFirstDay()).since())
                .isEqualTo(AT);
        assertThat(advise(gate("south").withoutCapacity()).since()).isNull();

        Instant before = AT.minusSeconds(900);
        assertThat(adviseAgain(before, gate("south").occupancy(0.5, 0.7)).since())
                .isEqualTo(before);
        assertThat(adviseAgain(before, gate("south").occupancy(0.5, 0.69)).since())
                .isNull();
    }

    @Test
    void divertsTheExcessToAGateThatIsSooner() {
        Advice advice = advise(
                gate("south").occupancy(0.6, 0.88).expects(48).waits("PT30H"),
                gate("middle").occupancy(0.2, 0.3).waits("PT3H"));

        // 88 trucks where 70 are to be: 18 too many, in fives.
        assertThat(advice.excess()).isCloseTo(18, within(1e-9));
        assertThat(advice.diverts())
                .containsExactly(
                        new Divert("middle", 15, Set.of(), room(advice), Duration.ofHours(3), TO_THE_NEXT_GATE));
        assertThat(room(advice)).isCloseTo(35, within(1e-9));
        assertThat(advice.meter()).as("3 are left").isNull();
    }

    @Test
    void divertsNoMoreThanThereIsRoomThanCanBeToldAndThanTheGateTakes() {
        var crowded = gate("south").occupancy(0.6, 1.5).expects(48).waits("PT90H");
        assertThat(trucks(advise(crowded, gate("middle").occupancy(0.2, 0.53).waits("PT3H"))))
                .as("room up to 0.65")
                .isEqualTo(10);
        assertThat(trucks(advise(crowded, gate("middle").occupancy(0.2, 0.2).waits("PT3H"))))
                .as("46 that do not come in the next hour")
                .isEqualTo(45);
        assertThat(trucks(advise(
                        gate("south")
                                .occupancy(0.6, 1.5)
                                .expects(48)
                                .waits("PT90H")
                                .goods("REFRIGERATED", 24)
                                .goods("FRUIT", 6),
                        gate("middle").occupancy(0.2, 0.2).waits("PT3H").suspends("REFRIGERATED", "FRUIT"))))
                .as("30 of 60 have other goods: half of 46")
                .isEqualTo(20);
    }

    /** Here and there 2 trucks an hour of the day: each that changes costs half an hour there and saves half an hour here. */
    @Test
    void divertsUntilBothWaitsAreAlike() {
        Advice advice = advise(
                gate("south").occupancy(0.6, 1.5).expects(480).waits("PT20H"),
                gate("middle").occupancy(0.1, 0.1).waits("PT3H"));

        // 20 - 3 - 0.44 hours by 1 hour for each truck.
        assertThat(trucks(advice)).isEqualTo(15);
    }

    @Test
    void divertsToTheSoonestFirst() {
        Advice advice = advise(
                gate("south").occupancy(0.6, 1.2).expects(96).waits("PT60H"),
                gate("middle").occupancy(0.2, 0.3).waits("PT9H"),
                gate("north").occupancy(0.2, 0.4).waits("PT1H"));

        assertThat(advice.diverts()).extracting(Divert::toGateId).containsExactly("north", "middle");
        assertThat(advice.diverts()).extracting(Divert::trucks).containsExactly(25, 25);
    }

    @Test
    void divertsToNoGateThatIsInNeedClosedUnknownOrHardlySooner() {
        var crowded = gate("south").occupancy(0.6, 0.88).expects(48).waits("PT30H");
        Stream.of(
                        gate("middle").occupancy(0.2, 0.9).waits("PT3H"),
                        gate("middle").occupancy(0.2, 0.3).waits("PT3H").open(0),
                        gate("middle").occupancy(0.2, 0.3).waits(null),
                        gate("middle").withoutCapacity().waits("PT3H"),
                        gate("middle").occupancy(0.2, 0.3).waits("PT28H45M"))
                .forEach(other -> assertThat(advise(crowded, other).diverts()).isEmpty());
    }

    @Test
    void givesNoRoomTwice() {
        Map<String, Advice> advice = adviseAll(
                gate("south").occupancy(0.6, 0.95).expects(96).waits("PT60H"),
                gate("north").occupancy(0.6, 0.9).expects(96).waits("PT60H"),
                gate("middle").occupancy(0.2, 0.35).waits("PT3H"));

        assertThat(trucks(advice.get("south"))).isEqualTo(25);
        assertThat(trucks(advice.get("north"))).isEqualTo(5);
    }

    @Test
    void metersWhatIsLeftAndHoldsWhoHasToWaitInTheNearestBuffer() {
        Advice advice = advise(
                gate("south").occupancy(1.2, 1.5).expects(48),
                gate("middle").withoutCapacity().holds("park", 3));

        // 48 are cleared and the 100 in the yards are to become 70: 18 may go in.
        assertThat(advice.meter()).isEqualTo(new Advice.Meter(18, 0, 48));
        // 48 that come and 20 that stand outside, less the 18; 8 places of 10 in each buffer, 3 of them taken.
        assertThat(advice.holds()).containsExactly(new Hold("park", 5, 5, 3), new Hold("field", 5, 8, 0));
        assertThat(advice.stayAway()).isEqualTo(40);
    }

    @Test
    void holdsNoMoreThanAreLetInInADay() {
        Advice advice = advise(
                gate("south").occupancy(1.2, 1.5).expects(48).clears(3.2),
                gate("middle").withoutCapacity());

        // 38 are cleared and the 100 in the yards are to become 70: 8 may go in, so 8 need a place nearby.
        assertThat(advice.meter().exports()).isEqualTo(8);
        assertThat(advice.holds()).extracting(Hold::trucks).containsExactly(5);
        assertThat(advice.stayAway()).isEqualTo(55);
    }

    @Test
    void sharesWhatCanBeClearedBetweenExportsAndImports() {
        Advice advice = advise(gate("south").occupancy(0.9, 1.5).expects(30).expectsImports(10));

        // 70 - 90 + 48 = 28, a quarter of them to imports.
        assertThat(advice.meter()).isEqualTo(new Advice.Meter(21, 7, 48));
    }

    @Test
    void letsNobodyInWhereMoreIsThereThanCanBeCleared() {
        Advice advice = advise(gate("south").occupancy(1.0, 1.5).clears(1).open(12));

        assertThat(advice.meter().exports()).isZero();
    }

    private Advice advise(OutlookOf first, OutlookOf... others) {
        return adviseAll(Stream.concat(Stream.of(first), Stream.of(others)).toArray(OutlookOf[]::new))
                .get(first.build().gateId());
    }

    private Map<String, Advice> adviseAll(OutlookOf... outlooks) {
        return advisor.advise(Stream.of(outlooks).map(OutlookOf::build).toList(), Map.of());
    }

    private Advice adviseAgain(Instant since, OutlookOf outlook) {
        return advisor.advise(List.of(outlook.build()), Map.of("south", since)).get("south");
    }

    private static int trucks(Advice advice) {
        return advice.diverts().stream().mapToInt(Divert::trucks).sum();
    }

    private static double room(Advice advice) {
        return advice.diverts().get(0).room();
    }

    private static Zone zone(String id, ZoneKind kind, String gate, double latitude) {
        var box = new Envelope(106.699, 106.701, latitude - 0.001, latitude + 0.001);
        int capacity = 10;
        return new Zone(
                new Place(id, kind, gate, kind == ZoneKind.BUFFER ? capacity : null, Place.Limits.NONE),
                GEOMETRY.toGeometry(box));
    }
}
