package io.bordergate.dashboard;

import java.time.Instant;
import java.util.List;

/**
 * One gate with its yards, in the order of the site file. Immutable.
 *
 * @param id null for yards whose gate is not known
 * @param total over the counted yards; null if there is none
 */
record GateView(String id, String name, String nameVi, Total total, List<YardView> yards) {

    GateView {
        yards = List.copyOf(yards);
    }

    /**
     * Trucks in a gate's yards, each truck once.
     *
     * @param capacity of the counted yards; null if one of them has none
     * @param ratio null without a capacity
     * @param asOf of the oldest figure in it
     * @param ageSeconds how much older that is than the newest on the board
     * @param stale true once that is more than {@link GateBoard#STALE_AFTER}
     * @param yards how many yards are counted
     * @param yardsWithoutFigure how many would be, had anything been published for them
     */
    record Total(
            int confirmed,
            int uncertain,
            Integer capacity,
            Double ratio,
            Instant asOf,
            long ageSeconds,
            boolean stale,
            int yards,
            int yardsWithoutFigure) {}
}
