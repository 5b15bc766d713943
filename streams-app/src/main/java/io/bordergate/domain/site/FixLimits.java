package io.bordergate.domain.site;

import java.util.Optional;

/**
 * What a fix must keep to in order to count. What is not set is off. Immutable.
 *
 * @param box null if fixes from everywhere are believed
 * @param maxSpeedKmh above 0; a fix that can only be reached faster is a suspect; {@link #OFF} if not set
 * @param maxAccuracyMetres above 0; a fix that is less accurate has no place; {@link #OFF} if not set
 */
public record FixLimits(OperatingBox box, double maxSpeedKmh, double maxAccuracyMetres) {
    /** A limit that is not set never takes effect. */
    public static final double OFF = Double.POSITIVE_INFINITY;

    public static final FixLimits NONE = new FixLimits(null, OFF, OFF);

    public Optional<OperatingBox> operatingBox() {
        return Optional.ofNullable(box);
    }
}
