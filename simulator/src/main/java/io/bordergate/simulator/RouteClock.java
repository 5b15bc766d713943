package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Opening;
import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.scenario.Step;
import io.bordergate.simulator.site.CrossingLine;
import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Segment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Puts times on one truck's route: durations first, then the whole way shifted so that the border is crossed at the time
 * wanted, then departures at night put off to the morning. Not thread-safe; one per trip.
 */
final class RouteClock {

    private static final double SLOWEST_DRIVER = 0.88;
    private static final double FASTEST_DRIVER = 1.12;
    private static final double MORNING_RUSH_HOURS = 2.5;
    private static final double HOUR_MILLIS = 3_600_000;

    private final List<Point> points = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private final List<Long> durations = new ArrayList<>();
    private final List<Interval> stops = new ArrayList<>();
    private final Dice dice;
    private final double driver;

    RouteClock(Flow flow, BiFunction<String, Dice, Point> bays, Dice dice) {
        this.dice = dice;
        this.driver = dice.pick("driver").between(SLOWEST_DRIVER, FASTEST_DRIVER);
        for (int i = 0; i < flow.route().size(); i++) {
            add(flow.route().get(i), bays, dice.pick(i));
        }
    }

    /** The timeline that crosses the border at a time; the stops are known afterwards. */
    Timeline crossingAt(Instant crossing, CrossingLine border, Opening opening, ZoneOffset zone) {
        int borderLeg = borderLeg(border);
        long[] times = new long[points.size()];
        times[0] = crossing.toEpochMilli() - untilBorder(borderLeg, border);
        for (int i = 1; i < times.length; i++) {
            times[i] = times[i - 1] + durations.get(i);
            if (phases.get(i) == Phase.PARKED) {
                if (i > borderLeg) {
                    times[i] = departure(
                            times[i], opening, zone, dice.pick("morning").pick(i));
                }
                stops.add(new Interval(times[i - 1], times[i]));
            }
        }
        return new Timeline(times, points, phases);
    }

    List<Interval> stops() {
        return stops;
    }

    private void add(Step step, BiFunction<String, Dice, Point> bays, Dice draw) {
        if (step instanceof Step.Drive drive) {
            drive.road().forEach(point -> driveTo(point, drive.phase(), drive.kmh()));
        } else if (step instanceof Step.Crawl crawl) {
            crawl(crawl, draw);
        } else if (step instanceof Step.Park park) {
            Point bay = bays.apply(park.zone(), draw.pick("bay"));
            driveTo(bay, Phase.GATE, park.kmh());
            arrive(bay, Phase.PARKED, park.hours().at(draw.pick("dwell").normal()) * HOUR_MILLIS);
        }
    }

    private void crawl(Step.Crawl crawl, Dice draw) {
        List<Point> road = crawl.road();
        double metres = 0;
        for (int i = 1; i < road.size(); i++) {
            metres += road.get(i - 1).metresTo(road.get(i));
        }
        double hours = crawl.minutes().at(draw.pick("queue").normal()) / 60;
        double kmh = metres / 1000 / hours / driver;
        road.forEach(point -> driveTo(point, crawl.phase(), kmh));
    }

    private void driveTo(Point point, Phase phase, double kmh) {
        Point last = points.isEmpty() ? point : points.get(points.size() - 1);
        if (points.isEmpty() || !point.equals(last)) {
            arrive(point, phase, last.metresTo(point) / 1000 / (kmh * driver) * HOUR_MILLIS);
        }
    }

    private void arrive(Point point, Phase phase, double millis) {
        points.add(point);
        phases.add(phase);
        durations.add(Math.max(1, Math.round(millis)));
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
        long before = durations.subList(1, borderLeg).stream()
                .mapToLong(Long::longValue)
                .sum();
        double fraction = border.cutBy(leg(borderLeg)).orElseThrow().fraction();
        return before + Math.round(fraction * durations.get(borderLeg));
    }

    private Segment leg(int index) {
        return new Segment(points.get(index - 1), points.get(index));
    }

    private static long departure(long wanted, Opening opening, ZoneOffset zone, Dice draw) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(wanted), zone);
        LocalTime morning = opening.leaving().from();
        if (opening.leaving().include(local.toLocalTime())) {
            return wanted;
        }
        LocalDateTime next = local.toLocalTime().isBefore(morning)
                ? local.with(morning)
                : local.plusDays(1).with(morning);
        long rush = (long) (draw.between(0, MORNING_RUSH_HOURS) * HOUR_MILLIS);
        return next.toInstant(zone).toEpochMilli() + rush;
    }
}
