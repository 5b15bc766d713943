package io.bordergate.domain.site;

import org.locationtech.jts.geom.Envelope;

/** The cheap question before the exact one. */
final class Boxes {
    private Boxes() {}

    /** Whether a box and the box around the straight way between two points do not even touch. */
    static boolean isBeside(Envelope box, double lat1, double lon1, double lat2, double lon2) {
        return Math.max(lon1, lon2) < box.getMinX()
                || Math.min(lon1, lon2) > box.getMaxX()
                || Math.max(lat1, lat2) < box.getMinY()
                || Math.min(lat1, lat2) > box.getMaxY();
    }
}
