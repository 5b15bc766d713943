package io.bordergate.dashboard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bordergate.dashboard.gate.GateAdvice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Advice about one gate as it was given, with the names of the places in it and how old it is. Immutable.
 *
 * @param age stale once it is more than {@link #STALE_AFTER}: two of its quarter hours did not come
 */
record AdviceView(
        @JsonUnwrapped @JsonIgnoreProperties({"diverts", "holds"})
        GateAdvice given,

        String name,
        String nameVi,
        Age age,
        List<DivertView> diverts,
        List<HoldView> holds) {
    static final Duration STALE_AFTER = Duration.ofMinutes(45);

    AdviceView {
        diverts = List.copyOf(diverts);
        holds = List.copyOf(holds);
    }

    /** To which gate, with its names. Immutable. */
    record DivertView(@JsonUnwrapped GateAdvice.Divert given, String name, String nameVi) {

        static DivertView of(GateAdvice.Divert divert, SiteMap site) {
            SiteMap.Gate gate = site.gate(divert.toGateId());
            return new DivertView(divert, gate.name(), gate.nameVi());
        }
    }

    /** In which buffer, with its names. Immutable. */
    record HoldView(@JsonUnwrapped GateAdvice.Hold given, String name, String nameVi) {

        static HoldView of(GateAdvice.Hold hold, SiteMap site) {
            SiteMap.Yard yard = site.yards().get(hold.yardId());
            return new HoldView(
                    hold, yard == null ? hold.yardId() : yard.name(), yard == null ? hold.yardId() : yard.nameVi());
        }
    }

    static AdviceView of(GateAdvice advice, SiteMap site, Instant boardTime) {
        SiteMap.Gate gate = site.gate(advice.gateId());
        return new AdviceView(
                advice,
                gate.name(),
                gate.nameVi(),
                Age.of(advice.at(), boardTime, STALE_AFTER),
                advice.diverts().stream().map(one -> DivertView.of(one, site)).toList(),
                advice.holds().stream().map(one -> HoldView.of(one, site)).toList());
    }
}
