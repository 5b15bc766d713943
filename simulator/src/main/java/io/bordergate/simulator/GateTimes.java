package io.bordergate.simulator;

import java.util.List;
import java.util.OptionalLong;

/**
 * The moments at one gate that authorities confirm, as they truly were, in epoch milliseconds; immutable. A truck that
 * is turned back, moves on or takes over goods has no crossing there, one that brings goods and returns has two.
 */
record GateTimes(
        String gate,
        String yard,
        long arrived,
        long yardEntered,
        long yardLeft,
        long gateLeft,
        List<Crossing> crossings) {

    GateTimes {
        crossings = List.copyOf(crossings);
    }

    /** The last time at which the border was crossed here. */
    OptionalLong crossed() {
        return crossings.stream().mapToLong(Crossing::at).max();
    }

    /** One passage of the border, in epoch milliseconds. */
    record Crossing(long at, boolean leavesVietnam) {}
}
