package io.bordergate.domain.site;

/** The box outside which no fix is believed. Degrees, edges inside. Immutable. */
public record OperatingBox(double west, double south, double east, double north) {
    public boolean contains(double latitude, double longitude) {
        return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
    }
}
