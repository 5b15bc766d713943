package io.bordergate.domain.declaration;

/** Whether the time of a milestone is planned, estimated or actual; DCSA's words. */
public enum Classifier {
    PLN,
    EST,
    ACT,
    /** A word that this version does not know. */
    UNKNOWN
}
