package io.bordergate.oracle;

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

    double metresToBorder(Point p) {
        double toHole =
                holes.stream().mapToDouble(hole -> hole.metresTo(p)).min().orElse(Double.POSITIVE_INFINITY);
        return Math.min(outer.metresTo(p), toHole);
    }
}
