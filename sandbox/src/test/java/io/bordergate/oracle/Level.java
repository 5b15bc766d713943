package io.bordergate.oracle;

/** How congested a scope of a gate is, from the lowest to the highest. */
enum Level {
    NORMAL,
    BUSY,
    CONGESTED,
    CRITICAL
}
