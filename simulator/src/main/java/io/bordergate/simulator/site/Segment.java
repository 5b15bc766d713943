package io.bordergate.simulator.site;

import java.util.OptionalDouble;

/** A straight line between two points, with what geometry needs of it; immutable. */
public record Segment(Point from, Point to) {

    /** Where another segment cuts this one, as a fraction from 0 up to but not including 1 of this one. */
    public OptionalDouble cutBy(Segment other) {
        double before = from.sideOf(other.from, other.to);
        double after = to.sideOf(other.from, other.to);
        double start = other.from.sideOf(from, to);
        double end = other.to.sideOf(from, to);
        boolean changesSide = before < 0 != after < 0;
        boolean otherChangesSide = start < 0 != end < 0;
        return changesSide && otherChangesSide ? OptionalDouble.of(before / (before - after)) : OptionalDouble.empty();
    }

    /** Shortest distance from a point to this segment, in metres. */
    public double metresTo(Point point) {
        double east = from.eastTo(to);
        double north = from.northTo(to);
        double squared = east * east + north * north;
        double along = squared == 0 ? 0 : (from.eastTo(point) * east + from.northTo(point) * north) / squared;
        return from.towards(to, Math.max(0, Math.min(1, along))).metresTo(point);
    }

    /** Whether a traveller that cuts this segment comes from its left side. */
    boolean isCutFromLeft(Segment travel) {
        return travel.from.sideOf(from, to) > 0;
    }
}
