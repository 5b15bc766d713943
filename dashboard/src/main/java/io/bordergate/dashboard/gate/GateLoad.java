package io.bordergate.dashboard.gate;

import io.bordergate.event.CongestionLevel;
import java.time.Instant;
import java.util.List;

/**
 * The newest figures of one gate, as the stream application published them. Immutable; docs/gates.md, section 4.
 *
 * @param at the minute at which they were taken
 * @param inputAgeSeconds how far the slowest input lies behind
 * @param confident false while input is stale or partial: levels then do not fall
 * @param occupancy trucks in the yards by their capacity; null without a capacity
 * @param level of the gate as a whole
 * @param sides EXPORT, then IMPORT
 * @param forecast the last; null in the first hour of the gate
 */
public record GateLoad(
        String gateId,
        Instant at,
        long inputAgeSeconds,
        boolean confident,
        int yardTrucks,
        int yardCapacity,
        Double occupancy,
        CongestionLevel level,
        List<SideLoad> sides,
        Forecast forecast) {

    public GateLoad {
        if (gateId == null || gateId.isBlank() || at == null) {
            throw new IllegalArgumentException("load without a gate or a time");
        }
        sides = List.copyOf(sides);
    }
}
