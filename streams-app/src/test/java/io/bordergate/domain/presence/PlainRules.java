package io.bordergate.domain.presence;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;

import io.bordergate.domain.presence.StayRevision.Facts;
import io.bordergate.domain.site.CrossingLine;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Zone;
import io.bordergate.fixtures.StayBook;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The rules of presence as they are written down, zone by zone over the whole set of fixes, without an index, a window or
 * a memory of what was sent. Slow, and right by inspection: what a {@link Track} is measured against. Not thread-safe.
 */
final class PlainRules {
    private final List<Fix> fixes;
    private final long clock;
    private final List<StayRevision> stays = new ArrayList<>();

    private PlainRules(List<Fix> fixes, long clock) {
        this.fixes = fixes;
        this.clock = clock;
    }

    /** The stays of a truck with these fixes, rendered, when the clock has come so far. */
    static String stays(List<Fix> arrivals, Site site, long clock) {
        var rules = new PlainRules(winners(arrivals), clock);
        site.zones().forEach(rules::walk);
        site.lines().forEach(rules::cut);
        return StayBook.renderAll(rules.stays);
    }

    private static List<Fix> winners(List<Fix> arrivals) {
        var byTime = new TreeMap<Long, Fix>();
        var earlierReceived = comparingLong(Fix::recordTime)
                .thenComparing(comparingDouble(Fix::latitude))
                .thenComparing(comparingDouble(Fix::longitude));
        arrivals.forEach(fix -> byTime.merge(fix.time(), fix, (a, b) -> earlierReceived.compare(a, b) <= 0 ? a : b));
        return List.copyOf(byTime.values());
    }

    private void walk(Zone zone) {
        Place.Limits limits = zone.place().limits();
        Fix entry = null;
        Fix lastInside = null;
        Fix before = null;
        for (Fix fix : fixes) {
            boolean inside = zone.contains(fix.latitude(), fix.longitude());
            boolean silent = before != null && fix.time() - before.time() > limits.silenceTimeout();
            if (entry == null && before != null && !inside && !silent && passed(zone, before, fix)) {
                add(zone.place(), StayKind.PASS, Closure.EXIT, before.time(), fix.time(), 0);
            }
            if (entry != null && silent) {
                closed(zone, entry, lastInside.time(), Closure.SILENCE);
                entry = null;
            } else if (entry != null && !inside && zone.isLeftAt(fix.latitude(), fix.longitude())) {
                closed(zone, entry, fix.time(), Closure.EXIT);
                entry = null;
            }
            entry = entry == null && inside ? fix : entry;
            lastInside = inside ? fix : lastInside;
            before = fix;
        }
        if (entry != null) {
            atTheEnd(zone, entry, lastInside, clock - before.time());
        }
    }

    private void atTheEnd(Zone zone, Fix entry, Fix lastInside, long silence) {
        if (silence > zone.place().limits().silenceTimeout()) {
            closed(zone, entry, lastInside.time(), Closure.SILENCE);
        } else {
            boolean uncertain = silence > zone.place().limits().silenceAfter();
            var facts = new Facts(StayKind.VISIT, Closure.OPEN, uncertain, entry.time(), Facts.NOT_LEFT, 0);
            stays.add(new StayRevision("", 1, "", zone.place(), facts));
        }
    }

    private void cut(CrossingLine line) {
        for (int i = 1; i < fixes.size(); i++) {
            Fix a = fixes.get(i - 1);
            Fix b = fixes.get(i);
            int direction = line.cut(a.latitude(), a.longitude(), b.latitude(), b.longitude());
            if (direction != 0 && b.time() - a.time() <= line.place().limits().silenceTimeout()) {
                add(line.place(), StayKind.CROSSING, Closure.EXIT, a.time(), b.time(), direction);
            }
        }
    }

    private static boolean passed(Zone zone, Fix from, Fix to) {
        boolean moved = from.latitude() != to.latitude() || from.longitude() != to.longitude();
        return moved && zone.isPassedBetween(from.latitude(), from.longitude(), to.latitude(), to.longitude());
    }

    private void closed(Zone zone, Fix entry, long left, Closure by) {
        boolean brief = left - entry.time() < zone.place().limits().minDwell();
        add(zone.place(), brief ? StayKind.PASS : StayKind.VISIT, by, entry.time(), left, 0);
    }

    private void add(Place place, StayKind kind, Closure by, long entered, long left, int direction) {
        stays.add(new StayRevision("", 1, "", place, new Facts(kind, by, false, entered, left, direction)));
    }
}
