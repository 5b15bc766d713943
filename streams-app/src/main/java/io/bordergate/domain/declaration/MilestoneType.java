package io.bordergate.domain.declaration;

/** What a milestone confirms; the DCSA code where one exists. */
public enum MilestoneType {
    DECLARED,
    REGISTERED,
    AMENDED,
    CANCELLED,
    /** Arrival at the gate. */
    GTIN,
    YARD_IN,
    INSP_REQUIRED,
    /** Inspected, or checked by a quarantine. */
    INSP,
    TRANSPORT_LICENSED,
    FEES_PAID,
    /** Goods moved to other trucks, which it names. */
    TRANSSHIPPED,
    /** Selected by customs. */
    CUSS,
    /** Being inspected by customs. */
    CUSI,
    /** Released by customs: the paperwork is finished, which is not an exit. */
    CUSR,
    YARD_OUT,
    /** Out of the gate's area. */
    GTOT,
    /** Over the border. */
    CROS,
    TURNED_BACK,
    /** A word that this version does not know. */
    UNKNOWN;

    /** Whether it says what trucks the declaration is for, and not what happened to them. */
    public boolean isOfDeclaring() {
        return this == DECLARED || this == AMENDED || this == CANCELLED;
    }

    /** Whether it happens to a truck at the gate, and not to its papers. */
    public boolean isPhysical() {
        return switch (this) {
            case GTIN, YARD_IN, TRANSSHIPPED, YARD_OUT, GTOT, CROS, TURNED_BACK -> true;
            default -> false;
        };
    }
}
