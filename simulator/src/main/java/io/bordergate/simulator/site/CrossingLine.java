package io.bordergate.simulator.site;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The border at one gate, drawn with Vietnam on its left; immutable. Left to right is export. */
public record CrossingLine(String id, String gate, List<Point> points) {

    public CrossingLine {
        points = List.copyOf(points);
    }

    /** Where a straight way passes the border, if it does. */
    public Optional<Cut> cutBy(Segment way) {
        for (int i = 1; i < points.size(); i++) {
            Segment line = new Segment(points.get(i - 1), points.get(i));
            OptionalDouble fraction = way.cutBy(line);
            if (fraction.isPresent()) {
                return Optional.of(new Cut(fraction.getAsDouble(), line.isCutFromLeft(way)));
            }
        }
        return Optional.empty();
    }

    /** One passage of the border: the fraction of the way at which it lies, and whether it leaves Vietnam. */
    public record Cut(double fraction, boolean leavesVietnam) {}
}
