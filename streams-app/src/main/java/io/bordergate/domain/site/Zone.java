package io.bordergate.domain.site;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** An area of the site: a polygon or several, with holes. Answers exactly; {@link ZoneIndex} makes it fast. Immutable. */
public final class Zone {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Place place;
    private final PreparedGeometry area;
    private final IndexedPointInAreaLocator locator;
    private final Envelope box;
    private final List<Coordinate[]> rings = new ArrayList<>();

    /** The area is a valid Polygon or MultiPolygon, x = longitude, y = latitude. */
    public Zone(Place place, Geometry area) {
        this.place = place;
        this.area = PreparedGeometryFactory.prepare(area);
        this.locator = new IndexedPointInAreaLocator(area);
        this.box = area.getEnvelopeInternal();
        area.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString ring) {
                rings.add(ring.getCoordinates());
            }
        });
    }

    public Place place() {
        return place;
    }

    public String id() {
        return place.id();
    }

    Envelope envelope() {
        return box;
    }

    boolean covers(Envelope box) {
        return area.covers(GEOMETRY.toGeometry(box));
    }

    boolean touches(Envelope box) {
        return area.intersects(GEOMETRY.toGeometry(box));
    }

    /** Inside, or on an edge or a corner. */
    public boolean contains(double latitude, double longitude) {
        return locator.locate(new Coordinate(longitude, latitude)) != Location.EXTERIOR;
    }

    /** Whether the straight way from one fix to the next goes through or touches the zone. */
    public boolean isPassedBetween(double lat1, double lon1, double lat2, double lon2) {
        if (Boxes.isBeside(box, lat1, lon1, lat2, lon2)) {
            return false;
        }
        var from = new Coordinate(lon1, lat1);
        var to = new Coordinate(lon2, lat2);
        for (Coordinate[] ring : rings) {
            for (int i = 1; i < ring.length; i++) {
                if (meet(ring[i - 1], ring[i], from, to)) {
                    return true;
                }
            }
        }
        return contains(lat1, lon1);
    }

    /** Whether two pieces share a point. The library's own test of an area takes both apart anew each time. */
    private static boolean meet(Coordinate a, Coordinate b, Coordinate from, Coordinate to) {
        return Envelope.intersects(a, b, from, to)
                && Orientation.index(a, b, from) * Orientation.index(a, b, to) <= 0
                && Orientation.index(from, to, a) * Orientation.index(from, to, b) <= 0;
    }

    /** Whether a point outside lies so far outside that a stay ends there. */
    public boolean isLeftAt(double latitude, double longitude) {
        double buffer = place.limits().exitBufferMetres();
        return buffer <= 0 || metresTo(latitude, longitude) > buffer;
    }

    boolean overlaps(Zone other) {
        return area.intersects(other.area.getGeometry());
    }

    /** Whether it lies within another zone; of two that are the same the one with the greater id lies within the other. */
    boolean isPartOf(Zone other) {
        if (other == this || !other.area.covers(area.getGeometry())) {
            return false;
        }
        return !area.covers(other.area.getGeometry()) || id().compareTo(other.id()) > 0;
    }

    /** Of the box around it. */
    Point middle() {
        return new Point((box.getMinY() + box.getMaxY()) / 2, (box.getMinX() + box.getMaxX()) / 2);
    }

    /** From a point to the nearest edge, in metres. */
    public double metresTo(double latitude, double longitude) {
        return GroundDistance.metresTo(area.getGeometry(), latitude, longitude);
    }
}
