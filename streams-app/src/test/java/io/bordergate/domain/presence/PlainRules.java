package io.bordergate.domain.presence;

import io.bordergate.domain.presence.StayRevision.Facts;
import io.bordergate.domain.site.CrossingLine;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Zone;
import io.bordergate.fixtures.StayBook;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of presence as they are written down, zone by zone over the whole set of fixes, without an index, a window or
 * a memory of what was sent. Slow, and right by inspection: what a {@link Track} is measured against. Which places count is
 * left to {@link PlainPlaces}. Not thread-safe.
 */
final class PlainRules {
    private final PlainPlaces places;
    private final List<Fix> fixes;
    private final long clock;
    private final List<StayRevision> stays = new ArrayList<>();

    private PlainRules(PlainPlaces places, long clock) {
        this.places = places;
        this.fixes = places.fixes();
        this.clock = clock;
    }

    /** The stays of a truck with these fixes, rendered, when the clock has come so far. */
    static String stays(List<Fix> arrivals, Site site, long clock) {
        var rules = new PlainRules(PlainPlaces.of(arrivals, site), clock);
        site.zones().forEach(rules::walk);
        site.lines().forEach(rules::cut);
        return StayBook.renderAll(rules.stays);
    }

    private void walk(Zone zone) {
        Place.Limits limits = zone.place().limits();
        Fix entry = null;
        long lastInside = 0;
        Fix before = null;
        Fix at = null;
        for (Fix fix : fixes) {
            boolean silent = before != null && fix.time() - before.time() > limits.silenceTimeout();
            before = fix;
            if (entry != null && silent) {
                closed(zone, entry, lastInside, Closure.SILENCE);
                entry = null;
            }
            if (!places.isAccepted(fix)) {
                lastInside = at != null && isIn(zone, at) ? fix.time() : lastInside;
                continue;
            }
            if (entry == null && !isIn(zone, fix) && at != null && passed(zone, at, fix)) {
                add(zone.place(), StayKind.PASS, Closure.EXIT, at.time(), fix.time(), 0);
            }
            if (entry != null && !isIn(zone, fix) && zone.isLeftAt(fix.latitude(), fix.longitude())) {
                closed(zone, entry, fix.time(), Closure.EXIT);
                entry = null;
            }
            entry = entry == null && isIn(zone, fix) ? fix : entry;
            lastInside = isIn(zone, fix) ? fix.time() : lastInside;
            at = fix;
        }
        if (entry != null) {
            atTheEnd(zone, entry, lastInside, clock - before.time());
        }
    }

    private void atTheEnd(Zone zone, Fix entry, long lastInside, long silence) {
        if (silence > zone.place().limits().silenceTimeout()) {
            closed(zone, entry, lastInside, Closure.SILENCE);
        } else {
            boolean uncertain = silence > zone.place().limits().silenceAfter();
            var facts = new Facts(StayKind.VISIT, Closure.OPEN, uncertain, entry.time(), Facts.NOT_LEFT, 0);
            stays.add(new StayRevision("", 1, "", zone.place(), facts));
        }
    }

    private void cut(CrossingLine line) {
        Fix at = null;
        for (Fix fix : fixes) {
            if (!places.isAccepted(fix)) {
                continue;
            }
            if (at != null && isOneWay(at, fix, line.place())) {
                int direction = line.cut(at.latitude(), at.longitude(), fix.latitude(), fix.longitude());
                if (direction != 0) {
                    add(line.place(), StayKind.CROSSING, Closure.EXIT, at.time(), fix.time(), direction);
                }
            }
            at = fix;
        }
    }

    private static boolean isIn(Zone zone, Fix fix) {
        return zone.contains(fix.latitude(), fix.longitude());
    }

    private boolean isOneWay(Fix from, Fix to, Place place) {
        return !places.isAfterBreak(to)
                && to.time() - from.time() <= place.limits().silenceTimeout();
    }

    private boolean passed(Zone zone, Fix from, Fix to) {
        boolean moved = from.latitude() != to.latitude() || from.longitude() != to.longitude();
        return moved
                && isOneWay(from, to, zone.place())
                && !isIn(zone, from)
                && zone.isPassedBetween(from.latitude(), from.longitude(), to.latitude(), to.longitude());
    }

    private void closed(Zone zone, Fix entry, long left, Closure by) {
        boolean brief = left - entry.time() < zone.place().limits().minDwell();
        add(zone.place(), brief ? StayKind.PASS : StayKind.VISIT, by, entry.time(), left, 0);
    }

    private void add(Place place, StayKind kind, Closure by, long entered, long left, int direction) {
        stays.add(new StayRevision("", 1, "", place, new Facts(kind, by, false, entered, left, direction)));
    }
}
