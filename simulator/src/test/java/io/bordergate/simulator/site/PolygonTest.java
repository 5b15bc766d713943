package io.bordergate.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Geometry on an L-shaped ring, where a box or a convex hull would be wrong. */
class PolygonTest {

    private static final Polygon L = new Polygon(List.of(
            new Point(0, 0),
            new Point(2, 0),
            new Point(2, 1),
            new Point(1, 1),
            new Point(1, 2),
            new Point(0, 2),
            new Point(0, 0)));

    @ParameterizedTest
    @CsvSource({"0.5,0.5,true", "1.5,0.5,true", "0.5,1.5,true", "1.5,1.5,false", "-0.1,0.5,false", "3,0.5,false"})
    void knowsInsideFromOutside(double lon, double lat, boolean inside) {
        assertThat(L.contains(new Point(lon, lat))).isEqualTo(inside);
    }

    @Test
    void isCutTwiceByAWayThroughOneArmAndFourTimesThroughBoth() {
        assertThat(L.cuts(new Segment(new Point(-1, 0.5), new Point(3, 0.5)))).containsExactly(0.25, 0.75);
        assertThat(L.cuts(new Segment(new Point(0.2, 2.5), new Point(2.5, 0.2))))
                .hasSize(4);
    }

    @Test
    void isNotCutByAWayThatStaysOutside() {
        assertThat(L.cuts(new Segment(new Point(1.5, 1.2), new Point(1.9, 1.9))))
                .isEmpty();
        assertThat(L.cuts(new Segment(new Point(5, 5), new Point(6, 6)))).isEmpty();
    }

    @Test
    void measuresDistanceToTheNearestEdge() {
        assertThat(L.metresToEdge(new Point(1.5, 0.9))).isBetween(11_000.0, 11_150.0);
    }
}
