package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Flow;

/**
 * A truck that comes to the queue of its service as it was planned, or would have; immutable.
 *
 * @param place in the order of all trucks that queue
 * @param joined when it comes to the queue road if it is not guided, in epoch milliseconds
 * @param isStock whether it waits when the scenario begins
 * @param number of its plate and first declaration
 */
record ComingTruck(
        int place,
        Story story,
        Truck truck,
        Flow flow,
        QueuedRoute route,
        long joined,
        boolean isStock,
        int number,
        Dice dice) {

    boolean comes() {
        return story != Story.NO_SHOW;
    }

    long setsOff() {
        return joined - route.approach();
    }

    /** Whether it would do what operators ask, if so many do. */
    boolean obeys(double share) {
        return flow.direction() == Direction.EXPORT
                && !isStock
                && dice.pick("obeys").chance(share);
    }

    boolean isRefrigerated() {
        return DeclarationDraw.isRefrigerated(flow, firstPapers())
                || (story == Story.TWO_DECLARATIONS && DeclarationDraw.isRefrigerated(flow, secondPapers()));
    }

    Dice firstPapers() {
        return dice.pick("declaration");
    }

    Dice secondPapers() {
        return dice.pick("second");
    }
}
