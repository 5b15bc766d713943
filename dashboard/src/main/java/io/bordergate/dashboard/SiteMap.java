package io.bordergate.dashboard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the board needs of a site file: its gates and yards with their names, in the file's order. Immutable.
 *
 * @param gates by gate id
 * @param yards yards and buffers, by their id
 */
record SiteMap(String timeZone, Map<String, Gate> gates, Map<String, Yard> yards) {
    static final String DEFAULT_ZONE = "Asia/Ho_Chi_Minh";
    static final SiteMap NONE = new SiteMap(DEFAULT_ZONE, Map.of(), Map.of());

    /** One gate's names. Immutable. */
    record Gate(String id, String name, String nameVi) {}

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

    SiteMap {
        gates = Collections.unmodifiableMap(new LinkedHashMap<>(gates));
        yards = Collections.unmodifiableMap(new LinkedHashMap<>(yards));
    }
}
