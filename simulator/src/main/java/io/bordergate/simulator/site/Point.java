package io.bordergate.simulator.site;

/**
 * A place on the ground in WGS-84 degrees; immutable. Distances are metres on a local plane, good to a few parts in a
 * thousand over the few kilometres around a gate.
 */
public record Point(double lon, double lat) {

    private static final double METRES_PER_DEGREE_NORTH = 110_740;
    private static final double METRES_PER_DEGREE_AT_EQUATOR = 111_320;

    public double metresTo(Point other) {
        return StrictMath.hypot(eastTo(other), northTo(other));
    }

    public double eastTo(Point other) {
        return (other.lon - lon) * metresPerDegreeEast();
    }

    public double northTo(Point other) {
        return (other.lat - lat) * METRES_PER_DEGREE_NORTH;
    }

    public Point moved(double metresEast, double metresNorth) {
        return new Point(lon + metresEast / metresPerDegreeEast(), lat + metresNorth / METRES_PER_DEGREE_NORTH);
    }

    /** Course to another point in degrees clockwise from north, 0 up to but not including 360. */
    public double courseTo(Point other) {
        double degrees = StrictMath.toDegrees(StrictMath.atan2(eastTo(other), northTo(other)));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** The point a fraction of the way along the straight line to another one. */
    public Point towards(Point other, double fraction) {
        return new Point(lon + (other.lon - lon) * fraction, lat + (other.lat - lat) * fraction);
    }

    /** Positive if this point lies left of the line from one point to another, negative if right, 0 on it. */
    double sideOf(Point from, Point to) {
        return (to.lon - from.lon) * (lat - from.lat) - (to.lat - from.lat) * (lon - from.lon);
    }

    private double metresPerDegreeEast() {
        return METRES_PER_DEGREE_AT_EQUATOR * StrictMath.cos(StrictMath.toRadians(lat));
    }
}
