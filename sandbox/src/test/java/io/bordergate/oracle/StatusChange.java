package io.bordergate.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Section 3 of docs/gates.md: what an operator says of a gate, of one side or of both, from eventTime on. {@code place} is the number of its
 * line, which tells what was received last of two with one recordTime. Immutable.
 */
record StatusChange(
        String gate,
        String status,
        Instant eventTime,
        Instant recordTime,
        int place,
        Optional<String> side,
        Optional<String> goods,
        Optional<Opening.Hours> hours) {

    static final Comparator<StatusChange> IN_ORDER = Comparator.comparing(StatusChange::eventTime)
            .thenComparing(StatusChange::recordTime)
            .thenComparing(StatusChange::place);

    /** Of a side as a whole; a change of some goods leaves it open, and one of an unknown kind changes nothing. */
    boolean concerns(String ofSide) {
        return goods.isEmpty()
                && !status.equals("UNKNOWN")
                && side.map(ofSide::equals).orElse(true);
    }
}
