package io.bordergate.oracle;

import java.util.ArrayList;
import java.util.List;

/** An outer ring without its holes; the edges of both belong to it. Immutable. */
record Polygon(Ring outer, List<Ring> holes) {

    boolean contains(Point p) {
        for (Ring hole : holes) {
            if (hole.touches(p)) {
                return true;
            }
            if (hole.surrounds(p)) {
                return false;
            }
        }
        return outer.touches(p) || outer.surrounds(p);
    }

    /** Whether the border meets the segment, ends included. */
    boolean borderMeets(Point a, Point b) {
        for (Ring hole : holes) {
            if (hole.meets(a, b)) {
                return true;
            }
        }
        return outer.meets(a, b);
    }

    /** Without a meeting of borders one lies in the other, which any corner tells, or they are apart. */
    boolean meets(Polygon other) {
        return bordersMeet(other)
                || contains(other.outer.points().get(0))
                || other.contains(outer.points().get(0));
    }

    private boolean bordersMeet(Polygon other) {
        for (Ring ring : other.rings()) {
            for (int i = 0; i < ring.points().size(); i++) {
                Point next = ring.points().get((i + 1) % ring.points().size());
                if (borderMeets(ring.points().get(i), next)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Ring> rings() {
        List<Ring> rings = new ArrayList<>(holes);
        rings.add(outer);
        return rings;
    }

    double metresToBorder(Point p) {
        double toHole =
                holes.stream().mapToDouble(hole -> hole.metresTo(p)).min().orElse(Double.POSITIVE_INFINITY);
        return Math.min(outer.metresTo(p), toHole);
    }
}
