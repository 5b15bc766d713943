package io.bordergate.domain.trip;

import java.time.Instant;
import java.util.List;

/**
 * Data flow and physical flow of a trip contradict each other. Immutable.
 *
 * @param openedAt since when
 * @param closedAt until when; null while it is open
 * @param evidence what it rests on
 */
public record Discrepancy(Kind kind, Instant openedAt, Instant closedAt, List<Evidence> evidence) {

    public Discrepancy {
        evidence = List.copyOf(evidence);
    }

    /** How the two flows contradict each other. */
    public enum Kind {
        UNDECLARED_ARRIVAL,
        NO_SHOW,
        WRONG_GATE,
        WRONG_YARD,
        AUTHORITY_LAG,
        CONFIRMED_NOT_SEEN,
        SEEN_NOT_CONFIRMED,
        SILENT_INSIDE,
        FINISHED_NOT_LEFT,
        LEFT_NOT_FINISHED,
        OVERDUE_RETURN
    }

    /**
     * One fact.
     *
     * @param fact a milestone and its authority, a zone, or a plan
     * @param at when; null if it has no time
     */
    public record Evidence(String fact, Instant at) {}
}
