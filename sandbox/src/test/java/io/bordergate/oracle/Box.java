package io.bordergate.oracle;

/** A rectangle of degrees, its border included. Immutable. */
record Box(double west, double south, double east, double north) {

    boolean contains(Point p) {
        return p.lon() >= west && p.lon() <= east && p.lat() >= south && p.lat() <= north;
    }
}
