package io.bordergate.oracle;

import java.time.Instant;
import java.util.Comparator;

/**
 * One readable line of the milestones; {@code capped} says that it claimed to be received after now. Times are whole
 * milliseconds. Immutable.
 */
record Milestone(
        String declaration,
        String type,
        String authority,
        String classifier,
        Instant eventTime,
        Instant recordTime,
        boolean capped,
        Content content) {

    /** Section 1: by eventTime, then recordTime, then content as text. */
    static final Comparator<Milestone> OLDEST_FIRST = Comparator.comparing(Milestone::eventTime)
            .thenComparing(Milestone::recordTime)
            .thenComparing(milestone -> milestone.content().canonical());

    /** What identifies a milestone. Immutable. */
    record Identity(String declaration, String type, String authority, String classifier, Instant eventTime) {}

    Identity identity() {
        return new Identity(declaration, type, authority, classifier, eventTime);
    }

    boolean isDeclaring() {
        return type.equals("DECLARED") || type.equals("AMENDED");
    }

    boolean isCancelling() {
        return type.equals("CANCELLED");
    }

    boolean isActual() {
        return classifier.equals("ACT");
    }

    boolean namesTrucks() {
        return !content.trucks().isEmpty();
    }
}
