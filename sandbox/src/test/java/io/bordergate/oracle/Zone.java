package io.bordergate.oracle;

import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * A place with an extent, the gate it belongs to, and the rules by which a stay in it ends. No silence timeout means
 * never. Immutable.
 */
record Zone(
        String id,
        String kind,
        Optional<String> gate,
        List<Polygon> polygons,
        Optional<Duration> silenceAfter,
        Optional<Duration> silenceTimeout,
        Duration minDwell,
        double exitBufferMetres,
        Optional<Integer> capacity) {

    boolean contains(Point p) {
        for (Polygon polygon : polygons) {
            if (polygon.contains(p)) {
                return true;
            }
        }
        return false;
    }

    /** Whether p, which is not inside, is out by more than the buffer; without a buffer, by however little. */
    boolean isClearlyLeftAt(Point p) {
        return exitBufferMetres == 0
                || polygons.stream().allMatch(polygon -> polygon.metresToBorder(p) > exitBufferMetres);
    }

    /** Whether the two have a point in common, be it on their borders. */
    boolean meets(Zone other) {
        return polygons.stream().anyMatch(mine -> other.polygons.stream().anyMatch(mine::meets));
    }

    /** Of zones without deep dents: whether no corner of this one and no middle of an edge is outside of the other. */
    boolean liesWithin(Zone other) {
        return polygons.stream()
                .flatMap(polygon -> polygon.outer().marks().stream())
                .allMatch(other::contains);
    }

    /** A tracker that has been silent for longer leaves it open whether the truck is still there. */
    boolean isUncertain(Duration silence) {
        return silenceAfter.isPresent() && silence.compareTo(silenceAfter.get()) > 0;
    }

    boolean isMetBySegment(Point a, Point b) {
        for (Polygon polygon : polygons) {
            if (polygon.borderMeets(a, b)) {
                return true;
            }
        }
        return false;
    }

    /** To the nearest edge. */
    double metresToBorder(Point p) {
        return polygons.stream()
                .mapToDouble(polygon -> polygon.metresToBorder(p))
                .min()
                .orElseThrow();
    }

    /** The middle of the box around it. */
    Point middle() {
        List<Point> corners = polygons.stream()
                .flatMap(polygon -> polygon.outer().points().stream())
                .toList();
        DoubleSummaryStatistics lons = corners.stream().mapToDouble(Point::lon).summaryStatistics();
        DoubleSummaryStatistics lats = corners.stream().mapToDouble(Point::lat).summaryStatistics();
        return new Point((lons.getMin() + lons.getMax()) / 2, (lats.getMin() + lats.getMax()) / 2);
    }

    boolean isSilence(Duration gap) {
        return silenceTimeout.isPresent() && gap.compareTo(silenceTimeout.get()) > 0;
    }
}
