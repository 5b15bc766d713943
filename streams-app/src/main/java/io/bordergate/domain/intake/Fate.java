package io.bordergate.domain.intake;

/** What became of an input record. Every record has exactly one. */
public enum Fate {
    /** Used. */
    APPLIED,
    /** Used, with a remark. */
    FLAGGED,
    /** Kept until its partner comes. */
    HELD,
    /** Said nothing new. */
    NO_OP,
    /** Older than the lateness window. */
    LATE,
    /** Well-formed, but not safe to use. */
    QUARANTINED,
    /** Could not be read. */
    DEAD_LETTERED
}
