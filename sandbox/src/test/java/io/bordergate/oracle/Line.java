package io.bordergate.oracle;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the input: its fix if it could be read, its fate if it may not be used, and what it waits for if it is not
 * known yet whose it is. Immutable.
 */
record Line(Optional<Fix> fix, Optional<Fate> refusal, Optional<Waiting> waiting) {

    static Line unreadable() {
        return new Line(Optional.empty(), Optional.of(Fate.UNREADABLE), Optional.empty());
    }

    static Line usable(Fix fix) {
        return new Line(Optional.of(fix), Optional.empty(), Optional.empty());
    }

    static Line quarantined(Fix fix, String reason) {
        return refused(fix, Fate.quarantined(reason));
    }

    static Line refused(Fix fix, Fate fate) {
        return new Line(Optional.of(fix), Optional.of(fate), Optional.empty());
    }

    /** Of a device whose binding became known then, if it ever did. */
    static Line waiting(Fix fix, Optional<Instant> boundAt, Line known) {
        return new Line(Optional.of(fix), Optional.empty(), Optional.of(new Waiting(fix, boundAt, known)));
    }

    /** The fix, if it may be used as far as this line alone can tell. */
    Optional<Fix> usableFix() {
        return refusal.isPresent() || waiting.isPresent() ? Optional.empty() : fix;
    }
}
