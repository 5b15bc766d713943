package io.bordergate.simulator.scenario;

import java.util.List;

/** How many trucks on each day of a scenario, counted from 0; the last entry holds on, the first for days before. Immutable. */
public record PerDay(List<Integer> byDay) {

    public PerDay {
        byDay = List.copyOf(byDay);
    }

    public int on(int day) {
        return byDay.get(Math.max(0, Math.min(day, byDay.size() - 1)));
    }

    int most() {
        return byDay.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
