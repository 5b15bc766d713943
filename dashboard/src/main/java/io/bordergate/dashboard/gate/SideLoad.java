package io.bordergate.dashboard.gate;

import io.bordergate.event.CongestionLevel;
import io.bordergate.event.TradeDirection;
import java.util.List;

/**
 * The newest figures of one side of a gate. Immutable; docs/gates.md, section 4.
 *
 * @param open whether the gate is open for this side
 * @param reduced whether its service is reduced
 * @param suspended goods that are not taken
 * @param serviceRate cleared per hour of open time; null without open time
 * @param clearedPerDay in the last day of open time
 * @param daysToClear null if nothing was cleared
 * @param actualWait of those that were cleared; null without
 * @param currentWait of those that wait; null without
 * @param coverage share of the backlog with a recent position, 0 to 1; null without backlog
 */
public record SideLoad(
        TradeDirection direction,
        CongestionLevel level,
        boolean open,
        boolean reduced,
        List<String> suspended,
        Backlog backlog,
        Recent arrivals,
        Recent crossings,
        Double serviceRate,
        int clearedPerDay,
        Double daysToClear,
        Wait actualWait,
        Wait currentWait,
        Double coverage) {

    public SideLoad {
        suspended = List.copyOf(suspended);
    }

    /** Trucks that wait, and how many of them are what; each 0 or more. Immutable. */
    public record Backlog(
            int total,
            int fruit,
            int otherPerishable,
            int newVehicle,
            int other,
            int undeclared,
            int refrigerated,
            int green,
            int yellow,
            int red,
            int live) {}

    /** How many in the time before. Immutable. */
    public record Recent(int in15Minutes, int inHour, int inDay) {}

    /** Waits of several trucks, in seconds. Immutable. */
    public record Wait(int trucks, long medianSeconds, long p95Seconds) {}
}
