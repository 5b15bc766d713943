package io.bordergate.domain.site;

import java.util.Map;
import java.util.Set;

/**
 * The gates of a site, and what holds at each. Immutable.
 *
 * @param ids of all gates that the site file names
 * @param limits of those gates that set some
 * @param settings of those gates that say when they are open or congested
 * @param plateProvince province character of Chinese plates that are written without one; null if that is not to be assumed
 */
public record Gates(
        Set<String> ids, Map<String, TripLimits> limits, Map<String, GateSettings> settings, String plateProvince) {
    public Gates {
        ids = Set.copyOf(ids);
        limits = Map.copyOf(limits);
        settings = Map.copyOf(settings);
    }
}
