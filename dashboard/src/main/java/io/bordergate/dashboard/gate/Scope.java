package io.bordergate.dashboard.gate;

import io.bordergate.event.CongestionCause;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.TradeDirection;
import java.time.Instant;
import java.util.List;

/**
 * How congested a gate as a whole or one of its sides is: since when, and why. Immutable.
 *
 * @param direction null for the gate as a whole
 * @param since when the level became this one; null if no alert tells
 * @param openedAt when the episode began; null if no alert tells
 * @param alertId of the open episode; null without
 * @param acknowledgedBy null if nobody did
 * @param reasons measures that hold the level; empty at NORMAL, and while the level is only held
 */
public record Scope(
        TradeDirection direction,
        CongestionLevel level,
        Instant since,
        Instant openedAt,
        String alertId,
        String acknowledgedBy,
        List<Reason> reasons) {

    public Scope {
        reasons = List.copyOf(reasons);
    }

    /**
     * A measure that stands at or above the value down to which the level holds.
     *
     * @param value now: a ratio, days or minutes; null for days to clear if nothing was cleared
     * @param threshold from which value on the level begins
     * @param holdsDownTo the lower value, below which the measure no longer holds it
     * @param expectedAt when the threshold is expected to be reached; of a prediction only, else null
     */
    public record Reason(
            CongestionCause measure, Double value, double threshold, double holdsDownTo, Instant expectedAt) {}
}
