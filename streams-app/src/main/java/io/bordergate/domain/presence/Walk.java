package io.bordergate.domain.presence;

import io.bordergate.domain.site.CrossingLine;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Zone;
import io.bordergate.domain.site.ZoneSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of presence: a walk over a truck's fixes in the order of their own times, one step a fix. Knows where the
 * truck was last and which stays are open. Mutable, not thread-safe.
 */
final class Walk {
    boolean started;
    long lastTime;
    double lastLatitude;
    double lastLongitude;
    ZoneSet lastZones;
    final List<Stay> open = new ArrayList<>(2);

    Walk copy() {
        var copy = new Walk();
        copy.started = started;
        copy.lastTime = lastTime;
        copy.lastLatitude = lastLatitude;
        copy.lastLongitude = lastLongitude;
        copy.lastZones = lastZones;
        open.forEach(stay -> copy.open.add(stay.copy()));
        return copy;
    }

    /**
     * One fix on. Every stay that this fix opens, closes or proves is added to {@code touched}.
     *
     * @param time later than that of the step before
     * @param zones the zones the fix is in
     */
    void step(Site site, long time, double latitude, double longitude, ZoneSet zones, List<Stay> touched) {
        if (started) {
            long gap = time - lastTime;
            boolean moved = latitude != lastLatitude || longitude != lastLongitude;
            if (moved && site.mayMeetBetween(lastLatitude, lastLongitude, latitude, longitude)) {
                lookBetween(site, gap, time, latitude, longitude, zones, touched);
            }
            if (zones == lastZones && open.size() == zones.size() && gap <= site.shortestSilenceTimeout()) {
                stayOn(time);
            } else {
                closeAndOpen(gap, time, latitude, longitude, zones, touched);
            }
        } else {
            openMissing(time, zones, touched);
        }
        started = true;
        lastTime = time;
        lastLatitude = latitude;
        lastLongitude = longitude;
        lastZones = zones;
    }

    private void stayOn(long time) {
        for (int i = 0; i < open.size(); i++) {
            open.get(i).lastInside = time;
        }
    }

    private void closeAndOpen(
            long gap, long time, double latitude, double longitude, ZoneSet zones, List<Stay> touched) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Stay stay = open.get(i);
            if (gap > stay.place.limits().silenceTimeout()) {
                stay.close(Closure.SILENCE, stay.lastInside);
            } else if (zones.contains(stay.zone)) {
                stay.lastInside = time;
            } else if (stay.zone.isLeftAt(latitude, longitude)) {
                stay.close(Closure.EXIT, time);
            }
            if (!stay.isOpen()) {
                open.remove(i);
                touched.add(stay);
            }
        }
        openMissing(time, zones, touched);
    }

    private void openMissing(long time, ZoneSet zones, List<Stay> touched) {
        for (int i = 0; i < zones.size(); i++) {
            if (!isOpenIn(zones.get(i))) {
                Stay stay = Stay.opened(zones.get(i), time);
                open.add(stay);
                touched.add(stay);
            }
        }
    }

    /** Lines cut and zones driven through on the way from the last fix to this one. */
    private void lookBetween(
            Site site, long gap, long time, double latitude, double longitude, ZoneSet zones, List<Stay> touched) {
        List<CrossingLine> lines = site.lines();
        for (int i = 0; i < lines.size(); i++) {
            CrossingLine line = lines.get(i);
            if (gap <= line.place().limits().silenceTimeout()) {
                int direction = line.cut(lastLatitude, lastLongitude, latitude, longitude);
                if (direction != 0) {
                    touched.add(Stay.lineCut(line.place(), direction, lastTime, time));
                }
            }
        }
        List<Zone> all = site.zones();
        for (int i = 0; i < all.size(); i++) {
            Zone zone = all.get(i);
            if (gap <= zone.place().limits().silenceTimeout()
                    && !lastZones.contains(zone)
                    && !zones.contains(zone)
                    && !isOpenIn(zone)
                    && zone.isPassedBetween(lastLatitude, lastLongitude, latitude, longitude)) {
                touched.add(Stay.drivenThrough(zone, lastTime, time));
            }
        }
    }

    private boolean isOpenIn(Zone zone) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).zone == zone) {
                return true;
            }
        }
        return false;
    }
}
