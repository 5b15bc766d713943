package io.bordergate.domain.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How one side of a gate stands at one moment. Immutable; what there is none of is null. docs/gates.md, section 4, defines
 * each figure.
 *
 * @param open whether the gate is open for this side
 * @param reduced whether its operator says that its service is reduced
 * @param suspended goods that are kept back, by name
 * @param serviceRate cleared per hour of open time
 * @param clearedADay in the last 24 hours, or in those before the gate was closed
 * @param clearedAnHour of its open time, through the same stretch; null without
 * @param daysToClear backlog by what is cleared a day; null if there is backlog and nothing was cleared
 * @param actualWait of those cleared in that day
 * @param currentWait of those that wait, so far
 * @param coverage share of those that wait whose trackers show them there, 0 to 1
 * @param inputAge how far the inputs are apart
 */
public record Load(
        Side side,
        boolean open,
        boolean reduced,
        Set<String> suspended,
        Backlog backlog,
        Recent arrivals,
        Recent crossings,
        Double serviceRate,
        int clearedADay,
        Double clearedAnHour,
        Double daysToClear,
        Waits actualWait,
        Waits currentWait,
        Double coverage,
        Duration inputAge) {

    private static final double LEAST_COVERAGE = 0.5;
    /** Of fewer trucks a few silent trackers say nothing. */
    private static final int ENOUGH_TRUCKS = 10;

    private static final Duration GREATEST_AGE = Duration.ofMinutes(15);

    /** Of the trucks known of the gate, by what is known of its opening. */
    public static Load of(Side side, GateTrucks trucks, Opening opening, Instant at, Duration inputAge) {
        return new LoadCount(side, opening, at).count(trucks).load(inputAge);
    }

    /** The measures of the side's congestion; one of which there is no value is left out. */
    public Map<Measure, Double> measures() {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        measures.put(Measure.DAYS_TO_CLEAR, daysToClear == null ? Double.POSITIVE_INFINITY : daysToClear);
        if (currentWait != null) {
            measures.put(Measure.WAIT, currentWait.median().toSeconds() / 60.0);
        }
        return Collections.unmodifiableMap(measures);
    }

    /** Whether relief may be believed. A gate that is closed while trucks wait is none. */
    public boolean isConfident() {
        boolean seen = backlog.trucks() < ENOUGH_TRUCKS || coverage >= LEAST_COVERAGE;
        boolean current = inputAge.compareTo(GREATEST_AGE) <= 0;
        return seen && current && (open || backlog.trucks() == 0);
    }
}
