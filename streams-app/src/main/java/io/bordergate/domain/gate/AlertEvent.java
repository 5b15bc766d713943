package io.bordergate.domain.gate;

import java.time.Instant;

/**
 * Something that happened in an episode of congestion. Immutable.
 *
 * @param alertId the same for all events of an episode: gate, side (empty for the gate as a whole) and when it began
 * @param level from then on
 * @param at when, by the clock of the gates; an acknowledgement when it was received
 * @param cause the measure that raised the level; for EASED and RESOLVED the one that had held it
 * @param value of the cause; null if it has none
 * @param expectedAt when what is predicted is expected; null unless a prediction has raised the level
 */
public record AlertEvent(
        String alertId, Kind kind, Level level, Instant at, Measure cause, Double value, Instant expectedAt) {

    AlertEvent expectedAt(Instant time) {
        return new AlertEvent(alertId, kind, level, at, cause, value, time);
    }

    /** What happened. */
    public enum Kind {
        OPENED,
        ESCALATED,
        EASED,
        RESOLVED,
        ACKNOWLEDGED
    }
}
