package io.bordergate.simulator;

import java.util.List;
import java.util.Optional;

/** Where a truck goes and when, and where it stands on the way, in yards or queues, in order; immutable. */
record Way(Timeline timeline, List<Interval> stops, Optional<Queueing> queueing) {

    Way {
        stops = List.copyOf(stops);
    }

    /** The way of a truck that queues for no service. */
    Way(Timeline timeline, List<Interval> stops) {
        this(timeline, stops, Optional.empty());
    }

    /**
     * What is known of a truck that queues for a service before its turn comes: when it joins the queue, in epoch
     * milliseconds, how long its papers take once it is in the yard, and how it was held back before it set off.
     */
    record Queueing(long joined, long processing, Optional<HeldBack> heldBack) {}
}
