package io.bordergate.dashboard;

import io.bordergate.dashboard.gate.GateAdvice;
import io.bordergate.dashboard.gate.GateAdvice.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Advice about one gate, with the names of the places in it and how old it is. Immutable. Figures are those of {@link GateAdvice}.
 *
 * @param age stale once it is more than {@link #STALE_AFTER}: two of its quarter hours did not come
 */
record AdviceView(
        String gateId,
        String name,
        String nameVi,
        Instant at,
        Age age,
        Instant since,
        int yardTrucks,
        int yardCapacity,
        Double occupancy,
        Double greatestOccupancy,
        double excessTrucks,
        double expectedTrucks,
        double movableTrucks,
        int outsideTrucks,
        Long waitSeconds,
        List<DivertView> diverts,
        Meter meter,
        List<HoldView> holds,
        int stayAwayTrucks) {
    static final Duration STALE_AFTER = Duration.ofMinutes(45);

    AdviceView {
        diverts = List.copyOf(diverts);
        holds = List.copyOf(holds);
    }

    /** To which gate, with its names. Immutable. */
    record DivertView(
            String toGateId,
            String name,
            String nameVi,
            int trucks,
            List<String> exceptGoods,
            double roomTrucks,
            long waitSeconds,
            long waySeconds) {

        DivertView {
            exceptGoods = List.copyOf(exceptGoods);
        }

        static DivertView of(GateAdvice.Divert divert, SiteMap site) {
            SiteMap.Gate gate = site.gate(divert.toGateId());
            return new DivertView(
                    divert.toGateId(),
                    gate.name(),
                    gate.nameVi(),
                    divert.trucks(),
                    divert.exceptGoods(),
                    divert.roomTrucks(),
                    divert.waitSeconds(),
                    divert.waySeconds());
        }
    }

    /** In which buffer, with its names. Immutable. */
    record HoldView(String yardId, String name, String nameVi, int trucks, double roomTrucks, int yardTrucks) {

        static HoldView of(GateAdvice.Hold hold, SiteMap site) {
            SiteMap.Yard yard = site.yards().get(hold.yardId());
            return new HoldView(
                    hold.yardId(),
                    yard == null ? hold.yardId() : yard.name(),
                    yard == null ? hold.yardId() : yard.nameVi(),
                    hold.trucks(),
                    hold.roomTrucks(),
                    hold.yardTrucks());
        }
    }

    static AdviceView of(GateAdvice advice, SiteMap site, Instant boardTime) {
        SiteMap.Gate gate = site.gate(advice.gateId());
        return new AdviceView(
                advice.gateId(),
                gate.name(),
                gate.nameVi(),
                advice.at(),
                Age.of(advice.at(), boardTime, STALE_AFTER),
                advice.since(),
                advice.yardTrucks(),
                advice.yardCapacity(),
                advice.occupancy(),
                advice.greatestOccupancy(),
                advice.excessTrucks(),
                advice.expectedTrucks(),
                advice.movableTrucks(),
                advice.outsideTrucks(),
                advice.waitSeconds(),
                advice.diverts().stream().map(one -> DivertView.of(one, site)).toList(),
                advice.meter(),
                advice.holds().stream().map(one -> HoldView.of(one, site)).toList(),
                advice.stayAwayTrucks());
    }
}
