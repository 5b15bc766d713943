package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import java.util.Optional;

/**
 * How a truck set off in the end, and for which gate; immutable.
 *
 * @param joined when it comes to the queue road, in epoch milliseconds
 */
record Departure(
        Flow flow, QueuedRoute route, long joined, Optional<Diversion> diversion, Optional<HeldBack> heldBack) {

    static Departure asPlanned(ComingTruck truck) {
        return new Departure(truck.flow(), truck.route(), truck.joined(), Optional.empty(), Optional.empty());
    }

    Way way(Turn turn) {
        return route.way(joined, turn, heldBack);
    }
}
