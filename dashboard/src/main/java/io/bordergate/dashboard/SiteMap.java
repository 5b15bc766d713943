package io.bordergate.dashboard;

import io.bordergate.dashboard.gate.GateLimits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the board needs of a site file: its gates and yards with their names, in the file's
 * order, and for the map the file itself. Immutable.
 *
 * @param gates by gate id
 * @param yards yards and buffers, by their id
 * @param zones all zones and lines, by their id
 * @param geoJson the file as it was published
 */
record SiteMap(
        String timeZone, Map<String, Gate> gates, Map<String, Yard> yards, Map<String, Zone> zones, String geoJson) {
    static final String DEFAULT_ZONE = "Asia/Ho_Chi_Minh";
    private static final String NO_FEATURES = "{\"type\":\"FeatureCollection\",\"features\":[]}";
    static final SiteMap NONE = new SiteMap(DEFAULT_ZONE, Map.of(), Map.of(), Map.of(), NO_FEATURES);

    /** One gate's names, and when it is congested. Immutable. */
    record Gate(String id, String name, String nameVi, GateLimits limits) {

        /** A gate that the site file does not name. */
        static Gate unknown(String id) {
            return new Gate(id, id, id, GateLimits.DEFAULT);
        }
    }

    /** Any zone or line with its names. Immutable. */
    record Zone(String kind, String name, String nameVi) {}

    /**
     * One yard as drawn. Immutable.
     *
     * @param gateId null if the file names none
     * @param capacity trucks it holds, or null
     * @param within the smallest yard of the same gate around this one, or null
     */
    record Yard(String id, String gateId, String kind, String name, String nameVi, Integer capacity, String within) {
        boolean isBuffer() {
            return kind.equals("buffer");
        }
    }

    /** The gate as the file names it, else by its id alone. */
    Gate gate(String id) {
        Gate named = id == null ? null : gates.get(id);
        return named == null ? Gate.unknown(id) : named;
    }

    SiteMap {
        gates = Collections.unmodifiableMap(new LinkedHashMap<>(gates));
        yards = Collections.unmodifiableMap(new LinkedHashMap<>(yards));
        zones = Map.copyOf(zones);
    }
}
