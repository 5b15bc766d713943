package io.bordergate.domain.yard;

/** How a stay counts in its yard at the moment. */
public enum Presence {
    /** Inside, with a recent fix. */
    CONFIRMED,
    /** Inside, silent. */
    UNCERTAIN,
    /** Not, or no longer, inside. */
    ABSENT
}
