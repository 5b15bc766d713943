package io.bordergate.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.Place.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** The index gives the answers that asking every zone gives, on random sites from printed seeds. */
class ZoneIndexTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final int CELLS = 512;

    @Test
    void agreesWithAskingEveryZone() {
        for (long seed = 1; seed <= 2; seed++) {
            var random = new Random(seed);
            List<Geometry> areas = areas(random);
            List<Zone> zones = zones(areas);
            var index = new ZoneIndex(zones, List.of());
            for (Coordinate point : points(random, areas)) {
                List<String> asked = zones.stream()
                        .filter(zone -> zone.contains(point.y, point.x))
                        .map(Zone::id)
                        .toList();

                assertThat(index.zonesAt(point.y, point.x).toString())
                        .as("seed %d at %s", seed, point)
                        .isEqualTo(asked.toString());
            }
        }
    }

    @Test
    void givesOneObjectForOneCombination() {
        List<Zone> zones = zones(areas(new Random(1)));
        var index = new ZoneIndex(zones, List.of());
        Coordinate inside = zones.get(0).envelope().centre();

        assertThat(index.zonesAt(inside.y, inside.x)).isSameAs(index.zonesAt(inside.y, inside.x));
        assertThat(index.zonesAt(0, 0)).isSameAs(index.zonesAt(-80, 170));
    }

    @Test
    void neverMissesAZoneOrLineOnTheWay() {
        for (long seed = 1; seed <= 2; seed++) {
            var random = new Random(seed);
            List<Zone> zones = zones(areas(random));
            List<CrossingLine> lines = List.of(line(random), line(random));
            var index = new ZoneIndex(zones, lines);
            int missed = 0;
            for (int i = 0; i < 3_000; i++) {
                Coordinate a = near(random, 1.6);
                Coordinate b = random.nextBoolean() ? near(random, 1.6) : shifted(random, a);
                boolean meets = zones.stream().anyMatch(zone -> zone.isPassedBetween(a.y, a.x, b.y, b.x))
                        || lines.stream().anyMatch(line -> line.cut(a.y, a.x, b.y, b.x) != 0);
                boolean may = index.mayMeetBetween(a.y, a.x, b.y, b.x);
                assertThat(may || !meets)
                        .as("seed %d from %s to %s", seed, a, b)
                        .isTrue();
                missed += may ? 0 : 1;
            }
            assertThat(missed).as("ways that need no look").isGreaterThan(300);
        }
    }

    private static List<Zone> zones(List<Geometry> areas) {
        var zones = new ArrayList<Zone>();
        for (Geometry area : areas) {
            zones.add(new Zone(new Place("z" + zones.size(), ZoneKind.YARD, null, null, Limits.NONE), area));
        }
        return zones;
    }

    private static List<Geometry> areas(Random random) {
        return Stream.generate(() -> area(random)).limit(6).toList();
    }

    /** A square on round degrees, a slanted blob, or a ring with a hole. */
    private static Geometry area(Random random) {
        Coordinate at = near(random, 1);
        double size = 0.01 + random.nextDouble() * 0.1;
        var box = new Envelope(round(at.x), round(at.x) + 0.05, round(at.y), round(at.y) + 0.05);
        Geometry blob = GEOMETRY.createPoint(at).buffer(size, 3);
        return switch (random.nextInt(3)) {
            case 0 -> GEOMETRY.toGeometry(box);
            case 1 -> blob;
            default -> blob.difference(GEOMETRY.createPoint(at).buffer(size / 2, 2));
        };
    }

    private static CrossingLine line(Random random) {
        var points = new Coordinate[] {near(random, 1), near(random, 1), near(random, 1)};
        LineString line = GEOMETRY.createLineString(points);
        return new CrossingLine(new Place("line", ZoneKind.CROSSING, null, null, Limits.NONE), line);
    }

    /** Anywhere, on corners, on edges, on the borders of cells and a hair beside them, and far outside. */
    private static List<Coordinate> points(Random random, List<Geometry> areas) {
        var points = new ArrayList<Coordinate>();
        var bounds = new Envelope();
        areas.forEach(area -> bounds.expandToInclude(area.getEnvelopeInternal()));
        bounds.expandBy(1e-6);
        for (int i = 0; i < 2_000; i++) {
            points.add(near(random, 1.5));
            Coordinate[] corners = areas.get(random.nextInt(areas.size())).getCoordinates();
            int c = 1 + random.nextInt(corners.length - 1);
            points.add(corners[c]);
            double part = random.nextInt(5) / 4.0;
            points.add(new Coordinate(
                    corners[c - 1].x + part * (corners[c].x - corners[c - 1].x),
                    corners[c - 1].y + part * (corners[c].y - corners[c - 1].y)));
            double x = bounds.getMinX() + random.nextInt(CELLS + 1) * (bounds.getWidth() / CELLS);
            double y = bounds.getMinY() + random.nextInt(CELLS + 1) * (bounds.getHeight() / CELLS);
            points.add(new Coordinate(x, y));
            points.add(new Coordinate(Math.nextUp(x), Math.nextDown(y)));
        }
        points.add(new Coordinate(0, 0));
        points.add(new Coordinate(-180, 90));
        return points;
    }

    private static Coordinate near(Random random, double spread) {
        return new Coordinate(
                106.7 + (random.nextDouble() - 0.5) * spread * 0.4, 21.9 + (random.nextDouble() - 0.5) * spread * 0.4);
    }

    private static Coordinate shifted(Random random, Coordinate from) {
        return new Coordinate(from.x + random.nextGaussian() * 0.001, from.y + random.nextGaussian() * 0.001);
    }

    private static double round(double degrees) {
        return Math.round(degrees * 100) / 100.0;
    }
}
