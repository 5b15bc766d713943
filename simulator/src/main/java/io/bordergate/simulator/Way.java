package io.bordergate.simulator;

import java.util.List;

/** Where a truck goes and when, and its stays in yards on the way, in order; immutable. */
record Way(Timeline timeline, List<Interval> stops) {

    Way {
        stops = List.copyOf(stops);
    }
}
