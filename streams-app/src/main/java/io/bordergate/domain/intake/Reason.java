package io.bordergate.domain.intake;

/** Why a record met its fate: stable codes, in headers, counts and metrics. */
public enum Reason {
    /** Nothing to say. */
    NONE(Fate.APPLIED),
    /** Same truck and time as another fix, other position. */
    CONFLICT(Fate.FLAGGED),
    /** A sign of life without a place: the device itself does not know well enough where it is. */
    LOW_ACCURACY(Fate.FLAGGED),
    /** The device's week number has overflowed: used with the time that it must have been. */
    WNRO(Fate.FLAGGED),
    /** The device says that it moves, and where it is has not changed for several fixes. */
    POS_FROZEN(Fate.FLAGGED),
    /** Of a device that names two trucks in turn: said by whoever knows the device. */
    DEVICE_SHARED(Fate.FLAGGED),
    /** Of a device that has been somewhere else than another of the same truck: said by whoever knows the devices. */
    DEVICE_DISAGREE(Fate.FLAGGED),
    /** A trailer's plate, or the number of a container, stands in the place of another plate. */
    WRONG_FIELD(Fate.FLAGGED),
    /** A plate that its country does not issue, or with letters that only look like Latin ones. */
    SUSPECT_PLATE(Fate.FLAGGED),
    /** A plate without its province, and the site does not say which one is meant. */
    INCOMPLETE_PLATE(Fate.FLAGGED),
    /** A type, authority or classifier that this version does not know. */
    UNKNOWN_WORD(Fate.FLAGGED),
    /** A gate that the site does not name. */
    UNKNOWN_GATE(Fate.FLAGGED),
    /** A declaration for a day on which its gate is closed. */
    GATE_MISMATCH(Fate.FLAGGED),
    /** A milestone of a declaration that has not named a truck yet. */
    AWAITS_DECLARATION(Fate.HELD),
    /** Of a device that is bound to no truck yet: said where feeds are read, of what is no record yet. */
    AWAITS_BINDING(Fate.HELD),
    /** The same again: a fix of one truck, time and position, or a milestone of one content. */
    DUPLICATE(Fate.NO_OP),
    /** Older than the lateness window, or than 30 days for a milestone. */
    OUTSIDE_WINDOW(Fate.LATE),
    /** What an operator says of a gate that the site does not name. */
    NO_SUCH_GATE(Fate.QUARANTINED),
    /** Opening hours that cannot be read. */
    BAD_HOURS(Fate.QUARANTINED),
    /** Of a trailer, which would count twice beside its tractor, or of another vehicle than a truck. */
    NOT_A_TRUCK(Fate.QUARANTINED),
    /** Of a device that was bound to no truck, and still was not a day later: said where feeds are read, of what never becomes a record. */
    UNKNOWN_DEVICE(Fate.QUARANTINED),
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
    /** Farther from where the truck was than it can have driven since; kept, for later fixes may bear it out. */
    TELEPORT(Fate.QUARANTINED),
    /** More fixes of one truck within the lateness window, milestones of one declaration, or facts of one truck than are kept. */
    FLOOD(Fate.QUARANTINED),
    /** Says other than a milestone of the same identity that came before. */
    CONTRADICTION(Fate.QUARANTINED, "CONFLICT"),
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
    private final String code;

    Reason(Fate fate) {
        this.fate = fate;
        code = fate == Fate.APPLIED ? "" : name();
    }

    Reason(Fate fate, String code) {
        this.fate = fate;
        this.code = code;
    }

    public Fate fate() {
        return fate;
    }

    /** Word for headers, counts and metrics; tells reasons of one fate apart, and is empty for what says nothing. */
    public String code() {
        return code;
    }
}
