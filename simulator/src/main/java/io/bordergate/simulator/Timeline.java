package io.bordergate.simulator;

import io.bordergate.simulator.GateTimes.Crossing;
import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.site.CrossingLine;
import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Polygon;
import io.bordergate.simulator.site.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A way through time: straight legs between points that are reached at known times, in epoch milliseconds. Immutable;
 * everything about where and when a truck was is worked out from it.
 */
final class Timeline {

    private final long[] times;
    private final Point[] points;
    private final Phase[] phases;

    /** The phase at an index is that of the leg which ends there. */
    Timeline(long[] times, List<Point> points, List<Phase> phases) {
        this.times = times.clone();
        this.points = points.toArray(Point[]::new);
        this.phases = phases.toArray(Phase[]::new);
    }

    long startsAt() {
        return times[0];
    }

    long endsAt() {
        return times[times.length - 1];
    }

    /** Where the way leads at a time; its first or last point before or after it. */
    Point pointAt(long millis) {
        if (millis <= startsAt()) {
            return points[0];
        }
        if (millis >= endsAt()) {
            return points[points.length - 1];
        }
        int leg = legAt(millis);
        double fraction = (double) (millis - times[leg - 1]) / (times[leg] - times[leg - 1]);
        return points[leg - 1].towards(points[leg], fraction);
    }

    Phase phaseAt(long millis) {
        return millis < startsAt() ? phases[1] : millis >= endsAt() ? Phase.GONE : phases[legAt(millis)];
    }

    boolean isStoppedAt(long millis) {
        Phase phase = phaseAt(millis);
        return phase == Phase.PARKED || phase == Phase.WAITING;
    }

    /** Speed over ground in km/h. */
    double kmhAt(long millis) {
        if (millis < startsAt() || millis >= endsAt()) {
            return 0;
        }
        int leg = legAt(millis);
        return points[leg - 1].metresTo(points[leg]) / (times[leg] - times[leg - 1]) * 3600;
    }

    /** Course over ground in degrees from north; only asked of moving trucks. */
    double courseAt(long millis) {
        int leg = legAt(millis);
        return points[leg - 1].courseTo(points[leg]);
    }

    /** The times spent inside a polygon, worked out from where the legs pass its edges. */
    List<Interval> visits(Polygon polygon) {
        List<Long> passages = new ArrayList<>();
        if (polygon.contains(points[0])) {
            passages.add(startsAt());
        }
        for (int leg = 1; leg < times.length; leg++) {
            for (double cut : polygon.cuts(leg(leg))) {
                passages.add(timeAt(leg, cut));
            }
        }
        if (passages.size() % 2 == 1) {
            passages.add(endsAt());
        }
        List<Interval> visits = new ArrayList<>();
        for (int i = 0; i < passages.size(); i += 2) {
            visits.add(new Interval(passages.get(i), passages.get(i + 1)));
        }
        return visits;
    }

    /** When the way passes a border, in order. */
    List<Crossing> crossings(CrossingLine border) {
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 1; i < times.length; i++) {
            int leg = i;
            border.cutBy(leg(leg))
                    .ifPresent(cut -> crossings.add(new Crossing(timeAt(leg, cut.fraction()), cut.leavesVietnam())));
        }
        return crossings;
    }

    private Segment leg(int index) {
        return new Segment(points[index - 1], points[index]);
    }

    private long timeAt(int leg, double fraction) {
        return times[leg - 1] + Math.round(fraction * (times[leg] - times[leg - 1]));
    }

    /** The leg under way at a time between start and end. */
    private int legAt(long millis) {
        int found = Arrays.binarySearch(times, millis);
        int leg = found >= 0 ? found + 1 : -found - 1;
        while (leg < times.length - 1 && times[leg] == times[leg - 1]) {
            leg++;
        }
        return Math.min(leg, times.length - 1);
    }
}
