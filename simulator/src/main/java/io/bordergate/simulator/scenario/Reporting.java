package io.bordergate.simulator.scenario;

/**
 * What goes wrong between trucks and receivers on any day; immutable. Shares run from 0 to 1;
 * {@code gcj02Share} is of the trackers of Chinese trucks. The ignition of a truck that queues for a service stays off for
 * {@code longestSilenceHours} at a stretch at most.
 */
public record Reporting(
        double noiseMetres,
        double duplicateShare,
        double deadZoneShare,
        Spread deadZoneMinutes,
        double silentShare,
        double deadShare,
        double gcj02Share,
        double longestSilenceHours) {}
