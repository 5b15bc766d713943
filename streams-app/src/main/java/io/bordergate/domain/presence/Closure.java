package io.bordergate.domain.presence;

/** How a stay ended, if it did. */
public enum Closure {
    OPEN,
    /** A fix outside. */
    EXIT,
    /** No fix for longer than the silence timeout. */
    SILENCE,
    /** Later facts show that there was no such stay. */
    WITHDRAWN
}
