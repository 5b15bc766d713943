package io.bordergate.simulator.scenario;

/** What a truck is doing on a stretch of its way. */
public enum Phase {
    APPROACH,
    QUEUE,
    GATE,
    PARKED,
    WAITING,
    TO_CROSSING,
    OVER,
    LEAVING,
    GONE
}
