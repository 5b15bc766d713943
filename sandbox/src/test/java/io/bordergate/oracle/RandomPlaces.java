package io.bordergate.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws places where a mistake would show: on corners and edges, a hair beside them, about an exit buffer away. */
final class RandomPlaces {

    private static final double METRES_PER_DEGREE = Math.toRadians(6_371_008.8);

    private final Random random;
    private final List<Point> onBorders = new ArrayList<>();
    private final List<Ring> rings = new ArrayList<>();
    private final List<Zone> buffered;

    RandomPlaces(Random random, List<Zone> zones) {
        this.random = random;
        this.buffered =
                zones.stream().filter(zone -> zone.exitBufferMetres() > 0).toList();
        for (Zone zone : zones) {
            for (Polygon polygon : zone.polygons()) {
                rings.add(polygon.outer());
                rings.addAll(polygon.holes());
            }
        }
        rings.forEach(this::addBorder);
    }

    /** Where a truck that was last seen at {@code previous} is next. */
    Point next(Point previous) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> previous;
            case 2, 3, 4 -> aStepFrom(previous);
            case 5 -> onBorder();
            case 6 -> besideBorder();
            case 7, 8 -> aboutABufferAway(previous);
            case 9 -> asNearAnEdgeAsADoubleCanBe();
            default -> anywhere();
        };
    }

    /** Anywhere on the site and never exactly, nor within a nanodegree of, a border worth speaking of. */
    Point anywhere() {
        return RandomSite.cell(64 * random.nextDouble(), 64 * random.nextDouble());
    }

    Point onBorder() {
        return onBorders.get(random.nextInt(onBorders.size()));
    }

    private Point aStepFrom(Point previous) {
        double step = random.nextBoolean() ? 0.0002 : 0.003;
        return new Point(previous.lon() + step * random.nextGaussian(), previous.lat() + step * random.nextGaussian());
    }

    private Point besideBorder() {
        Point p = onBorder();
        return switch (random.nextInt(5)) {
            case 0 -> new Point(Math.nextUp(p.lon()), p.lat());
            case 1 -> new Point(Math.nextDown(p.lon()), p.lat());
            case 2 -> new Point(p.lon(), Math.nextUp(p.lat()));
            case 3 -> new Point(p.lon(), Math.nextDown(p.lat()));
            default -> new Point(p.lon() + 0x1p-20, p.lat() - 0x1p-21);
        };
    }

    private Point asNearAnEdgeAsADoubleCanBe() {
        Ring ring = rings.get(random.nextInt(3) == 0 ? 0 : random.nextInt(rings.size()));
        int corner = random.nextInt(ring.points().size());
        Point end = ring.points().get((corner + 1) % ring.points().size());
        return between(ring.points().get(corner), end, random.nextDouble());
    }

    /** From a zone the truck was just in, if there is one with a buffer. */
    private Point aboutABufferAway(Point previous) {
        List<Zone> left =
                buffered.stream().filter(zone -> zone.contains(previous)).toList();
        if (left.isEmpty()) {
            return onBorder();
        }
        Zone zone = left.get(random.nextInt(left.size()));
        List<Point> corners = zone.polygons().get(0).outer().points();
        Point p = corners.get(random.nextInt(corners.size()));
        double metres = zone.exitBufferMetres() + 0.5 * random.nextGaussian();
        double angle = 2 * Math.PI * random.nextDouble();
        double shrink = Math.cos(Math.toRadians(p.lat()));
        return new Point(
                p.lon() + metres * Math.cos(angle) / METRES_PER_DEGREE / shrink,
                p.lat() + metres * Math.sin(angle) / METRES_PER_DEGREE);
    }

    /** Corners, and points at each quarter of each edge. */
    private void addBorder(Ring ring) {
        for (int i = 0; i < ring.points().size(); i++) {
            Point a = ring.points().get(i);
            Point b = ring.points().get((i + 1) % ring.points().size());
            for (int quarter = 0; quarter < 4; quarter++) {
                onBorders.add(between(a, b, quarter / 4.0));
            }
        }
    }

    private static Point between(Point a, Point b, double share) {
        return new Point(a.lon() + (b.lon() - a.lon()) * share, a.lat() + (b.lat() - a.lat()) * share);
    }
}
