package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import java.util.Optional;

/** A truck that is about to begin its way to a gate; immutable. */
record SettingOff(ComingTruck truck, Flow flow, QueuedRoute route, Optional<Diversion> diversion) {

    /** Begins now, in epoch milliseconds. */
    Departure at(long now, Optional<HeldBack> heldBack) {
        long toRoute = heldBack.flatMap(HeldBack::buffer)
                .map(HeldBack.BufferWay::duration)
                .orElse(0L);
        return new Departure(flow, route, now + toRoute + route.approach(), diversion, heldBack);
    }
}
