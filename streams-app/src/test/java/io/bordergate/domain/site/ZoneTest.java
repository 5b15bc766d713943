package io.bordergate.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.Place.Limits;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;

/** Which ways pass a zone, as the geometry library answers it for the whole area. */
class ZoneTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final String WITH_A_HOLE = "POLYGON ((0 0, 8 0, 8 8, 4 6, 0 8, 0 0), (2 2, 6 2, 6 4, 2 4, 2 2))";
    private static final String TWO_PARTS =
            "MULTIPOLYGON (((0 0, 3 0, 3 3, 0 3, 0 0)), ((5 5, 8 5, 8 8, 5 5), (7 5.5, 7.5 5.5, 7.5 6, 7 5.5)))";

    @Test
    void isPassedOnTheWaysThatMeetIt() throws Exception {
        var random = new Random(20261122);
        int met = 0;
        for (String wkt : new String[] {WITH_A_HOLE, TWO_PARTS}) {
            Geometry area = new WKTReader().read(wkt);
            var zone = new Zone(new Place("z", ZoneKind.YARD, null, null, Limits.NONE), area);
            for (int i = 0; i < 20_000; i++) {
                Coordinate a = point(random);
                Coordinate b = point(random);
                if (a.equals(b)) {
                    continue;
                }
                boolean meets = area.intersects(GEOMETRY.createLineString(new Coordinate[] {a, b}));
                assertThat(zone.isPassedBetween(a.y, a.x, b.y, b.x))
                        .as("from %s to %s", a, b)
                        .isEqualTo(meets);
                met += meets ? 1 : 0;
            }
        }
        assertThat(met).as("ways that meet it").isBetween(8_000, 32_000);
    }

    /** One in three on a whole number, so that ways run along edges, touch corners and lie in holes. */
    private static Coordinate point(Random random) {
        return random.nextInt(3) == 0
                ? new Coordinate(random.nextInt(11) - 1, random.nextInt(11) - 1)
                : new Coordinate(random.nextDouble() * 10 - 1, random.nextDouble() * 10 - 1);
    }
}
