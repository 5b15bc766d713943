package io.bordergate.oracle;

import java.math.BigDecimal;

/** Exact questions about points and segments on the plane of degrees: no answer depends on rounding. Stateless. */
final class Plane {

    /** Three times the unit roundoff would do for the sign of a 2x2 determinant of differences; this is ten times. */
    private static final double SURE = 1e-15;

    private Plane() {}

    /** +1 if p lies to the left of the line from a to b, -1 to the right, 0 on it. */
    static int side(Point a, Point b, Point p) {
        double left = (b.lon() - a.lon()) * (p.lat() - a.lat());
        double right = (b.lat() - a.lat()) * (p.lon() - a.lon());
        double turn = left - right;
        if (Math.abs(turn) > SURE * (Math.abs(left) + Math.abs(right))) {
            return turn > 0 ? 1 : -1;
        }
        return exactSide(a, b, p);
    }

    static boolean onSegment(Point a, Point b, Point p) {
        return p.lon() >= Math.min(a.lon(), b.lon())
                && p.lon() <= Math.max(a.lon(), b.lon())
                && p.lat() >= Math.min(a.lat(), b.lat())
                && p.lat() <= Math.max(a.lat(), b.lat())
                && side(a, b, p) == 0;
    }

    /** Whether the segments a-b and c-d have a point in common, ends included. */
    static boolean meet(Point a, Point b, Point c, Point d) {
        if (areApart(a.lon(), b.lon(), c.lon(), d.lon()) || areApart(a.lat(), b.lat(), c.lat(), d.lat())) {
            return false;
        }
        boolean crossing = side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
        return crossing || onSegment(a, b, c) || onSegment(a, b, d) || onSegment(c, d, a) || onSegment(c, d, b);
    }

    private static boolean areApart(double a, double b, double c, double d) {
        return Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b);
    }

    private static int exactSide(Point a, Point b, Point p) {
        BigDecimal left = difference(b.lon(), a.lon()).multiply(difference(p.lat(), a.lat()));
        BigDecimal right = difference(b.lat(), a.lat()).multiply(difference(p.lon(), a.lon()));
        return left.compareTo(right);
    }

    private static BigDecimal difference(double x, double y) {
        return new BigDecimal(x).subtract(new BigDecimal(y));
    }
}
