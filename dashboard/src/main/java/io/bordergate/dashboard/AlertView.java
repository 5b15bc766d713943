package io.bordergate.dashboard;

import io.bordergate.dashboard.gate.AlertEpisode;
import io.bordergate.dashboard.gate.AlertEpisode.Happening;
import io.bordergate.dashboard.gate.GateLimits;
import io.bordergate.event.AlertEventKind;
import io.bordergate.event.CongestionCause;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.TradeDirection;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One alert as the board shows it. Immutable.
 *
 * @param direction null for the gate as a whole
 * @param open whether it lasts
 * @param level now; NORMAL once it is over
 * @param changedAt when something happened last
 * @param acknowledgedAt null if nobody did
 * @param events what happened, in the order of time
 */
record AlertView(
        String alertId,
        String gateId,
        String name,
        String nameVi,
        TradeDirection direction,
        boolean open,
        CongestionLevel level,
        Instant openedAt,
        Instant changedAt,
        Instant acknowledgedAt,
        String acknowledgedBy,
        List<Event> events) {
    private static final Set<AlertEventKind> RISES = Set.of(AlertEventKind.OPENED, AlertEventKind.ESCALATED);

    AlertView {
        events = List.copyOf(events);
    }

    /**
     * What happened. Immutable.
     *
     * @param value of the cause at that time: a ratio, days or minutes; null if it had none
     * @param threshold that it reached, as limits are now; null if the level did not rise
     */
    record Event(
            AlertEventKind event,
            CongestionLevel level,
            Instant at,
            CongestionCause cause,
            Double value,
            Double threshold,
            Instant expectedAt) {

        static Event of(Happening happening, GateLimits limits) {
            GateLimits.Step step =
                    RISES.contains(happening.event()) ? limits.step(happening.cause(), happening.level()) : null;
            return new Event(
                    happening.event(),
                    happening.level(),
                    happening.at(),
                    happening.cause(),
                    happening.value(),
                    step == null ? null : (Double) step.up(),
                    happening.expectedAt());
        }
    }

    static AlertView of(AlertEpisode episode, SiteMap.Gate gate) {
        return new AlertView(
                episode.alertId(),
                episode.gateId(),
                gate.name(),
                gate.nameVi(),
                episode.direction(),
                episode.isOpen(),
                episode.newest().level(),
                episode.openedAt(),
                episode.newest().at(),
                episode.acknowledgedAt().orElse(null),
                episode.acknowledgedBy(),
                episode.happenings().stream()
                        .map(happening -> Event.of(happening, gate.limits()))
                        .toList());
    }
}
