package io.bordergate.oracle;

/** A place on the plane of degrees: x is the longitude, y the latitude. Immutable. */
record Point(double lon, double lat) {}
