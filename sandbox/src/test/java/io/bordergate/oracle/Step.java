package io.bordergate.oracle;

/** A fix on its truck's way, and what the rules of docs/positions.md, section 2, make of it. Immutable. */
record Step(Fix fix, Verdict verdict) {

    /** What a fix counts for. */
    enum Verdict {
        ACCEPTED,
        /** The third of three suspects: accepted, but how the truck got there is not known. */
        ACCEPTED_AFTER_BREAK,
        /** The truck was not silent, and nothing more. */
        SIGN_OF_LIFE
    }

    boolean isAccepted() {
        return verdict != Verdict.SIGN_OF_LIFE;
    }

    boolean isAfterBreak() {
        return verdict == Verdict.ACCEPTED_AFTER_BREAK;
    }
}
