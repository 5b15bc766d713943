package io.bordergate.domain.gate;

/** On which side of the gate a truck stands: each has its own queue, its own figures and its own congestion. */
public enum Side {
    EXPORT,
    IMPORT
}
