package io.bordergate.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a track cuts a crossing line: between consecutive fixes no further apart than the line's silence timeout
 * the truck is taken to go straight. Stateless.
 */
final class Crossings {

    private Crossings() {}

    /**
     * All cuts in the order of time, then of the line's parts. A point on the line counts as left of it, so a truck
     * that stops on the line cuts it once; a joint of the line belongs to the part that begins there.
     */
    static List<Cut> cuts(Track track, CrossingLine line) {
        List<Cut> cuts = new ArrayList<>();
        for (int i = 1; i < track.fixes().size(); i++) {
            Fix from = track.fixes().get(i - 1);
            Fix to = track.fixes().get(i);
            if (isJoined(from, to, line)) {
                addCuts(from, to, line, cuts);
            }
        }
        return cuts;
    }

    private static boolean isJoined(Fix from, Fix to, CrossingLine line) {
        Duration gap = Duration.between(from.eventTime(), to.eventTime());
        return line.silenceTimeout().map(timeout -> gap.compareTo(timeout) <= 0).orElse(true);
    }

    private static void addCuts(Fix from, Fix to, CrossingLine line, List<Cut> cuts) {
        for (int i = 1; i < line.points().size(); i++) {
            Point begin = line.points().get(i - 1);
            Point end = line.points().get(i);
            boolean startsLeft = Plane.side(begin, end, from.at()) >= 0;
            boolean endsLeft = Plane.side(begin, end, to.at()) >= 0;
            boolean beginLeft = Plane.side(from.at(), to.at(), begin) >= 0;
            boolean endLeft = Plane.side(from.at(), to.at(), end) >= 0;
            if (startsLeft != endsLeft && beginLeft != endLeft) {
                Cut.Direction direction = startsLeft ? Cut.Direction.LEFT_TO_RIGHT : Cut.Direction.RIGHT_TO_LEFT;
                cuts.add(new Cut(from.truck(), line.id(), to.eventTime(), direction));
            }
        }
    }
}
