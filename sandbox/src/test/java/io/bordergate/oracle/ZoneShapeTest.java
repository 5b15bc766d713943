package io.bordergate.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Points on, in and just outside of edges, holes and parts, and the shifted datum at a known place. */
class ZoneShapeTest {

    private final Ring triangle = ring(0, 0, 3, 1, 1, 2);
    private final Ring hole = ring(8, 0, 12, 0, 12, 4, 8, 4);
    private final Polygon holed = new Polygon(ring(6, -2, 14, -2, 14, 6, 6, 6), List.of(hole));

    @Test
    void aPointHalfwayOnASlantedEdgeIsInsideAndAHairBelowIsNot() {
        Zone zone = zone(new Polygon(triangle, List.of()));

        assertThat(zone.contains(new Point(1.5, 0.5))).isTrue();
        assertThat(zone.contains(new Point(1.5, Math.nextDown(0.5)))).isFalse();
        assertThat(zone.contains(new Point(Math.nextDown(1.5), 0.5))).isTrue();
        assertThat(zone.contains(new Point(3, 1))).isTrue();
        assertThat(zone.contains(new Point(0, 1))).isFalse();
    }

    @Test
    void aHoleIsOutsideButItsEdgeIsInside() {
        Zone zone = zone(holed);

        assertThat(zone.contains(new Point(10, 2))).isFalse();
        assertThat(zone.contains(new Point(8, 2))).isTrue();
        assertThat(zone.contains(new Point(12, 4))).isTrue();
        assertThat(zone.contains(new Point(7, 2))).isTrue();
        assertThat(zone.isMetBySegment(new Point(9, 1), new Point(11, 3))).isFalse();
        assertThat(zone.isMetBySegment(new Point(9, 1), new Point(15, 1))).isTrue();
    }

    @Test
    void aZoneInPartsIsEachOfThem() {
        Zone zone = zone(new Polygon(triangle, List.of()), holed);

        assertThat(zone.contains(new Point(1.25, 1))).isTrue();
        assertThat(zone.contains(new Point(7, 2))).isTrue();
        assertThat(zone.contains(new Point(5, 1))).isFalse();
    }

    @Test
    void theShiftedDatumIsUndone() {
        Point gate = new Point(106.71112, 21.97062);
        Point shifted = Gcj02.fromWgs84(gate);
        Point back = Gcj02.toWgs84(shifted);

        double metresPerDegree = Math.toRadians(6_371_008.8);
        assertThat((shifted.lat() - gate.lat()) * metresPerDegree).isCloseTo(-311, within(5.0));
        assertThat((shifted.lon() - gate.lon()) * metresPerDegree * Math.cos(Math.toRadians(gate.lat())))
                .isCloseTo(365, within(5.0));
        assertThat(back.lat()).isCloseTo(gate.lat(), within(2e-9));
        assertThat(back.lon()).isCloseTo(gate.lon(), within(2e-9));
    }

    private static Zone zone(Polygon... polygons) {
        return new Zone(
                "zone",
                "yard",
                Optional.empty(),
                List.of(polygons),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                0,
                Optional.empty());
    }

    private static Ring ring(double... xy) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Point(xy[i], xy[i + 1]));
        }
        return new Ring(points);
    }
}
