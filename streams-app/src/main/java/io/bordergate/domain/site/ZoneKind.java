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
}
