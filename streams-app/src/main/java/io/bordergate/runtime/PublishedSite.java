package io.bordergate.runtime;

import io.bordergate.domain.site.Site;

/**
 * A site file that can be used. Immutable.
 *
 * @param geoJson as published; equal text is the same site
 * @param site what it says
 */
record PublishedSite(String geoJson, Site site) {

    boolean isSameAs(PublishedSite other) {
        return geoJson.equals(other.geoJson);
    }
}
