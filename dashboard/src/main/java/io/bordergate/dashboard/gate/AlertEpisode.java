package io.bordergate.dashboard.gate;

import io.bordergate.event.AlertEventKind;
import io.bordergate.event.CongestionCause;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.TradeDirection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One episode of congestion, as its newest record tells it. Immutable; docs/gates.md, section 5.
 *
 * @param direction null for the gate as a whole
 * @param acknowledgedBy null if nobody did
 * @param happenings what has happened so far, in the order of time; 1 or more
 */
public record AlertEpisode(
        String alertId,
        String gateId,
        TradeDirection direction,
        Instant openedAt,
        String acknowledgedBy,
        List<Happening> happenings) {

    public AlertEpisode {
        if (happenings.isEmpty()) {
            throw new IllegalArgumentException("alert '" + alertId + "' without an event");
        }
        happenings = List.copyOf(happenings);
    }

    /**
     * One event of an episode. Immutable.
     *
     * @param level from then on
     * @param value of the cause: a ratio, days or minutes; null if it has none
     * @param expectedAt when what is predicted is expected; null for anything else
     */
    public record Happening(
            AlertEventKind event,
            CongestionLevel level,
            Instant at,
            CongestionCause cause,
            Double value,
            Instant expectedAt) {}

    /** What happened last. */
    public Happening newest() {
        return happenings.get(happenings.size() - 1);
    }

    /** Until it is resolved. */
    public boolean isOpen() {
        return newest().event() != AlertEventKind.RESOLVED;
    }

    /** The newest event that set the level. */
    Happening levelSet() {
        Happening found = happenings.get(0);
        for (Happening happening : happenings) {
            if (happening.event() != AlertEventKind.ACKNOWLEDGED) {
                found = happening;
            }
        }
        return found;
    }

    /** When somebody first said to have seen it. */
    public Optional<Instant> acknowledgedAt() {
        return happenings.stream()
                .filter(happening -> happening.event() == AlertEventKind.ACKNOWLEDGED)
                .map(Happening::at)
                .findFirst();
    }
}
