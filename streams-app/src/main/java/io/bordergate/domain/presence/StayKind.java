package io.bordergate.domain.presence;

/** How a presence counts. */
public enum StayKind {
    /** A stay that counts. */
    VISIT,
    /** Too short to count, or driven through between two fixes. */
    PASS,
    /** A crossing line was cut. */
    CROSSING
}
