package io.bordergate.domain.presence;

/** What became of a fix that was fit to be used; docs/positions.md defines each. */
public enum FixFate {
    /** Counts. */
    APPLIED,
    /** Has no place: the truck was not silent, and nothing more. */
    VAGUE,
    /** The same truck, time and position again: changes nothing. */
    DUPLICATE,
    /** Another position for a time already taken: one of the two counts, by rule. */
    CONFLICT,
    /** Older than the lateness window: kept apart. */
    LATE,
    /** Too far from where the truck was: a sign of life, which later fixes may bear out. */
    TELEPORT,
    /** One more than are kept of a truck: changes nothing. */
    FLOOD;

    /** Of a fix that is kept and contradicts none, by whether the walk accepted its place. */
    static FixFate ofKept(Fix fix, boolean placed) {
        if (placed) {
            return APPLIED;
        }
        return fix.isVague() ? VAGUE : TELEPORT;
    }
}
