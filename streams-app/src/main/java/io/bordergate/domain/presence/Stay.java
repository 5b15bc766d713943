package io.bordergate.domain.presence;

import io.bordergate.domain.presence.StayRevision.Facts;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Zone;

/** A stay while a walk over the fixes builds it up. Mutable, owned by one {@link Walk}. */
final class Stay {
    /** How the walk came to it; two stays of different origin never share an id. */
    enum Origin {
        /** Fixes inside a zone. */
        INSIDE,
        /** A zone that lies between two fixes, none of which is inside. */
        DRIVEN_THROUGH,
        /** A crossing line between two fixes. */
        LINE_CUT
    }

    final Origin origin;
    final Place place;
    final Zone zone;
    final long entered;
    final int direction;
    long lastInside;
    long left = Facts.NOT_LEFT;
    Closure closedBy = Closure.OPEN;
    /** Under which id it was sent; null before it was. */
    Published published;

    private Stay(Origin origin, Place place, Zone zone, long entered, int direction) {
        this.origin = origin;
        this.place = place;
        this.zone = zone;
        this.entered = entered;
        this.direction = direction;
        this.lastInside = entered;
    }

    static Stay opened(Zone zone, long at) {
        return new Stay(Origin.INSIDE, zone.place(), zone, at, 0);
    }

    static Stay drivenThrough(Zone zone, long before, long after) {
        var stay = new Stay(Origin.DRIVEN_THROUGH, zone.place(), zone, before, 0);
        stay.close(Closure.EXIT, after);
        return stay;
    }

    static Stay lineCut(Place line, int direction, long before, long after) {
        var stay = new Stay(Origin.LINE_CUT, line, null, before, direction);
        stay.close(Closure.EXIT, after);
        return stay;
    }

    Stay copy() {
        var copy = new Stay(origin, place, zone, entered, direction);
        copy.lastInside = lastInside;
        copy.left = left;
        copy.closedBy = closedBy;
        copy.published = published;
        return copy;
    }

    void close(Closure by, long at) {
        closedBy = by;
        left = at;
    }

    boolean isOpen() {
        return closedBy == Closure.OPEN;
    }

    /** The last instant that belongs to it, as far as known. */
    long end() {
        return isOpen() ? lastInside : left;
    }

    /** What is known of it when the truck has been silent for so long. */
    Facts factsAfterSilence(long silence) {
        if (!isOpen()) {
            return facts(closedBy, left, false);
        }
        if (silence > place.limits().silenceTimeout()) {
            return facts(Closure.SILENCE, lastInside, false);
        }
        return facts(Closure.OPEN, Facts.NOT_LEFT, silence > place.limits().silenceAfter());
    }

    private Facts facts(Closure by, long leftAt, boolean uncertain) {
        return new Facts(kind(by, leftAt), by, uncertain, entered, leftAt, direction);
    }

    private StayKind kind(Closure by, long leftAt) {
        return switch (origin) {
            case LINE_CUT -> StayKind.CROSSING;
            case DRIVEN_THROUGH -> StayKind.PASS;
            case INSIDE ->
                by != Closure.OPEN && leftAt - entered < place.limits().minDwell() ? StayKind.PASS : StayKind.VISIT;
        };
    }
}
