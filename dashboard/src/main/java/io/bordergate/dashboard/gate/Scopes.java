package io.bordergate.dashboard.gate;

import io.bordergate.dashboard.gate.AlertEpisode.Happening;
import io.bordergate.dashboard.gate.GateLimits.Step;
import io.bordergate.dashboard.gate.Scope.Reason;
import io.bordergate.event.CongestionCause;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.TradeDirection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds for each level of a gate what an operator asks next: since when, and why. The level is the published one; the
 * reasons are the figures of now, so that an old cause is not shown for a level that stands on something else by now.
 * Immutable.
 */
public final class Scopes {
    private static final double SECONDS_OF_MINUTE = 60;
    private static final Duration STEP = Duration.ofMinutes(15);

    private final GateLoad load;
    private final GateLimits limits;
    private final Collection<AlertEpisode> open;

    private Scopes(GateLoad load, GateLimits limits, Collection<AlertEpisode> open) {
        this.load = load;
        this.limits = limits;
        this.open = open;
    }

    /** The gate as a whole, then its sides; open are the open episodes of this gate. */
    public static List<Scope> of(GateLoad load, GateLimits limits, Collection<AlertEpisode> open) {
        var scopes = new Scopes(load, limits, open);
        return Stream.concat(Stream.of(scopes.gate()), load.sides().stream().map(scopes::side))
                .toList();
    }

    /** The highest of the levels; UNKNOWN only if all are. */
    public static CongestionLevel worst(List<Scope> scopes) {
        return scopes.stream()
                .map(Scope::level)
                .filter(level -> level != CongestionLevel.UNKNOWN)
                .max(CongestionLevel::compareTo)
                .orElse(CongestionLevel.UNKNOWN);
    }

    private Scope gate() {
        List<Reason> reasons = new ArrayList<>();
        reason(CongestionCause.OCCUPANCY, load.level(), load.occupancy(), null).ifPresent(reasons::add);
        if (load.forecast() != null) {
            highestAhead()
                    .flatMap(highest -> reason(CongestionCause.PREDICTION, load.level(), highest, load.forecast()))
                    .ifPresent(reasons::add);
        }
        return scope(null, load.level(), reasons);
    }

    private Scope side(SideLoad side) {
        List<Reason> reasons = new ArrayList<>();
        boolean nothingCleared = side.daysToClear() == null && side.backlog().total() > 0;
        Double days = nothingCleared ? (Double) Double.POSITIVE_INFINITY : side.daysToClear();
        reason(CongestionCause.DAYS_TO_CLEAR, side.level(), days, null).ifPresent(reasons::add);
        if (side.currentWait() != null) {
            double minutes = side.currentWait().medianSeconds() / SECONDS_OF_MINUTE;
            reason(CongestionCause.WAIT, side.level(), minutes, null).ifPresent(reasons::add);
        }
        return scope(side.direction(), side.level(), reasons);
    }

    private Optional<Reason> reason(CongestionCause measure, CongestionLevel level, Double value, Forecast forecast) {
        Step step = limits.step(measure, level);
        if (step == null || value == null || value < step.down()) {
            return Optional.empty();
        }
        Double shown = value.isInfinite() ? null : value;
        return Optional.of(
                new Reason(measure, shown, step.up(), step.down(), forecast == null ? null : reached(forecast, step)));
    }

    private Optional<Double> highestAhead() {
        return load.forecast().occupancy().stream().max(Double::compare);
    }

    /** The first step ahead that reaches the threshold; null if none does. */
    private static Instant reached(Forecast forecast, Step step) {
        for (int i = 0; i < forecast.occupancy().size(); i++) {
            if (forecast.occupancy().get(i) >= step.up()) {
                return forecast.at().plus(STEP.multipliedBy(i + 1L));
            }
        }
        return null;
    }

    private Scope scope(TradeDirection direction, CongestionLevel level, List<Reason> reasons) {
        AlertEpisode episode = open.stream()
                .filter(one -> one.direction() == direction)
                .findFirst()
                .orElse(null);
        if (episode == null) {
            return new Scope(direction, level, null, null, null, null, reasons);
        }
        Happening set = episode.levelSet();
        Instant since = set.level() == level ? set.at() : null;
        return new Scope(
                direction, level, since, episode.openedAt(), episode.alertId(), episode.acknowledgedBy(), reasons);
    }
}
