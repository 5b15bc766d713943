package io.bordergate.domain.declaration;

/** Which way the goods go, seen from Vietnam. */
public enum TradeDirection {
    EXPORT,
    IMPORT,
    /** Not said, and not to be seen. */
    UNKNOWN
}
