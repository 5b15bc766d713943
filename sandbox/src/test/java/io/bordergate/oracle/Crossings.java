package io.bordergate.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a track cuts a crossing line: between consecutive accepted fixes no further apart than the line's silence
 * timeout the truck is taken to go straight, unless the second one ends a break. Stateless.
 */
final class Crossings {

    private Crossings() {}

    /**
     * All cuts in the order of time, at most one between two fixes. A point on the line counts as right of it, so a truck
     * that stops on the line cuts it once. Parts of the line cut in both directions on one way cancel out.
     */
    static List<Cut> cuts(Track track, CrossingLine line) {
        List<Cut> cuts = new ArrayList<>();
        List<Step> steps = track.accepted();
        for (int i = 1; i < steps.size(); i++) {
            Fix from = steps.get(i - 1).fix();
            Fix to = steps.get(i).fix();
            boolean isJoined = !steps.get(i).isAfterBreak() && isWithoutSilence(from, to, line);
            int net = isJoined ? netOfParts(from.at(), to.at(), line) : 0;
            if (net != 0) {
                Cut.Direction direction = net > 0 ? Cut.Direction.LEFT_TO_RIGHT : Cut.Direction.RIGHT_TO_LEFT;
                cuts.add(new Cut(from.truck(), line.id(), from.eventTime(), to.eventTime(), direction));
            }
        }
        return cuts;
    }

    private static boolean isWithoutSilence(Fix from, Fix to, CrossingLine line) {
        Duration gap = Duration.between(from.eventTime(), to.eventTime());
        return line.silenceTimeout().map(timeout -> gap.compareTo(timeout) <= 0).orElse(true);
    }

    /** How many parts are cut from left to right, less those cut from right to left. */
    private static int netOfParts(Point from, Point to, CrossingLine line) {
        int net = 0;
        for (int i = 1; i < line.points().size(); i++) {
            Point begin = line.points().get(i - 1);
            Point end = line.points().get(i);
            boolean startsLeft = Plane.side(begin, end, from) > 0;
            boolean endsLeft = Plane.side(begin, end, to) > 0;
            boolean beginLeft = Plane.side(from, to, begin) > 0;
            boolean endLeft = Plane.side(from, to, end) > 0;
            if (startsLeft != endsLeft && beginLeft != endLeft) {
                net += startsLeft ? 1 : -1;
            }
        }
        return net;
    }
}
