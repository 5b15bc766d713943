package io.bordergate.domain.site;

/** A place on the map, in degrees of WGS-84. Immutable. */
public record Point(double latitude, double longitude) {}
