package io.bordergate.domain.site;

/**
 * From GCJ-02, the shifted datum of Chinese maps, back to WGS-84. The public forward formula (Krasovsky ellipsoid) has
 * no closed inverse, so it is iterated; the error is below a centimetre. Never applied without an explicit datum: the
 * usual "outside China" box contains all of Vietnam.
 */
public final class Gcj02 {
    private static final double SEMI_MAJOR_METRES = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final double CLOSE_ENOUGH_DEGREES = 1e-9;
    private static final int MOST_ROUNDS = 30;

    private Gcj02() {}

    /** The same point as {latitude, longitude} in WGS-84. */
    public static double[] toWgs84(double latitude, double longitude) {
        double lat = latitude;
        double lon = longitude;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] there = toGcj02(lat, lon);
            double offLat = there[0] - latitude;
            double offLon = there[1] - longitude;
            lat -= offLat;
            lon -= offLon;
            if (Math.abs(offLat) < CLOSE_ENOUGH_DEGREES && Math.abs(offLon) < CLOSE_ENOUGH_DEGREES) {
                break;
            }
        }
        return new double[] {lat, lon};
    }

    /** The forward formula. */
    static double[] toGcj02(double latitude, double longitude) {
        double x = longitude - 105.0;
        double y = latitude - 35.0;
        double radians = Math.toRadians(latitude);
        double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) * Math.sin(radians);
        double root = Math.sqrt(magic);
        double north =
                shiftNorth(x, y) * 180 / (SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (magic * root) * Math.PI);
        double east = shiftEast(x, y) * 180 / (SEMI_MAJOR_METRES / root * Math.cos(radians) * Math.PI);
        return new double[] {latitude + north, longitude + east};
    }

    private static double shiftNorth(double x, double y) {
        return -100.0
                + 2.0 * x
                + 3.0 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(20.0, 6.0 * x, 20.0, 2.0 * x)
                + waves(20.0, y, 40.0, y / 3.0)
                + waves(160.0, y / 12.0, 320.0, y / 30.0);
    }

    private static double shiftEast(double x, double y) {
        return 300.0
                + x
                + 2.0 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(20.0, 6.0 * x, 20.0, 2.0 * x)
                + waves(20.0, x, 40.0, x / 3.0)
                + waves(150.0, x / 12.0, 300.0, x / 30.0);
    }

    private static double waves(double a, double turnsA, double b, double turnsB) {
        return (a * Math.sin(turnsA * Math.PI) + b * Math.sin(turnsB * Math.PI)) * 2.0 / 3.0;
    }
}
