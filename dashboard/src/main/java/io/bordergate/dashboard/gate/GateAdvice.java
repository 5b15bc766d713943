package io.bordergate.dashboard.gate;

import java.time.Instant;
import java.util.List;

/**
 * What could be done about one gate that fills up, as it was last said. Immutable; docs/advice.md.
 *
 * @param at when it was concluded
 * @param since since when something should be done; null if nothing needs to be
 * @param yardCapacity 0 if that is not known
 * @param occupancy trucks that want room in the yards by their capacity; null without one
 * @param greatestOccupancy of now and the next 24 hours; null without a capacity
 * @param excessTrucks so many too many
 * @param expectedTrucks exports in the next 24 hours
 * @param movableTrucks of these, who does not come in the next hour already
 * @param outsideTrucks at the gate and in none of its yards
 * @param waitSeconds predicted for an export that arrives now; null if nothing is served, or not within a week
 * @param diverts the best first
 * @param meter null if there is no need
 * @param holds the nearest first
 * @param stayAwayTrucks for which there is no room anywhere
 */
public record GateAdvice(
        String gateId,
        Instant at,
        Instant since,
        int yardTrucks,
        int yardCapacity,
        Double occupancy,
        Double greatestOccupancy,
        double excessTrucks,
        double expectedTrucks,
        double movableTrucks,
        int outsideTrucks,
        Long waitSeconds,
        List<Divert> diverts,
        Meter meter,
        List<Hold> holds,
        int stayAwayTrucks) {

    public GateAdvice {
        if (gateId == null || gateId.isBlank() || at == null) {
            throw new IllegalArgumentException("advice without a gate or a time");
        }
        diverts = List.copyOf(diverts);
        holds = List.copyOf(holds);
    }

    /**
     * Send so many trucks to another gate. Immutable.
     *
     * @param exceptGoods that it does not take
     * @param roomTrucks it can take without becoming busy
     * @param waitSeconds predicted there
     * @param waySeconds to get there from this gate
     */
    public record Divert(
            String toGateId,
            int trucks,
            List<String> exceptGoods,
            double roomTrucks,
            long waitSeconds,
            long waySeconds) {

        public Divert {
            exceptGoods = List.copyOf(exceptGoods);
        }
    }

    /**
     * Let no more into the yards than so many in 24 hours, evenly. Immutable.
     *
     * @param clearedPerDay what both sides can clear in that time
     */
    public record Meter(int exportsPerDay, int importsPerDay, double clearedPerDay) {}

    /**
     * Hold so many more trucks in a buffer yard. Immutable.
     *
     * @param roomTrucks it can take
     * @param yardTrucks stand there now
     */
    public record Hold(String yardId, int trucks, double roomTrucks, int yardTrucks) {}
}
