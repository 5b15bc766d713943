package io.bordergate.oracle;

/** The earth as a ball, for distances too far for a plane. Stateless. */
final class Globe {

    private static final double RADIUS_METRES = 6_371_008.8;

    private Globe() {}

    /** Along the great circle, by the haversine formula, which is also right for places side by side. */
    static double metres(Point a, Point b) {
        double lat = Math.toRadians(b.lat() - a.lat());
        double lon = Math.toRadians(b.lon() - a.lon());
        double h = squared(Math.sin(lat / 2))
                + Math.cos(Math.toRadians(a.lat())) * Math.cos(Math.toRadians(b.lat())) * squared(Math.sin(lon / 2));
        return 2 * RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, h)));
    }

    private static double squared(double x) {
        return x * x;
    }
}
