package io.bordergate.domain.site;

/** What a zone of the site file is. */
public enum ZoneKind {
    GATE,
    YARD,
    APPROACH,
    CROSSING,
    BUFFER;

    /** Whether trucks are counted in it: the places where they are parked. */
    public boolean isCounted() {
        return this == YARD || this == BUFFER;
    }

    /** Whether a truck in it is on its way, and not yet at the gate. */
    public boolean isOnTheWay() {
        return this == APPROACH || this == BUFFER;
    }
}
