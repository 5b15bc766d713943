package io.bordergate.domain.gate;

import io.bordergate.domain.site.GateSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** When a gate is open, as far as it is known: by the site file and by changes of its status. Immutable. */
public final class Opening {
    private static final Duration DAY = Duration.ofDays(1);
    /** As much open time as a service rate is counted over, and how far back it may lie. */
    private static final Duration SERVICE = Duration.ofHours(3);

    private static final Duration WEEK = Duration.ofDays(7);

    private final Map<Side, SideOpening> sides = new EnumMap<>(Side.class);

    /** Changes may come in any order, but for those that hold and were received at the same times. */
    public Opening(GateSettings settings, ZoneId zone, Collection<StatusChange> changes) {
        for (Side side : Side.values()) {
            var ofSide = changes.stream().filter(change -> change.isFor(side)).toList();
            sides.put(side, new SideOpening(new Calendar(settings, zone, side), ofSide));
        }
    }

    public boolean isOpen(Side side, Instant t) {
        return sides.get(side).isOpen(t);
    }

    /** The date in which a moment lies, in the time zone of the site. */
    public LocalDate dateOf(Instant t) {
        return sides.get(Side.EXPORT).dateOf(t);
    }

    /** Whether it is open at some time of a date. */
    public boolean opensOn(Side side, LocalDate date) {
        return sides.get(side).opensOn(date);
    }

    /** Whether the last change says so; nothing else follows from it. */
    public boolean isReduced(Side side, Instant t) {
        return sides.get(side).isReduced(t);
    }

    /** Goods that are kept back while the gate is open for all others, in order of their names. */
    public Set<String> suspended(Side side, Instant t) {
        return sides.get(side).suspended(t);
    }

    /** How long the gate was open between two instants. */
    public Duration openTime(Side side, Instant from, Instant to) {
        return sides.get(side).openTime(from, to);
    }

    /** The stretch that the service rate is counted over; null if the gate was not open in it. */
    OpenStretch serviceStretch(Side side, Instant t) {
        return sides.get(side).latestStretch(t, SERVICE, WEEK);
    }

    /**
     * The stretch over which "cleared a day" is counted: as much open time as an average day of the week before has, so that
     * neither a closed gate nor one that has just opened looks as if it cleared nothing; with the closed time before it, so that
     * at any time of day there is a night in it, in which trucks that were cleared leave the yards.
     */
    Window clearedDay(Side side, Instant t) {
        OpenStretch stretch = clearedStretch(side, t);
        return stretch == null ? Window.before(t, DAY) : stretch.window();
    }

    /** The same with its open time; null if the gate was not open for very long. */
    OpenStretch clearedStretch(Side side, Instant t) {
        SideOpening opening = sides.get(side);
        // At the moment at which it opens it is open, though it was not just before.
        Instant lastOpen = opening.isOpen(t) ? t : opening.lastOpen(t);
        if (lastOpen == null) {
            return null;
        }
        Duration usual = opening.openTime(lastOpen.minus(WEEK), lastOpen).dividedBy(WEEK.toDays());
        return usual.isZero() ? null : opening.withClosedTimeBefore(opening.latestStretch(lastOpen, usual, WEEK), DAY);
    }

    /** When so much open time will have passed, by what is known; null if that is not within a limit. */
    public Instant afterOpenTime(Side side, Instant from, Duration open, Duration limit) {
        return sides.get(side).afterOpenTime(from, open, limit);
    }
}
