package io.bordergate.simulator;

import io.bordergate.simulator.RoutePlan.Leaving;
import io.bordergate.simulator.scenario.Opening;
import io.bordergate.simulator.scenario.Opening.Hours;
import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.scenario.Step;
import io.bordergate.simulator.site.CrossingLine;
import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Puts times on one truck's route: durations first, then the whole way shifted so that the border is crossed, the way
 * begins or the first yard is reached at the time wanted, then departures at night put off to the morning. Not
 * thread-safe; one per trip.
 */
final class RouteClock {

    private static final double MORNING_RUSH_HOURS = 2.5;
    private static final double HOUR_MILLIS = 3_600_000;
    /** Who leaves a yard so long before the border closes still gets over it. */
    private static final Duration TO_BORDER = Duration.ofMinutes(30);

    private final List<Point> points;
    private final List<Phase> phases;
    private final List<Long> durations;
    private final Opening opening;
    private final ZoneOffset zone;
    private final Dice dice;

    RouteClock(List<Step> route, BiFunction<String, Dice, Point> bays, Scenario scenario, Dice dice) {
        this.opening = scenario.opening();
        this.zone = scenario.start().getOffset();
        this.dice = dice;
        RouteLegs legs = new RouteLegs(bays, dice);
        for (int i = 0; i < route.size(); i++) {
            legs.add(route.get(i), dice.pick(i));
        }
        this.points = legs.points();
        this.phases = legs.phases();
        this.durations = legs.durations();
    }

    /** The way that crosses the border at a time; yards beyond it are left for the inland. */
    Way crossingAt(Instant crossing, CrossingLine border) {
        int borderLeg = borderLeg(border);
        List<Leaving> leavings = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            if (phases.get(i) == Phase.PARKED) {
                leavings.add(i > borderLeg ? Leaving.INLAND : Leaving.ANYWHERE);
            }
        }
        return startingAt(crossing.toEpochMilli() - untilBorder(borderLeg, border), leavings);
    }

    /** The way that begins to stop in its first yard at a time. */
    Way stoppingAt(long millis, List<Leaving> leavings) {
        int firstStop = phases.indexOf(Phase.PARKED);
        return startingAt(millis - sum(firstStop), leavings);
    }

    /** The way that begins at a time; of each stop in a yard it is given to where it is left. */
    Way startingAt(long millis, List<Leaving> leavings) {
        List<Interval> stops = new ArrayList<>();
        long[] times = new long[points.size()];
        times[0] = millis;
        for (int i = 1; i < times.length; i++) {
            times[i] = times[i - 1] + durations.get(i);
            if (phases.get(i) == Phase.PARKED) {
                times[i] = departure(
                        times[i],
                        leavings.get(stops.size()),
                        dice.pick("morning").pick(i));
                stops.add(new Interval(times[i - 1], times[i]));
            }
        }
        return new Way(new Timeline(times, points, phases), stops);
    }

    private int borderLeg(CrossingLine border) {
        for (int i = 1; i < points.size(); i++) {
            if (border.cutBy(leg(i)).isPresent()) {
                return i;
            }
        }
        throw new IllegalStateException("a route misses the border line " + border.id());
    }

    private long untilBorder(int borderLeg, CrossingLine border) {
        double fraction = border.cutBy(leg(borderLeg)).orElseThrow().fraction();
        return sum(borderLeg) + Math.round(fraction * durations.get(borderLeg));
    }

    /** The duration of all legs before one. */
    private long sum(int leg) {
        return durations.subList(1, leg).stream().mapToLong(Long::longValue).sum();
    }

    private Segment leg(int index) {
        return new Segment(points.get(index - 1), points.get(index));
    }

    private long departure(long wanted, Leaving leaving, Dice draw) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(wanted), zone);
        Hours hours = leaving == Leaving.BORDER ? opening.crossing().endingEarlier(TO_BORDER) : opening.leaving();
        LocalTime morning = hours.from();
        if (leaving == Leaving.ANYWHERE || hours.include(local.toLocalTime())) {
            return wanted;
        }
        LocalDateTime next = local.toLocalTime().isBefore(morning)
                ? local.with(morning)
                : local.plusDays(1).with(morning);
        long rush = (long) (draw.between(0, MORNING_RUSH_HOURS) * HOUR_MILLIS);
        return next.toInstant(zone).toEpochMilli() + rush;
    }
}
