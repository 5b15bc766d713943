package io.bordergate.domain.site;

import java.util.Map;
import java.util.Set;

/**
 * The gates of a site, and what holds at each. Immutable.
 *
 * @param ids of all gates that the site file names
 * @param limits of those gates that set some
 * @param plateProvince province character of Chinese plates that are written without one; null if that is not to be assumed
 */
public record Gates(Set<String> ids, Map<String, TripLimits> limits, String plateProvince) {
    public Gates {
        ids = Set.copyOf(ids);
        limits = Map.copyOf(limits);
    }
}
