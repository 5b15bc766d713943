package io.bordergate.oracle;

import java.util.Optional;

/** One line of the input: its fix if it could be read, and its fate if it may not be used. Immutable. */
record Line(Optional<Fix> fix, Optional<Fate> refusal) {

    static Line unreadable() {
        return new Line(Optional.empty(), Optional.of(Fate.UNREADABLE));
    }

    static Line usable(Fix fix) {
        return new Line(Optional.of(fix), Optional.empty());
    }

    static Line quarantined(Fix fix, String reason) {
        return new Line(Optional.of(fix), Optional.of(Fate.quarantined(reason)));
    }

    /** The fix, if it may be used as far as this line alone can tell. */
    Optional<Fix> usableFix() {
        return refusal.isPresent() ? Optional.empty() : fix;
    }
}
