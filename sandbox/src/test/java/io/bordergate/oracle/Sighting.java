package io.bordergate.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Section 2: a visit of a truck to a zone of a gate, or its cut of a line. A visit has no end while it is open. A cut
 * begins and ends at its far fix; {@code enteredAt} is then the near one. Immutable.
 */
record Sighting(
        Kind kind, String gate, String place, Instant enteredAt, Instant begin, Optional<Instant> end, boolean silent) {

    private static final Instant NEVER = Instant.MAX;

    static final Comparator<Sighting> IN_ORDER = Comparator.comparing(Sighting::begin)
            .thenComparing(Sighting::isCut)
            .thenComparing(Sighting::endOrNever)
            .thenComparing(Sighting::place);

    /** What was seen. */
    enum Kind {
        GATE,
        YARD,
        CROSSING,
        CUT_OUT,
        CUT_IN
    }

    static Sighting of(Stay visit, Kind kind, String gate) {
        boolean silent = visit.closedBy().equals("SILENCE");
        return new Sighting(kind, gate, visit.zone(), visit.enteredAt(), visit.enteredAt(), visit.leftAt(), silent);
    }

    /** From the left of a line to its right is out of Vietnam. */
    static Sighting of(Cut cut, String gate) {
        Kind kind = cut.direction() == Cut.Direction.LEFT_TO_RIGHT ? Kind.CUT_OUT : Kind.CUT_IN;
        return new Sighting(kind, gate, cut.line(), cut.from(), cut.at(), Optional.of(cut.at()), false);
    }

    boolean isCut() {
        return kind == Kind.CUT_OUT || kind == Kind.CUT_IN;
    }

    boolean isYard() {
        return kind == Kind.YARD;
    }

    boolean isOpen() {
        return end.isEmpty();
    }

    Instant endOrNever() {
        return end.orElse(NEVER);
    }
}
