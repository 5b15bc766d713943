package io.bordergate.domain.site;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;

/** A line that is cut when a truck drives over it, with two sides. Immutable. */
public final class CrossingLine {
    private static final double ASIDE_DEGREES = 1e-9;

    private final Place place;
    private final Coordinate[] points;
    private final Envelope envelope;

    public CrossingLine(Place place, LineString line) {
        this.place = place;
        this.points = line.getCoordinates();
        this.envelope = line.getEnvelopeInternal();
    }

    public Place place() {
        return place;
    }

    Envelope envelope() {
        return envelope;
    }

    /**
     * Which way the straight way from one fix to the next cuts the line: positive from its left to its right (looking
     * from its first point to its last), negative from right to left, 0 if it does not. A fix exactly on the line
     * belongs to its right side, so that stopping on it cuts it once and not twice; a line cut an even number of times
     * is not crossed.
     */
    public int cut(double lat1, double lon1, double lat2, double lon2) {
        if (Boxes.isBeside(envelope, lat1, lon1, lat2, lon2)) {
            return 0;
        }
        Coordinate from = offTheLine(new Coordinate(lon1, lat1));
        Coordinate to = offTheLine(new Coordinate(lon2, lat2));
        int net = 0;
        for (int i = 1; i < points.length; i++) {
            net += cutOfPiece(points[i - 1], points[i], from, to);
        }
        return Integer.signum(net);
    }

    /**
     * A point exactly on the line is moved a tenth of a millimetre to its right, on a corner to the right of both pieces:
     * by the same rule for the way that ends there and the way that begins there.
     */
    private Coordinate offTheLine(Coordinate point) {
        double east = 0;
        double north = 0;
        for (int i = 1; i < points.length; i++) {
            Coordinate a = points[i - 1];
            Coordinate b = points[i];
            if (Envelope.intersects(a, b, point) && Orientation.index(a, b, point) == Orientation.COLLINEAR) {
                double length = a.distance(b);
                east += (b.y - a.y) / length;
                north -= (b.x - a.x) / length;
            }
        }
        return east == 0 && north == 0
                ? point
                : new Coordinate(point.x + east * ASIDE_DEGREES, point.y + north * ASIDE_DEGREES);
    }

    private static int cutOfPiece(Coordinate a, Coordinate b, Coordinate from, Coordinate to) {
        boolean fromLeft = Orientation.index(a, b, from) == Orientation.LEFT;
        boolean toLeft = Orientation.index(a, b, to) == Orientation.LEFT;
        if (fromLeft == toLeft) {
            return 0;
        }
        boolean startLeft = Orientation.index(from, to, a) == Orientation.LEFT;
        boolean endLeft = Orientation.index(from, to, b) == Orientation.LEFT;
        if (startLeft == endLeft) {
            return 0;
        }
        return fromLeft ? 1 : -1;
    }
}
