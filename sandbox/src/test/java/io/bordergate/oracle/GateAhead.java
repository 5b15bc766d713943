package io.bordergate.oracle;

import java.time.Instant;
import java.util.Arrays;

/**
 * docs/forecast.md, what is ahead of a gate whose yards have a capacity: both sides, how many trucks are in the yards at
 * the time, and the greatest occupancy of the quarter hours to come. Immutable.
 */
record GateAhead(
        String gate,
        Instant at,
        Instant firstFact,
        SideAhead exports,
        SideAhead imports,
        int inYards,
        int capacity,
        double greatestAhead) {

    static GateAhead of(
            String gate, Instant firstFact, SideAhead exports, SideAhead imports, int inYards, int capacity) {
        double[] growth = exports.growth();
        double[] ofImports = imports.growth();
        Arrays.setAll(growth, i -> growth[i] + ofImports[i]);
        int wanted =
                Math.max(inYards, exports.backlog().size() + imports.backlog().size());
        return new GateAhead(
                gate,
                exports.at(),
                firstFact,
                exports,
                imports,
                inYards,
                capacity,
                QueueAhead.greatestOccupancy(wanted, growth, capacity));
    }

    int backlog() {
        return exports.backlog().size() + imports.backlog().size();
    }

    /** Of those that want room now. */
    double occupancy() {
        return Math.max(inYards, backlog()) / (double) capacity;
    }

    /** The greatest of now and what is ahead. */
    double top() {
        return Math.max(occupancy(), greatestAhead);
    }

    boolean isFirstDay() {
        return at.isBefore(firstFact.plus(SideAhead.DAY));
    }
}
