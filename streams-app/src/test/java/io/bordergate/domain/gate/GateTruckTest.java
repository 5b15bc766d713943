package io.bordergate.domain.gate;

import static io.bordergate.domain.declaration.Authority.BORDER_GUARD;
import static io.bordergate.domain.declaration.Authority.CUSTOMS;
import static io.bordergate.domain.declaration.MilestoneType.CROS;
import static io.bordergate.domain.declaration.MilestoneType.CUSR;
import static io.bordergate.domain.declaration.MilestoneType.GTIN;
import static io.bordergate.domain.declaration.MilestoneType.GTOT;
import static io.bordergate.domain.declaration.MilestoneType.TURNED_BACK;
import static io.bordergate.domain.declaration.TradeDirection.EXPORT;
import static io.bordergate.domain.declaration.TradeDirection.IMPORT;
import static io.bordergate.domain.declaration.TradeDirection.UNKNOWN;
import static io.bordergate.domain.gate.GateStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.declaration.Channel;
import io.bordergate.domain.declaration.Goods;
import io.bordergate.domain.declaration.TripKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a trip is for the figures of its gate, by example: section 1 of docs/gates.md. */
class GateTruckTest {
    private static GateStory inTheYard() {
        return new GateStory().visits("huu-nghi", "09:00", null);
    }

    private static Goods goods(String category, boolean refrigerated) {
        return new Goods(Goods.Category.valueOf(category), refrigerated);
    }

    @Test
    void whoStandsThereUnregisteredStandsOnOurSide() {
        GateTruck truck = inTheYard().truckAt("10:00");

        assertThat(truck.side()).isEqualTo(Side.EXPORT);
        assertThat(truck.category()).isEqualTo(Category.UNDECLARED);
        assertThat(truck.refrigerated()).isFalse();
        assertThat(truck.channel()).isNull();
        assertThat(truck.arrived()).isEqualTo(at("09:00"));
        assertThat(truck.left()).isNull();
        assertThat(truck.movedIn()).isFalse();
        assertThat(truck.live()).isTrue();
    }

    @Test
    void aDirectionThatNobodyKnowsIsOurSideToo() {
        assertThat(inTheYard().with(UNKNOWN).declared("huu-nghi", "08:00").truckAt("10:00"))
                .returns(Side.EXPORT, GateTruck::side)
                .returns(Category.OTHER, GateTruck::category);
        assertThat(inTheYard().with(IMPORT).declared("huu-nghi", "08:00").truckAt("10:00"))
                .returns(Side.IMPORT, GateTruck::side);
    }

    @ParameterizedTest
    @CsvSource({
        "FRUIT, OTHER_PERISHABLE, FRUIT",
        "OTHER, FRUIT, FRUIT",
        "NEW_VEHICLE, OTHER_PERISHABLE, OTHER_PERISHABLE",
        "OTHER, NEW_VEHICLE, NEW_VEHICLE",
        "OTHER, OTHER, OTHER",
        "UNKNOWN, UNKNOWN, OTHER"
    })
    void isOfTheFirstCategoryThatAnyDeclarationNames(String one, String other, Category category) {
        GateTruck truck = inTheYard()
                .with(goods(one, false))
                .declared("huu-nghi", "08:00")
                .with(goods(other, true))
                .declared("huu-nghi", "08:10")
                .truckAt("10:00");

        assertThat(truck.category()).isEqualTo(category);
        assertThat(truck.refrigerated()).isTrue();
    }

    @Test
    void aCancelledDeclarationSaysNothing() {
        GateTruck truck = inTheYard()
                .with(goods("FRUIT", true))
                .with(Channel.RED)
                .cancelled("09:30")
                .declared("huu-nghi", "08:00")
                .truckAt("10:00");

        assertThat(truck.category()).isEqualTo(Category.UNDECLARED);
        assertThat(truck.refrigerated()).isFalse();
        assertThat(truck.channel()).isNull();
    }

    @Test
    void isInTheStrictestChannel() {
        GateTruck truck = inTheYard()
                .with(Channel.YELLOW)
                .declared("huu-nghi", "08:00")
                .with(Channel.GREEN)
                .declared("huu-nghi", "08:10")
                .truckAt("10:00");

        assertThat(truck.channel()).isEqualTo(Channel.YELLOW);
    }

    @Test
    void anExportIsClearedWhenItCrosses() {
        GateTruck truck = new GateStory()
                .visits("huu-nghi", "09:00", "11:00")
                .goesOut("huu-nghi", "11:10")
                .declared("huu-nghi", "08:00")
                .truckAt("11:30");

        assertThat(truck.cleared()).isEqualTo(at("11:10"));
        assertThat(truck.left()).isEqualTo(at("11:10"));
        assertThat(truck.waited(at("12:00"))).isEqualTo(Duration.ofMinutes(130));
        assertThat(truck.live()).isFalse();
    }

    @Test
    void anImportIsClearedWhenItGoesInlandWithItsPapersDone() {
        GateTruck truck = new GateStory()
                .with(IMPORT)
                .visits("huu-nghi", "09:00", null)
                .confirmed(CUSR, CUSTOMS, "10:00")
                .declared("huu-nghi", "08:00")
                .truckAt("11:00");
        GateTruck gone = new GateStory()
                .with(IMPORT)
                .visits("huu-nghi", "09:00", "11:00")
                .confirmed(CUSR, CUSTOMS, "10:00")
                .declared("huu-nghi", "08:00")
                .truckAt("18:00");

        assertThat(truck).returns(null, GateTruck::cleared).returns(null, GateTruck::left);
        assertThat(gone).returns(at("11:00"), GateTruck::cleared).returns(at("11:00"), GateTruck::left);
    }

