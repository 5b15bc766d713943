package io.bordergate.oracle;

import java.util.ArrayList;
import java.util.List;

/** A closed line of points; the last is joined to the first, whether or not it is repeated. Immutable. */
record Ring(List<Point> points) {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** The corners and the middles of the edges. */
    List<Point> marks() {
        List<Point> marks = new ArrayList<>(points);
        for (int i = 0; i < points.size(); i++) {
            marks.add(new Point((from(i).lon() + to(i).lon()) / 2, (from(i).lat() + to(i).lat()) / 2));
        }
        return marks;
    }

    boolean touches(Point p) {
        for (int i = 0; i < points.size(); i++) {
            if (Plane.onSegment(from(i), to(i), p)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a ray from p to the east meets the ring an odd number of times; p must not be on the ring. */
    boolean surrounds(Point p) {
        boolean odd = false;
        for (int i = 0; i < points.size(); i++) {
            Point low = from(i).lat() <= to(i).lat() ? from(i) : to(i);
            Point high = low.equals(from(i)) ? to(i) : from(i);
            boolean sameHeight = low.lat() <= p.lat() && p.lat() < high.lat();
            if (sameHeight && Plane.side(low, high, p) > 0) {
                odd = !odd;
            }
        }
        return odd;
    }

    boolean meets(Point a, Point b) {
        for (int i = 0; i < points.size(); i++) {
            if (Plane.meet(from(i), to(i), a, b)) {
                return true;
            }
        }
        return false;
    }

    double metresTo(Point p) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            nearest = Math.min(nearest, metresToSegment(p, from(i), to(i)));
        }
        return nearest;
    }

    private Point from(int i) {
        return points.get(i);
    }

    private Point to(int i) {
        return points.get((i + 1) % points.size());
    }

    /** On the local plane whose origin is p: east and north in metres, by the parallel of p. */
    private static double metresToSegment(Point p, Point a, Point b) {
        double metresPerDegree = Math.toRadians(EARTH_RADIUS_METRES);
        double shrink = Math.cos(Math.toRadians(p.lat()));
        double ax = (a.lon() - p.lon()) * metresPerDegree * shrink;
        double ay = (a.lat() - p.lat()) * metresPerDegree;
        double dx = (b.lon() - a.lon()) * metresPerDegree * shrink;
        double dy = (b.lat() - a.lat()) * metresPerDegree;
        double length2 = dx * dx + dy * dy;
        double share = length2 == 0 ? 0 : -(ax * dx + ay * dy) / length2;
        double clamped = Math.max(0, Math.min(1, share));
        return Math.hypot(ax + clamped * dx, ay + clamped * dy);
    }
}
