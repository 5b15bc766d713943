package io.bordergate.simulator;

/** What is special about a trip, if anything; a trip has one story. */
public enum Story {
    ORDINARY,
    /** Comes and passes, and nobody has declared it. */
    UNDECLARED,
    /** Declared, and never comes. */
    NO_SHOW,
    /** Is sent back inland from the yard, without having crossed. */
    TURNED_BACK,
    /** Leaves the yard of one gate and crosses at another one. */
    MOVED,
    /** Carries the goods of two declarations. */
    TWO_DECLARATIONS,
    /** One of two trucks of one declaration that travel together. */
    SHARED_DECLARATION,
    /** A Chinese truck whose goods go on with two others; goes back over the border. */
    TRANSSHIPPED,
    /** A Vietnamese truck that takes over goods in a yard; never crosses. */
    RECEIVER
}
