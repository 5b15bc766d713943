package io.bordergate.dashboard;

import java.time.Instant;

/**
 * The newest count of one yard, as the stream application published it. Immutable.
 *
 * @param gateId null if the yard's gate was not known
 * @param confirmed trucks inside with a recent position, 0 or more
 * @param uncertain trucks inside that have fallen silent, 0 or more
 * @param capacity trucks the yard holds, above 0, or null
 * @param asOf when the newest record behind this count was received
 */
record YardFigure(String yardId, String gateId, int confirmed, int uncertain, Integer capacity, Instant asOf) {

    YardFigure {
        if (yardId == null || yardId.isBlank() || asOf == null) {
            throw new IllegalArgumentException("occupancy without a yard or a time");
        }
        if (confirmed < 0 || uncertain < 0) {
            throw new IllegalArgumentException("occupancy of '" + yardId + "' is below zero");
        }
        if (capacity != null && capacity <= 0) {
            throw new IllegalArgumentException("capacity of '" + yardId + "' is not above zero");
        }
    }

    /** Null without a capacity; above 1 when overfull. */
    static Double ratio(int trucks, Integer capacity) {
        return capacity == null ? null : (Double) ((double) trucks / capacity);
    }

    int trucks() {
        return confirmed + uncertain;
    }
}
