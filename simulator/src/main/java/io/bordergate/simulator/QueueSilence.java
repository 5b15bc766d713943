package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Reporting;
import java.util.ArrayList;
import java.util.List;

/**
 * When the ignition of a truck that queues is off: from some minutes after it came to stand, again and again for so long
 * at most, until it goes on. None of it tells how long the stop will last. Immutable; times are epoch milliseconds.
 *
 * @param notBefore silence begins then at the earliest
 * @param wakesAfter device reports again so long after the truck goes on
 */
record QueueSilence(Reporting reporting, long notBefore, long wakesAfter) {

    private static final long MINUTE = 60_000;
    private static final double HOUR = 60 * MINUTE;

    List<Interval> during(Interval stop, Dice dice) {
        List<Interval> silences = new ArrayList<>();
        if (!dice.chance(reporting.silentShare())) {
            return silences;
        }
        long wakes = Tracker.wholeSecond(stop.to() + wakesAfter);
        long off = Math.max(notBefore, stop.from() + minutes(dice.pick("off"), 1, 5));
        for (int i = 0; off < stop.to(); i++) {
            Dice draw = dice.pick(i);
            double hours = reporting.longestSilenceHours() * draw.pick("long").between(0.5, 1);
            long on = Tracker.wholeSecond(off + (long) (hours * HOUR));
            silences.add(new Interval(Tracker.wholeSecond(off), Math.min(on, wakes)));
            off = on + minutes(draw.pick("on"), 10, 25);
        }
        return silences;
    }

    private static long minutes(Dice dice, double least, double most) {
        return (long) (dice.between(least, most) * MINUTE);
    }
}
