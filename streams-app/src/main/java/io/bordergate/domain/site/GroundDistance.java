package io.bordergate.domain.site;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Metres on the ground. To the nearest edge of an area on a plane that touches the earth at the point's latitude: within a
 * kilometre the error is far below that of any receiver. Between two points on the great circle, for they may lie far apart.
 */
final class GroundDistance {
    /** Mean radius of the earth, IUGG. */
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private GroundDistance() {}

    /** By the haversine formula, which is exact enough for points that lie close together too. */
    static double between(double lat1, double lon1, double lat2, double lon2) {
        double north = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double east = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double h = north * north + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * east * east;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    static double metresTo(Geometry area, double latitude, double longitude) {
        double metresPerDegreeNorth = Math.toRadians(EARTH_RADIUS_METRES);
        double metresPerDegreeEast = metresPerDegreeNorth * Math.cos(Math.toRadians(latitude));
        double nearest = Double.POSITIVE_INFINITY;
        for (int part = 0; part < area.getNumGeometries(); part++) {
            var polygon = (org.locationtech.jts.geom.Polygon) area.getGeometryN(part);
            for (int ring = -1; ring < polygon.getNumInteriorRing(); ring++) {
                var edges = (ring < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(ring)).getCoordinates();
                for (int i = 1; i < edges.length; i++) {
                    nearest = Math.min(
                            nearest,
                            toSegment(
                                    edges[i - 1],
                                    edges[i],
                                    latitude,
                                    longitude,
                                    metresPerDegreeNorth,
                                    metresPerDegreeEast));
                }
            }
        }
        return nearest;
    }

    private static double toSegment(Coordinate a, Coordinate b, double lat, double lon, double north, double east) {
        double ax = (a.x - lon) * east;
        double ay = (a.y - lat) * north;
        double dx = (b.x - a.x) * east;
        double dy = (b.y - a.y) * north;
        double length2 = dx * dx + dy * dy;
        double along = length2 == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length2));
        return Math.hypot(ax + along * dx, ay + along * dy);
    }
}