    @Test
    void anImportThatWasSeenToCrossIsClearedWhenItGoesInland() {
        GateTruck waiting = new GateStory()
                .with(IMPORT)
                .comesIn("huu-nghi", "08:55")
                .visits("huu-nghi", "09:00", null)
                .declared("huu-nghi", "08:00")
                .truckAt("15:00");
        GateTruck gone = new GateStory()
                .with(IMPORT)
                .comesIn("huu-nghi", "08:55")
                .visits("huu-nghi", "09:00", "11:00")
                .declared("huu-nghi", "08:00")
                .truckAt("18:00");

        assertThat(waiting).returns(at("08:55"), GateTruck::arrived).returns(null, GateTruck::left);
        assertThat(gone.cleared()).isEqualTo(at("11:00"));
    }

    @Test
    void anImportThatGoesBackUnfinishedIsNotCleared() {
        GateTruck truck = new GateStory()
                .with(IMPORT)
                .visits("huu-nghi", "09:00", "11:00")
                .declared("huu-nghi", "08:00")
                .truckAt("18:00");

        assertThat(truck).returns(null, GateTruck::cleared).returns(at("11:00"), GateTruck::left);
    }

    @Test
    void whoIsTurnedBackHasLeftAndIsNotCleared() {
        GateTruck truck = new GateStory()
                .visits("huu-nghi", "09:00", "11:00")
                .confirmed(TURNED_BACK, BORDER_GUARD, "10:30")
                .declared("huu-nghi", "08:00")
                .truckAt("11:30");

        assertThat(truck).returns(null, GateTruck::cleared).returns(at("10:30"), GateTruck::left);
        assertThat(truck.movedOut()).isFalse();
    }

    @Test
    void whoMovesIsAtOneGateAfterTheOther() {
        List<Optional<GateTruck>> trucks = new GateStory()
                .visits("tan-thanh", "09:00", "10:00")
                .visits("huu-nghi", "11:00", null)
                .declared("huu-nghi", "08:00")
                .trucksAt("11:30");

        assertThat(trucks.get(0).orElseThrow())
                .returns(at("11:00"), GateTruck::left)
                .returns(true, GateTruck::movedOut)
                .returns(false, GateTruck::movedIn);
        assertThat(trucks.get(1).orElseThrow())
                .returns(at("11:00"), GateTruck::arrived)
                .returns(false, GateTruck::movedOut)
                .returns(true, GateTruck::movedIn);
    }

    @Test
    void whoWasOnlyConfirmedToCrossArrivedThen() {
        GateTruck truck = new GateStory()
                .confirmed(CROS, BORDER_GUARD, "10:00")
                .declared("huu-nghi", "08:00")
                .truckAt("11:00");

        assertThat(truck).returns(at("10:00"), GateTruck::arrived).returns(at("10:00"), GateTruck::cleared);
    }

    @Test
    void nobodyArrivesAfterHeLeft() {
        GateTruck truck = new GateStory()
                .confirmed(GTIN, CUSTOMS, "09:00")
                .confirmed(GTIN, BORDER_GUARD, "10:30")
                .confirmed(CROS, BORDER_GUARD, "10:00")
                .with(EXPORT)
                .declared("huu-nghi", "08:00")
                .truckAt("11:00");

        assertThat(truck).returns(at("10:00"), GateTruck::arrived).returns(at("10:00"), GateTruck::left);
    }

    @Test
    void whoNeverArrivedWasNeverHere() {
        assertThat(new GateStory().declared("huu-nghi", "08:00").trucksAt("10:00"))
                .containsExactly(Optional.empty());
        assertThat(new GateStory()
                        .confirmed(GTOT, CUSTOMS, "09:00")
                        .declared("huu-nghi", "08:00")
                        .trucksAt("10:00"))
                .containsExactly(Optional.empty());
    }

    @Test
    void withoutAGateThereIsNothingToCount() {
        assertThat(new GateStory()
                        .confirmed(CROS, CUSTOMS, "09:00")
                        .declared(null, "08:00")
                        .trucksAt("10:00"))
                .containsExactly(Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(TripKind.class)
    void goodsAndEmptiesCount(TripKind kind) {
        Optional<GateTruck> truck = inTheYard()
                .with(kind)
                .declared("huu-nghi", "08:00")
                .trucksAt("10:00")
                .get(0);

        assertThat(truck.isPresent()).isEqualTo(kind == TripKind.GOODS || kind == TripKind.EMPTY);
    }

    @Test
    void whoseTrackerIsSilentIsThereAndNotLive() {
        GateTruck truck = new GateStory().isUncertainAt("huu-nghi", "09:00").truckAt("10:00");

        assertThat(truck.live()).isFalse();
        assertThat(truck.waitsAt(at("10:00"))).isTrue();
    }

    @Test
    void waitsFromItsArrivalUntilItHasLeft() {
        GateTruck truck = new GateStory()
                .visits("huu-nghi", "09:00", "11:00")
                .goesOut("huu-nghi", "11:10")
                .truckAt("11:30");

        assertThat(truck.waitsAt(at("08:59:59.999"))).isFalse();
        assertThat(truck.waitsAt(at("09:00"))).isTrue();
        assertThat(truck.waitsAt(at("11:09:59.999"))).isTrue();
        assertThat(truck.waitsAt(at("11:10"))).isFalse();
    }
}
