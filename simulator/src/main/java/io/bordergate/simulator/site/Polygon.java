package io.bordergate.simulator.site;

import java.util.ArrayList;
import java.util.List;

/** A closed ring without holes, with membership by ray casting; immutable. The last point repeats the first. */
public final class Polygon {

    private final List<Point> ring;
    private final List<Segment> edges;
    private final Point southWest;
    private final Point northEast;

    public Polygon(List<Point> ring) {
        this.ring = List.copyOf(ring);
        this.edges = edges(this.ring);
        this.southWest = new Point(
                ring.stream().mapToDouble(Point::lon).min().orElseThrow(),
                ring.stream().mapToDouble(Point::lat).min().orElseThrow());
        this.northEast = new Point(
                ring.stream().mapToDouble(Point::lon).max().orElseThrow(),
                ring.stream().mapToDouble(Point::lat).max().orElseThrow());
    }

    public List<Point> ring() {
        return ring;
    }

    public List<Segment> edges() {
        return edges;
    }

    public Point southWest() {
        return southWest;
    }

    public Point northEast() {
        return northEast;
    }

    public boolean contains(Point point) {
        boolean inside = false;
        if (isNear(point, point)) {
            for (Segment edge : edges) {
                if (rayMeets(point, edge.from(), edge.to())) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    /** Fractions of a straight way at which it passes the ring, in ascending order. */
    public List<Double> cuts(Segment way) {
        if (!isNear(way.from(), way.to())) {
            return List.of();
        }
        List<Double> cuts = new ArrayList<>();
        for (Segment edge : edges) {
            way.cutBy(edge).ifPresent(cuts::add);
        }
        cuts.sort(Double::compare);
        return cuts;
    }

    public double metresToEdge(Point point) {
        return edges.stream().mapToDouble(edge -> edge.metresTo(point)).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether every edge is at least so many metres away from a point. */
    boolean keepsAway(Point point, double metres) {
        boolean far = !isNear(point.moved(-metres, -metres), point.moved(metres, metres));
        return far || metresToEdge(point) >= metres;
    }

    /** Whether the box around two points meets the box around the ring. */
    private boolean isNear(Point a, Point b) {
        return Math.max(a.lon(), b.lon()) >= southWest.lon()
                && Math.min(a.lon(), b.lon()) <= northEast.lon()
                && Math.max(a.lat(), b.lat()) >= southWest.lat()
                && Math.min(a.lat(), b.lat()) <= northEast.lat();
    }

    private static List<Segment> edges(List<Point> ring) {
        List<Segment> edges = new ArrayList<>();
        for (int i = 1; i < ring.size(); i++) {
            edges.add(new Segment(ring.get(i - 1), ring.get(i)));
        }
        return List.copyOf(edges);
    }

    private static boolean rayMeets(Point point, Point a, Point b) {
        boolean spans = a.lat() > point.lat() != b.lat() > point.lat();
        return spans && point.lon() < (b.lon() - a.lon()) * (point.lat() - a.lat()) / (b.lat() - a.lat()) + a.lon();
    }
}
