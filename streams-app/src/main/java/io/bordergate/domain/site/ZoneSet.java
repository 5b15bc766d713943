package io.bordergate.domain.site;

import java.util.Arrays;
import java.util.List;

/**
 * The zones a point is in. One object for each combination that occurs in a site, so that "still in the same zones" is a
 * comparison of references. Immutable.
 */
public final class ZoneSet {
    private final Zone[] zones;

    ZoneSet(List<Zone> zones) {
        this.zones = zones.toArray(new Zone[0]);
    }

    public int size() {
        return zones.length;
    }

    public Zone get(int i) {
        return zones[i];
    }

    public boolean isEmpty() {
        return zones.length == 0;
    }

    public boolean contains(Zone zone) {
        for (Zone z : zones) {
            if (z == zone) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return Arrays.stream(zones).map(Zone::id).toList().toString();
    }
}
