package io.bordergate.domain.intake;

/** Why a record met its fate: stable codes, in headers, counts and metrics. */
public enum Reason {
    /** Nothing to say. */
    NONE(Fate.APPLIED),
    /** Same truck and time as another fix, other position. */
    CONFLICT(Fate.FLAGGED),
    /** The stage that joins it with positions has not been reached by this version. */
    AWAITS_TRIP(Fate.HELD),
    /** The stage that uses gate status has not been reached by this version. */
    AWAITS_GATE(Fate.HELD),
    /** Same truck, time and position again. */
    DUPLICATE(Fate.NO_OP),
    /** Older than the lateness window. */
    OUTSIDE_WINDOW(Fate.LATE),
    /** Not a number where one is needed. */
    BAD_NUMBER(Fate.QUARANTINED),
    /** Exactly on, or close to, latitude and longitude 0. */
    ZERO_ISLAND(Fate.QUARANTINED),
    /** No such latitude or longitude. */
    OUT_OF_RANGE(Fate.QUARANTINED),
    /** Outside the site's operating box. */
    OUT_OF_BOX(Fate.QUARANTINED),
    /** In a datum that is not known. */
    UNKNOWN_DATUM(Fate.QUARANTINED),
    /** Later than we received it, by more than clocks may differ. */
    FUTURE_TIME(Fate.QUARANTINED),
    /** So old that the device's clock must be wrong. */
    BAD_TIME(Fate.QUARANTINED),
    /** Not a key that names a truck, a declaration or a gate. */
    BAD_KEY(Fate.DEAD_LETTERED),
    /** Not a line or record of the agreed form. */
    UNREADABLE(Fate.DEAD_LETTERED),
    /** No value. */
    EMPTY(Fate.DEAD_LETTERED),
    /** In the wire format, but of a schema that the registry does not know. */
    UNKNOWN_SCHEMA(Fate.DEAD_LETTERED),
    /** Our own code failed on it. */
    PROCESSING_FAILED(Fate.DEAD_LETTERED);

    private final Fate fate;

    Reason(Fate fate) {
        this.fate = fate;
    }

    public Fate fate() {
        return fate;
    }
}
