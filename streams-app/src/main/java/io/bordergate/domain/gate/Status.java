package io.bordergate.domain.gate;

/** What a gate's operator says of its service. */
public enum Status {
    /** As its hours and closures say. */
    OPEN,
    CLOSED,
    /** Open, with less than usual. */
    REDUCED
}
