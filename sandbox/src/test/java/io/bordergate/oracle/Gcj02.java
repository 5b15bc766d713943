package io.bordergate.oracle;

/**
 * The published formula of the shifted Chinese datum, and its inverse by iteration. It is applied wherever a line says
 * GCJ02: there is no "outside China" test, because that box contains all of Vietnam. Stateless.
 */
final class Gcj02 {

    private static final double AXIS_METRES = 6378245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final double PRECISION_DEGREES = 1e-9;
    private static final int MOST_ROUNDS = 100;

    private Gcj02() {}

    static Point toWgs84(Point shifted) {
        Point guess = shifted;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Point image = fromWgs84(guess);
            double lonError = image.lon() - shifted.lon();
            double latError = image.lat() - shifted.lat();
            guess = new Point(guess.lon() - lonError, guess.lat() - latError);
            if (Math.abs(lonError) < PRECISION_DEGREES && Math.abs(latError) < PRECISION_DEGREES) {
                break;
            }
        }
        return guess;
    }

    static Point fromWgs84(Point p) {
        double x = p.lon() - 105.0;
        double y = p.lat() - 35.0;
        double latRadians = Math.toRadians(p.lat());
        double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(latRadians) * Math.sin(latRadians);
        double meridian = AXIS_METRES * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic));
        double parallel = AXIS_METRES / Math.sqrt(magic) * Math.cos(latRadians);
        return new Point(
                p.lon() + Math.toDegrees(eastShift(x, y) / parallel),
                p.lat() + Math.toDegrees(northShift(x, y) / meridian));
    }

    private static double northShift(double x, double y) {
        double base = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        return base + fineWaves(x) + waves(y, 20.0, 40.0, 1, 3) + waves(y, 160.0, 320.0, 12, 30);
    }

    private static double eastShift(double x, double y) {
        double base = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        return base + fineWaves(x) + waves(x, 20.0, 40.0, 1, 3) + waves(x, 150.0, 300.0, 12, 30);
    }

    private static double fineWaves(double x) {
        return (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2.0 / 3.0;
    }

    private static double waves(double t, double first, double second, double divisor1, double divisor2) {
        return (first * Math.sin(t / divisor1 * Math.PI) + second * Math.sin(t * Math.PI / divisor2)) * 2.0 / 3.0;
    }
}
