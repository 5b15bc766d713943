package io.bordergate.domain.declaration;

/** What a trip is for. */
public enum TripKind {
    /** Carries goods that customs must release. */
    GOODS,
    EMPTY,
    YARD_ONLY,
    /** Between places of one operator. */
    TRANSFER
}
