package io.bordergate.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** A line is cut when the side changes: from left to right is positive, looking from its first point to its last. */
class CrossingLineTest {
    private static final CrossingLine STRAIGHT = line(0, 0, 10, 0);
    private static final CrossingLine BENT = line(0, 0, 10, 0, 10, -10);

    @ParameterizedTest
    @CsvSource({
        "5,1, 5,-1, 1, from left to right",
        "5,-1, 5,1, -1, from right to left",
        "5,2, 5,1, 0, stays on its left",
        "5,-2, 5,-1, 0, stays on its right",
        "1,1, 9,1, 0, parallel",
        "1,0, 9,0, 0, along the line",
        "5,0, 5,0, 0, stands on the line",
        "5,1, 5,0, 1, stops on the line coming from the left",
        "5,0, 5,-1, 0, and goes on",
        "5,-1, 5,0, 0, stops on the line coming from the right",
        "5,0, 5,1, -1, and goes on",
        "11,1, 11,-1, 0, passes beyond its end",
        "-1,1, -1,-1, 0, passes before its start",
        "-9,9, 19,-9, 1, long and slanted",
        "10,1, 9.8,-1, 1, passes just inside its end"
    })
    void isCutByAChangeOfSide(double x1, double y1, double x2, double y2, int expected, String story) {
        assertThat(STRAIGHT.cut(y1, x1, y2, x2)).as(story).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "5,1, 5,-5, 1, over the first piece",
        "11,-5, 9,-5, 1, over the second piece",
        "12,2, 8,-2, 1, exactly over the corner",
        "8,-2, 12,2, -1, exactly over the corner and back",
        "9,1, 11,-1, 0, touches the corner from outside",
        "5,1, 15,-3, 0, over both pieces in and out",
    })
    void isCutOnceAtItsCorners(double x1, double y1, double x2, double y2, int expected, String story) {
        assertThat(BENT.cut(y1, x1, y2, x2)).as(story).isEqualTo(expected);
    }

    @Test
    void countsAStopOnACornerOnce() {
        assertThat(way(BENT, 8, 1, 10, 0, 8, -2)).as("left, corner, right").isEqualTo(1);
        assertThat(way(BENT, 8, -2, 10, 0, 8, 1)).as("right, corner, left").isEqualTo(-1);
        assertThat(way(BENT, 8, 1, 10, 0, 12, 1)).as("left, corner, left").isZero();
        assertThat(way(BENT, 8, -2, 10, 0, 7, -2)).as("right, corner, right").isZero();
    }

    @Test
    void endsUpOnTheSideThatTheSumOfCutsSays() {
        var random = new Random(42);
        double x = 5;
        double y = 3;
        int net = 0;
        for (int i = 0; i < 5_000; i++) {
            double nextX = 1 + random.nextInt(9);
            double nextY = random.nextInt(7) - 3;
            net += STRAIGHT.cut(y, x, nextY, nextX);
            x = nextX;
            y = nextY;
            assertThat(net).as("seed 42, step %d at %s, %s", i, x, y).isEqualTo(y > 0 ? 0 : 1);
        }
    }

    private static int way(CrossingLine line, double... xy) {
        int net = 0;
        for (int i = 2; i < xy.length; i += 2) {
            net += line.cut(xy[i - 1], xy[i - 2], xy[i + 1], xy[i]);
        }
        return net;
    }

    private static CrossingLine line(double... xy) {
        var points = new Coordinate[xy.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        var place = new Place("line", ZoneKind.CROSSING, null, null, Place.Limits.NONE);
        return new CrossingLine(place, new GeometryFactory().createLineString(points));
    }
}
