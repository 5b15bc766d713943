package io.bordergate.simulator.scenario;

import java.util.List;

/**
 * One stream of like trucks through one gate; immutable. Shares run from 0 to 1; {@code yard} is the one named on the
 * declarations. The arrivals are when trucks that queue for a service come to their queue road. The number of trucks of a day
 * deviates from {@code perDay} by {@code dailyVariation} of it (standard deviation; a normal distribution cut off at three).
 */
public record Flow(
        String id,
        String gate,
        Direction direction,
        String yard,
        PerDay perDay,
        double dailyVariation,
        double chineseShare,
        double fruitShare,
        double refrigeratedShare,
        Spread declaredAheadMinutes,
        double plannedArrivalErrorMinutes,
        FarOff farOff,
        Rhythm arrivals,
        List<Step> route) {

    /** Where a scenario says nothing. */
    static final double USUAL_VARIATION = 0.03;

    public Flow {
        route = List.copyOf(route);
    }

    public List<Step.Park> parks() {
        return route.stream()
                .filter(Step.Park.class::isInstance)
                .map(Step.Park.class::cast)
                .toList();
    }

    /** The index in the route of the last place where it parks; -1 if there is none. */
    public int yardStep() {
        return lastStep(Step.Park.class, route.size());
    }

    /** The index in the route of the road on which trucks queue for the last yard; -1 if there is none. */
    public int queueStep() {
        return lastStep(Step.Crawl.class, Math.max(0, yardStep()));
    }

    private int lastStep(Class<? extends Step> kind, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (kind.isInstance(route.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
