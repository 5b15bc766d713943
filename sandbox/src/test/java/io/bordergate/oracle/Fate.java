package io.bordergate.oracle;

/** What became of one input line, and why. Immutable. */
record Fate(String name, String reason) {

    static final Fate APPLIED = new Fate("APPLIED", "");
    static final Fate CONFLICT = new Fate("FLAGGED", "CONFLICT");
    static final Fate DUPLICATE = new Fate("NO_OP", "DUPLICATE");
    static final Fate OUTSIDE_WINDOW = new Fate("LATE", "OUTSIDE_WINDOW");
    static final Fate UNREADABLE = new Fate("DEAD_LETTERED", "UNREADABLE");

    static final Fate AWAITS_DECLARATION = new Fate("HELD", "AWAITS_DECLARATION");

    static final Fate AWAITS_BINDING = new Fate("HELD", "AWAITS_BINDING");

    static Fate flagged(String reason) {
        return new Fate("FLAGGED", reason);
    }

    static Fate quarantined(String reason) {
        return new Fate("QUARANTINED", reason);
    }
}
