package io.bordergate.dashboard;

import java.time.Instant;

/**
 * One yard as the board shows it. Figures are null, not 0, as long as none has been published. Immutable.
 *
 * @param kind yard or buffer, as the site file says; null if it does not name the yard
 * @param ratio (confirmed + uncertain) / capacity, above 1 when overfull; null without a capacity
 * @param ageSeconds how much older this figure is than the newest on the board
 * @param stale true once that is more than {@link Age#STALE_AFTER}
 * @param within id of the yard that this one is a part of, or null
 * @param counting whether the gate's total holds these trucks, and why not
 */
record YardView(
        String id,
        String gateId,
        String name,
        String nameVi,
        String kind,
        Integer confirmed,
        Integer uncertain,
        Integer capacity,
        Double ratio,
        Instant asOf,
        Long ageSeconds,
        boolean stale,
        String within,
        Counting counting) {

    /** Why a yard is in its gate's total, or is not. */
    enum Counting {
        /** Its trucks are in the total. */
        COUNTED,
        /** Nothing has been published for it. */
        NO_FIGURE,
        /** Its trucks also stand in the yard around it, which is counted. */
        PART_OF_OTHER,
        /** Outside the gate: trucks held back there do not fill the gate's yards. */
        BUFFER,
        /** The site file does not name it, so nobody knows where it lies. */
        NOT_IN_SITE
    }
}
