package io.bordergate.domain.presence;

/** What became of a fix that was fit to be used. */
public enum FixFate {
    /** Counts. */
    APPLIED,
    /** The same truck, time and position again: changes nothing. */
    DUPLICATE,
    /** Another position for a time already taken: one of the two counts, by rule. */
    CONFLICT,
    /** Older than the lateness window: kept apart. */
    LATE
}
