package io.bordergate.domain.trip;

import java.time.Instant;

/** Where a truck on its way was. Immutable; degrees in WGS-84. */
public record Seen(Instant at, double latitude, double longitude) {}
