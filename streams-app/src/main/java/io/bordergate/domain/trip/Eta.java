package io.bordergate.domain.trip;

import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.site.RoadTime;
import io.bordergate.domain.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * When a truck that is on its way is expected: as planned, corrected by where it is. Immutable.
 *
 * @param at null if nothing is known
 * @param seen when the truck was where it follows from; null unless by POSITION
 */
public record Eta(Instant at, Basis basis, Instant seen) {
    static final Eta NONE = new Eta(null, Basis.NONE, null);

    /** Farther away, a position says nothing about the day of arrival. */
    private static final double FARTHEST_METRES = 300_000;
    /** An older position says nothing. */
    private static final Duration OLDEST = Duration.ofHours(2);
    /** A truck that is so much earlier than its plan waits somewhere for its day. */
    private static final Duration EARLIEST = Duration.ofHours(12);

    /** What it rests on. */
    public enum Basis {
        NONE,
        PLANNED,
        POSITION
    }

    /**
     * As planned, corrected by where the truck is.
     *
     * @param seen where the truck is on its way to this gate; null if that is not known, or it is going elsewhere first
     */
    static Eta of(Papers papers, String gateId, Seen seen, Site site, Moment moment) {
        Instant planned = papers.first(Cover::plannedArrival);
        Instant there = arrival(gateId, seen, site, moment);
        if (there != null && (planned == null || !planned.isAfter(there.plus(EARLIEST)))) {
            return new Eta(there, Basis.POSITION, seen.at());
        }
        return planned == null ? NONE : new Eta(planned, Basis.PLANNED, null);
    }

    /** When it can be at the gate if it goes on; null if that cannot be said. */
    private static Instant arrival(String gateId, Seen seen, Site site, Moment moment) {
        if (seen == null || gateId == null || moment.hasPassed(seen.at().plus(OLDEST))) {
            return null;
        }
        OptionalDouble metres = site.metresToGate(gateId, seen.latitude(), seen.longitude());
        if (metres.isEmpty() || metres.getAsDouble() > FARTHEST_METRES) {
            return null;
        }
        return seen.at().plus(RoadTime.over(metres.getAsDouble()));
    }
}
