package io.bordergate.domain.trip;

import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * When a truck that is on its way is expected: as planned, corrected by where it is. Immutable.
 *
 * @param at null if nothing is known
 */
public record Eta(Instant at, Basis basis) {
    static final Eta NONE = new Eta(null, Basis.NONE);

    /** Roads of the border hills are longer than the straight line, by about this. */
    private static final double DETOUR = 1.4;
    /** Loaded trucks there make about this, stops included. */
    private static final double METRES_PER_SECOND = 35 / 3.6;
    /** Farther away, a position says nothing about the day of arrival. */
    private static final double FARTHEST_METRES = 300_000;
    /** An older position says nothing. */
    private static final Duration OLDEST = Duration.ofHours(2);

    /** What it rests on. */
    public enum Basis {
        NONE,
        PLANNED,
        POSITION
    }

    static Eta of(Papers papers, String gateId, Seen seen, Site site, Moment moment) {
        if (seen != null && gateId != null && !moment.hasPassed(seen.at().plus(OLDEST))) {
            OptionalDouble metres = site.metresToGate(gateId, seen.latitude(), seen.longitude());
            if (metres.isPresent() && metres.getAsDouble() <= FARTHEST_METRES) {
                long seconds = Math.round(metres.getAsDouble() * DETOUR / METRES_PER_SECOND);
                return new Eta(seen.at().plusSeconds(seconds), Basis.POSITION);
            }
        }
        Instant planned = papers.first(Cover::plannedArrival);
        return planned == null ? NONE : new Eta(planned, Basis.PLANNED);
    }
}
