package io.bordergate.simulator.site;

/**
 * The datum of Chinese maps, in which some Chinese trackers report: WGS-84 shifted by some hundred metres that depend on
 * the place.
 */
public final class Gcj02 {

    private static final double EQUATOR_METRES = 6_378_245;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;

    private Gcj02() {}

    /** Where a tracker that reports in GCJ-02 says it is, for a true place in WGS-84. */
    public static Point of(Point wgs84) {
        double east = wgs84.lon() - 105;
        double north = wgs84.lat() - 35;
        double radians = StrictMath.toRadians(wgs84.lat());
        double sine = StrictMath.sin(radians);
        double flat = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double root = StrictMath.sqrt(flat);
        double metresPerDegreeNorth = StrictMath.toRadians(EQUATOR_METRES * (1 - ECCENTRICITY_SQUARED) / (flat * root));
        double metresPerDegreeEast = StrictMath.toRadians(EQUATOR_METRES / root * StrictMath.cos(radians));
        return new Point(
                wgs84.lon() + metresEast(east, north) / metresPerDegreeEast,
                wgs84.lat() + metresNorth(east, north) / metresPerDegreeNorth);
    }

    private static double metresNorth(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * StrictMath.sqrt(Math.abs(x))
                + waves(x, 6, 20, 2, 20)
                + wave(y, 1, 20)
                + wave(y, 1 / 3.0, 40)
                + wave(y, 1 / 12.0, 160)
                + wave(y, 1 / 30.0, 320);
    }

    private static double metresEast(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * StrictMath.sqrt(Math.abs(x))
                + waves(x, 6, 20, 2, 20)
                + wave(x, 1, 20)
                + wave(x, 1 / 3.0, 40)
                + wave(x, 1 / 12.0, 150)
                + wave(x, 1 / 30.0, 300);
    }

    private static double waves(double x, double often, double high, double seldom, double low) {
        return wave(x, often, high) + wave(x, seldom, low);
    }

    private static double wave(double x, double frequency, double metres) {
        return metres * 2 / 3 * StrictMath.sin(x * frequency * Math.PI);
    }
}
