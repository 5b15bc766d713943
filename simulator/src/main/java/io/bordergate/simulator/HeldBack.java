package io.bordergate.simulator;

import io.bordergate.simulator.site.Point;
import java.util.List;
import java.util.Optional;

/** The time that a truck waited before its way to the gate because it was asked to: in a buffer, or else at its origin; immutable. */
record HeldBack(Interval time, Optional<BufferWay> buffer) {

    /** From a bay in a buffer, where it begins, to where a route begins; immutable. */
    record BufferWay(String zone, List<Point> points) {

        private static final double METRES_PER_MILLI = 30 / 3_600.0;

        BufferWay {
            points = List.copyOf(points);
        }

        Point bay() {
            return points.get(0);
        }

        /** How long the leg takes that ends at a point, in milliseconds. */
        long duration(int leg) {
            return Math.max(1, Math.round(points.get(leg - 1).metresTo(points.get(leg)) / METRES_PER_MILLI));
        }

        long duration() {
            long duration = 0;
            for (int leg = 1; leg < points.size(); leg++) {
                duration += duration(leg);
            }
            return duration;
        }
    }
}
