package io.bordergate.domain.presence;

import io.bordergate.domain.site.CrossingLine;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Zone;
import io.bordergate.domain.site.ZoneSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of presence: a walk over a truck's fixes in the order of their own times, one step a fix. Knows when the truck
 * was last heard of, where it was last, and which stays are open. Mutable, not thread-safe.
 */
final class Walk {
    boolean started;
    /** Of the last fix, with a place or without. */
    long lastTime;
    /** Of the last fix whose place was accepted; so are the three below. */
    long placeTime;

    double lastLatitude;
    double lastLongitude;
    /** Null until a place was accepted. */
    ZoneSet lastZones;
    /** Since the last accepted place; null if there are none. */
    Suspects suspects;

    final List<Stay> open = new ArrayList<>(2);

    Walk copy() {
        var copy = new Walk();
        copy.started = started;
        copy.lastTime = lastTime;
        copy.placeTime = placeTime;
        copy.lastLatitude = lastLatitude;
        copy.lastLongitude = lastLongitude;
        copy.lastZones = lastZones;
        copy.suspects = suspects;
        open.forEach(stay -> copy.open.add(stay.copy()));
        return copy;
    }

    /**
     * One fix on. Every stay that this fix opens, closes or proves is added to {@code touched}. False if its place does not
     * count: it has none, or the truck cannot have got there.
     *
     * @param time later than that of the step before
     * @param zones the zones the fix is in
     */
    boolean step(Site site, long time, double latitude, double longitude, ZoneSet zones, List<Stay> touched) {
        boolean leap = site.limitsSpeed() && isLeap(site, time, latitude, longitude);
        if (Double.isNaN(latitude) || (leap && !isBorneOut(site, time, latitude, longitude))) {
            hear(time, touched);
            return false;
        }
        if (lastZones == null) {
            openMissing(time, zones, touched);
        } else {
            goOn(site, time, latitude, longitude, zones, leap, touched);
        }
        started = true;
        lastTime = time;
        placeTime = time;
        lastLatitude = latitude;
        lastLongitude = longitude;
        lastZones = zones;
        suspects = null;
        return true;
    }

    private boolean isLeap(Site site, long time, double latitude, double longitude) {
        return lastZones != null
                && !Double.isNaN(latitude)
                && !site.isReachable(lastLatitude, lastLongitude, latitude, longitude, time - placeTime);
    }

    /** Adds to the row of suspects, or begins a new one. */
    private boolean isBorneOut(Site site, long time, double latitude, double longitude) {
        boolean inARow = suspects != null
                && site.isReachable(
                        suspects.latitude(), suspects.longitude(), latitude, longitude, time - suspects.time());
        suspects = new Suspects(inARow ? suspects.row() + 1 : 1, time, latitude, longitude);
        return suspects.areBorneOut();
    }

    /** A sign of life: what the last accepted place lies in lasts on, unless the silence before was too long. */
    private void hear(long time, List<Stay> touched) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Stay stay = open.get(i);
            if (time - lastTime > stay.place.limits().silenceTimeout()) {
                stay.close(Closure.SILENCE, stay.lastInside);
                open.remove(i);
                touched.add(stay);
            } else if (lastZones.contains(stay.zone)) {
                stay.lastInside = time;
            }
        }
        started = true;
        lastTime = time;
    }

    /** From the last accepted place to this one. Nobody knows the way of a leap. */
    private void goOn(
            Site site, long time, double latitude, double longitude, ZoneSet zones, boolean leap, List<Stay> touched) {
        long gap = time - lastTime;
        boolean moved = latitude != lastLatitude || longitude != lastLongitude;
        if (moved && !leap && site.mayMeetBetween(lastLatitude, lastLongitude, latitude, longitude)) {
            lookBetween(site, time, latitude, longitude, zones, touched);
        }
        // A stay can have ended by silence since the last accepted place: then the zones alone say too little.
        if (zones == lastZones
                && open.size() == zones.size()
                && gap <= site.shortestSilenceTimeout()
                && placeTime == lastTime) {
            stayOn(time);
        } else {
            closeAndOpen(gap, time, latitude, longitude, zones, touched);
        }
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

    /** Lines cut and zones driven through on the way from the last accepted place to this one. */
    private void lookBetween(
            Site site, long time, double latitude, double longitude, ZoneSet zones, List<Stay> touched) {
        long gap = time - placeTime;
        List<CrossingLine> lines = site.lines();
        for (int i = 0; i < lines.size(); i++) {
            CrossingLine line = lines.get(i);
            if (gap <= line.place().limits().silenceTimeout()) {
                int direction = line.cut(lastLatitude, lastLongitude, latitude, longitude);
                if (direction != 0) {
                    touched.add(Stay.lineCut(line.place(), direction, placeTime, time));
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
                touched.add(Stay.drivenThrough(zone, placeTime, time));
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
