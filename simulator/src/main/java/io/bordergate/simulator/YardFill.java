package io.bordergate.simulator;

import io.bordergate.simulator.site.Zone;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How full the yards of one gate are, taken together, those that have a capacity; a yard within another is part of that
 * one. Immutable; times are epoch milliseconds.
 */
final class YardFill {

    private final long capacity;
    private final long[] entered;
    private final long[] left;

    private YardFill(long capacity, List<Interval> stays) {
        this.capacity = capacity;
        this.entered = stays.stream().mapToLong(Interval::from).sorted().toArray();
        this.left = stays.stream().mapToLong(Interval::to).sorted().toArray();
    }

    static YardFill of(TrafficPlan plan, String gate) {
        List<Zone> yards = plan.scenario().site().zones().stream()
                .filter(zone -> zone.gate().equals(gate) && zone.kind().equals("yard"))
                .filter(zone -> zone.capacity() < Integer.MAX_VALUE)
                .toList();
        List<Zone> outermost = yards.stream()
                .filter(zone -> yards.stream().noneMatch(other -> isWithin(zone, other)))
                .toList();
        List<Interval> stays = plan.journeys().stream()
                .flatMap(journey -> outermost.stream().flatMap(yard -> journey.visits(yard.polygon()).stream()))
                .toList();
        return new YardFill(outermost.stream().mapToLong(Zone::capacity).sum(), stays);
    }

    /** For how long of a time there were more trucks than a share of the capacity. */
    long millisAbove(double share, Interval time) {
        long[] changes = LongStream.concat(Arrays.stream(entered), Arrays.stream(left))
                .sorted()
                .toArray();
        long above = 0;
        int in = 0;
        int out = 0;
        for (int i = 0; i + 1 < changes.length; i++) {
            while (in < entered.length && entered[in] <= changes[i]) {
                in++;
            }
            while (out < left.length && left[out] <= changes[i]) {
                out++;
            }
            if (in - out > share * capacity) {
                above += new Interval(changes[i], changes[i + 1]).lengthWithin(time);
            }
        }
        return above;
    }

    private static boolean isWithin(Zone inner, Zone outer) {
        return !inner.equals(outer)
                && outer.polygon().contains(inner.polygon().ring().get(0));
    }
}
