package io.bordergate.domain.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Metres on the ground from a point to the edge of an area. */
class GroundDistanceTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final Polygon YARD = GEOMETRY.createPolygon(ring(0, 0, 100));

    @Test
    void measuresToTheNearestEdgeOrCorner() {
        assertThat(to(YARD, 130, 50)).isCloseTo(30, within(0.1));
        assertThat(to(YARD, 50, -40)).isCloseTo(40, within(0.1));
        assertThat(to(YARD, 130, 140)).isCloseTo(50, within(0.1));
        assertThat(to(YARD, 100, 50)).isCloseTo(0, within(0.1));
    }

    @Test
    void measuresToTheEdgeOfAHole() {
        Polygon holed = GEOMETRY.createPolygon(ring(0, 0, 100), new LinearRing[] {ring(20, 20, 60)});

        assertThat(to(holed, 50, 30)).isCloseTo(10, within(0.1));
    }

    @Test
    void measuresOnTheGreatCircle() {
        double degree = Math.toRadians(6_371_008.8);

        assertThat(GroundDistance.between(21, 106, 22, 106)).isCloseTo(degree, within(1e-6));
        assertThat(GroundDistance.between(0, 179.5, 0, -179.5)).isCloseTo(degree, within(1e-6));
        assertThat(GroundDistance.between(90, 0, -90, 0)).isCloseTo(180 * degree, within(1e-6));
        assertThat(GroundDistance.between(21.97, 106.71, 21.97, 106.71)).isZero();
        assertThat(GroundDistance.between(21.97, 106.71, 21.9700001, 106.71)).isCloseTo(degree * 1e-7, within(1e-6));
        assertThat(GroundDistance.between(60, 106, 60, 106.001)).isCloseTo(degree / 2_000, within(1e-3));
    }

    @Test
    void measuresToTheNearestOfSeveralParts() {
        Geometry parts = GEOMETRY.createMultiPolygon(
                new Polygon[] {GEOMETRY.createPolygon(ring(0, 0, 100)), GEOMETRY.createPolygon(ring(200, 0, 100))});

        assertThat(to(parts, 160, 50)).isCloseTo(40, within(0.1));
    }

    @Test
    void agreesWithTheGreatCircleWithinAKilometre() {
        double lat = Spot.at(0, 0).latitude();
        for (int metres = 1; metres <= 1_000; metres += 37) {
            double onGreatCircle =
                    haversine(lat, 106.71, lat, Spot.at(-metres, 0).longitude());

            assertThat(to(YARD, -metres, 0)).as("%d m", metres).isCloseTo(onGreatCircle, within(0.2));
        }
    }

    @Test
    void leavesAZoneOnlyBeyondItsBuffer() {
        Zone zone = Sites.site()
                .square("yard", 0, 0, 100, Sites.limits().exitBuffer(30))
                .build()
                .findZone("yard")
                .orElseThrow();

        assertThat(zone.isLeftAt(Spot.at(129, 50).latitude(), Spot.at(129, 50).longitude()))
                .isFalse();
        assertThat(zone.isLeftAt(Spot.at(131, 50).latitude(), Spot.at(131, 50).longitude()))
                .isTrue();
    }

    private static double to(Geometry area, double east, double north) {
        Spot spot = Spot.at(east, north);
        return GroundDistance.metresTo(area, spot.latitude(), spot.longitude());
    }

    private static LinearRing ring(double east, double north, double side) {
        return GEOMETRY.createLinearRing(new Coordinate[] {
            corner(east, north),
            corner(east + side, north),
            corner(east + side, north + side),
            corner(east, north + side),
            corner(east, north)
        });
    }

    private static Coordinate corner(double east, double north) {
        Spot spot = Spot.at(east, north);
        return new Coordinate(spot.longitude(), spot.latitude());
    }

    private static double haversine(double lat1, double lon1, double lat2, double lon2) {
        double dLat = Math.toRadians(lat2 - lat1) / 2;
        double dLon = Math.toRadians(lon2 - lon1) / 2;
        double h = Math.sin(dLat) * Math.sin(dLat)
                + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * Math.sin(dLon) * Math.sin(dLon);
        return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
    }
}
