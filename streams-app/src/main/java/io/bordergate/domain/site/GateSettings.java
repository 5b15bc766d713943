package io.bordergate.domain.site;

import java.util.List;

/**
 * What the site file says of one gate: when it is open, and when it is congested. Immutable.
 *
 * @param hours by day of the week
 * @param closures by date
 * @param congestion thresholds of its levels
 */
public record GateSettings(WeekHours hours, List<ClosedDays> closures, CongestionLimits congestion) {
    /** Always open. */
    public static final GateSettings DEFAULT = new GateSettings(WeekHours.ALWAYS, List.of(), CongestionLimits.DEFAULT);

    public GateSettings {
        closures = List.copyOf(closures);
    }
}
