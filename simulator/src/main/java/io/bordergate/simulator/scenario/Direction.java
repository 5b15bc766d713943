package io.bordergate.simulator.scenario;

/** Seen from Vietnam: export leaves it, import enters it. */
public enum Direction {
    EXPORT,
    IMPORT
}
