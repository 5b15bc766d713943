package io.bordergate.simulator.scenario;

/** How one kind of tracker reports: how often, and how late its fixes are received; immutable. */
public record DeviceProfile(String name, double share, int movingSeconds, double stoppedMinutes, Spread delaySeconds) {}
