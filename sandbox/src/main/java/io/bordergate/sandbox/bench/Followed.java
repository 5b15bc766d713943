package io.bordergate.sandbox.bench;

import io.bordergate.event.DivertAdvised;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.simulator.Guidance;
import io.bordergate.simulator.Guidance.Divert;
import io.bordergate.simulator.Guidance.Hold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Operators who do what they are advised: asks of the drivers what the advice says, whenever it says something else. Not thread-safe. */
final class Followed {
    private static final double HOURS_A_DAY = 24;

    private final List<Guidance> guidance = new ArrayList<>();
    private final Map<String, Guidance> inForce = new HashMap<>();

    /** All that was asked so far, in order. */
    List<Guidance> guidance() {
        return List.copyOf(guidance);
    }

    /** Says whether anything else is asked from now on. */
    boolean follow(Instant now, Map<String, GateAdviceGiven> advice) {
        int before = guidance.size();
        advice.values().stream()
                .sorted((one, other) -> one.getGateId().compareTo(other.getGateId()))
                .map(given -> asked(now, given))
                .filter(this::isNew)
                .forEach(asked -> {
                    inForce.put(asked.gate(), asked);
                    guidance.add(asked);
                });
        return guidance.size() > before;
    }

    private boolean isNew(Guidance asked) {
        Guidance last = inForce.getOrDefault(asked.gate(), Guidance.lifted(asked.at(), asked.gate()));
        return !asked.equals(new Guidance(asked.at(), last.gate(), last.diverts(), last.holds(), last.meterPerHour()));
    }

    private static Guidance asked(Instant now, GateAdviceGiven advice) {
        return new Guidance(
                now,
                advice.getGateId(),
                advice.getDiverts().stream()
                        .map(divert -> divert(divert, advice.getMovableTrucks()))
                        .toList(),
                advice.getHolds().stream()
                        .map(hold -> new Hold(hold.getYardId(), hold.getYardTrucks() + hold.getTrucks()))
                        .toList(),
                advice.getMeter() == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(advice.getMeter().getExportsPerDay() / HOURS_A_DAY));
    }

    private static Divert divert(DivertAdvised divert, double movable) {
        return new Divert(
                divert.getToGateId(),
                Math.min(1, divert.getTrucks() / movable),
                !divert.getExceptGoods().contains("REFRIGERATED"));
    }
}
