package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.scenario.Step;
import io.bordergate.simulator.site.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The straight legs of one truck's route, each with how long it takes undisturbed in milliseconds; what stands at an
 * index is of the leg that ends there. Not thread-safe; one per trip.
 */
final class RouteLegs {

    private static final double SLOWEST_DRIVER = 0.88;
    private static final double FASTEST_DRIVER = 1.12;
    private static final double HOUR_MILLIS = 3_600_000;

    private final List<Point> points = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private final List<Long> durations = new ArrayList<>();
    private final BiFunction<String, Dice, Point> bays;
    private final double driver;

    RouteLegs(BiFunction<String, Dice, Point> bays, Dice dice) {
        this.bays = bays;
        this.driver = dice.pick("driver").between(SLOWEST_DRIVER, FASTEST_DRIVER);
    }

    List<Point> points() {
        return Collections.unmodifiableList(points);
    }

    List<Phase> phases() {
        return Collections.unmodifiableList(phases);
    }

    List<Long> durations() {
        return Collections.unmodifiableList(durations);
    }

    void add(Step step, Dice draw) {
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
}
