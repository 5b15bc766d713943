package io.bordergate.domain.intake;

import io.bordergate.domain.presence.Fix;
import io.bordergate.domain.presence.FixFate;
import io.bordergate.domain.presence.Track;
import io.bordergate.domain.site.Site;

/** What is said of a fix in the end: by itself, among its neighbours, and beside what its device says of its speed. */
public final class PositionFate {
    private static final float MOVING_KMH = 5;
    /** So many fixes before it at its very place are not a truck in a queue. */
    private static final int FROZEN_AFTER = 5;

    private PositionFate() {}

    /**
     * The one reason of a fix that its track has just taken in.
     *
     * @param fate what became of it there
     * @param fix as it was used
     * @param remark what there was to say of it by itself
     * @param speedKmh as the device says; null if it does not
     */
    public static Reason of(FixFate fate, Fix fix, Reason remark, Float speedKmh, Track track, Site site) {
        return switch (fate) {
            case APPLIED -> remark == Reason.NONE && isFrozen(fix, speedKmh, track, site) ? Reason.POS_FROZEN : remark;
            case VAGUE -> Reason.LOW_ACCURACY;
            case DUPLICATE -> Reason.DUPLICATE;
            case CONFLICT -> Reason.CONFLICT;
            case LATE -> Reason.OUTSIDE_WINDOW;
            case TELEPORT -> Reason.TELEPORT;
            case FLOOD -> Reason.FLOOD;
        };
    }

    private static boolean isFrozen(Fix fix, Float speedKmh, Track track, Site site) {
        return speedKmh != null && speedKmh >= MOVING_KMH && track.hasStood(fix.time(), FROZEN_AFTER, site);
    }
}
