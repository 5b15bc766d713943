package io.bordergate.simulator.scenario;

import java.util.List;

/**
 * One stream of like trucks through one gate; immutable. Shares run from 0 to 1; {@code yard} is the one named on the
 * declarations.
 */
public record Flow(
        String id,
        String gate,
        Direction direction,
        String yard,
        int perDay,
        double chineseShare,
        double fruitShare,
        double refrigeratedShare,
        Spread declaredAheadMinutes,
        double plannedArrivalErrorMinutes,
        List<Step> route) {

    public Flow {
        route = List.copyOf(route);
    }

    public List<Step.Park> parks() {
        return route.stream()
                .filter(Step.Park.class::isInstance)
                .map(Step.Park.class::cast)
                .toList();
    }
}
