package io.bordergate.domain.advice;

import io.bordergate.domain.gate.GateWatch.Reading;
import io.bordergate.domain.gate.Load;
import io.bordergate.domain.gate.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What advice needs to know of one gate at a quarter hour. Immutable.
 *
 * @param capacity of its yards; 0 without one
 * @param occupancy of now and of the next 96 quarter hours: trucks that want room by the capacity; empty without one
 * @param dayKnown whether a day was seen, so that what is ahead can be believed
 * @param sides both
 * @param buffers trucks in each of its buffers that is not empty
 */
public record GateOutlook(
        String gateId,
        Instant at,
        int yardTrucks,
        int capacity,
        List<Double> occupancy,
        boolean dayKnown,
        Map<Side, SideOutlook> sides,
        Map<String, Integer> buffers) {

    public GateOutlook {
        occupancy = List.copyOf(occupancy);
        sides = Map.copyOf(sides);
        buffers = Map.copyOf(buffers);
    }

    /**
     * By a reading at which a forecast was made.
     *
     * @param openAhead how long each side will be open in the next 24 hours
     */
    public static GateOutlook of(
            String gateId,
            Reading reading,
            Map<Side, Duration> openAhead,
            boolean dayKnown,
            Map<String, Integer> buffers) {
        Map<Side, SideOutlook> sides = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            sides.put(
                    side,
                    SideOutlook.of(
                            reading.loads().get(side),
                            reading.forecast().sides().get(side),
                            openAhead.get(side)));
        }
        return new GateOutlook(
                gateId,
                reading.at(),
                reading.yardTrucks(),
                reading.yardCapacity(),
                occupancy(reading),
                dayKnown,
                sides,
                buffers);
    }

    private static List<Double> occupancy(Reading reading) {
        List<Double> ahead = reading.forecast().occupancy();
        if (ahead.isEmpty()) {
            return ahead;
        }
        int backlog = reading.loads().values().stream()
                .map(Load::backlog)
                .mapToInt(each -> each.trucks())
                .sum();
        double now = (double) Math.max(reading.yardTrucks(), backlog) / reading.yardCapacity();
        return Stream.concat(Stream.of(now), ahead.stream()).toList();
    }

    /** The greatest occupancy of now and ahead; 0 without a capacity. */
    public double top() {
        return occupancy.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    public SideOutlook exports() {
        return sides.get(Side.EXPORT);
    }

    /** Trucks that stand at the gate and in none of its yards. */
    public int outside() {
        return Math.max(
                0, sides.values().stream().mapToInt(SideOutlook::backlog).sum() - yardTrucks);
    }
}
