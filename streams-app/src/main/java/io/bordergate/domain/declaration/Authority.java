package io.bordergate.domain.declaration;

/** Who confirms; each with its own time. */
public enum Authority {
    ENTERPRISE,
    CUSTOMS,
    BORDER_GUARD,
    MEDICAL_QUARANTINE,
    PLANT_QUARANTINE,
    ANIMAL_QUARANTINE,
    MANAGEMENT_CENTRE,
    YARD_OPERATOR,
    TRANSPORT,
    /** A word that this version does not know. */
    UNKNOWN
}
