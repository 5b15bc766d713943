package io.bordergate.simulator;

/**
 * What the trucks of a gate lost within a time, and what was done about it: the figures by which an operator compares two
 * ways to run it. Immutable; in hours, of all trucks together but for the last.
 *
 * @param exportHoursAtGate from arriving at the gate until cleared, also of those that still wait
 * @param importHoursAtGate the same of those that come the other way
 * @param hoursInBuffers held in buffers for the gate's sake, before they set off
 * @param hoursAtOrigins held at their origins for the gate's sake
 * @param hoursFull how long its yards held more trucks than a share of their capacity
 * @param diverted set off for the gate in this time and went to another one
 * @param held began to wait in a buffer in this time
 * @param keptAtOrigin began to wait at their origin in this time
 */
public record GateCost(
        String gateId,
        double exportHoursAtGate,
        double importHoursAtGate,
        double hoursInBuffers,
        double hoursAtOrigins,
        double hoursFull,
        int diverted,
        int held,
        int keptAtOrigin) {

    /** The hours that loaded trucks and their drivers stood away from home. */
    public double hoursOnTheRoad() {
        return exportHoursAtGate + importHoursAtGate + hoursInBuffers;
    }

    /** The same, and those in which trucks that were asked to had not set off yet. */
    public double hoursWaited() {
        return hoursOnTheRoad() + hoursAtOrigins;
    }
}
