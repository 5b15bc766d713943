package io.bordergate.simulator;

import java.time.Instant;

/**
 * One thing the outside world tells: immutable. The index is dense from 0 over the whole scenario and is the resume point
 * of a feed; the record time is when a receiver gets it.
 */
public sealed interface Report {

    long index();

    Instant recordTime();

    /**
     * One fix of one tracker. Speed in km/h and course in degrees from north are null where the device does not say.
     * The place is in WGS-84, or in GCJ-02 if it says so.
     */
    record PositionReport(
            long index,
            Instant recordTime,
            Instant eventTime,
            String truckId,
            String plateText,
            double latitude,
            double longitude,
            Double speedKmh,
            Double headingDeg,
            String device,
            boolean gcj02)
            implements Report {}

    /** One confirmation on one declaration, as one line of JSON. */
    record MilestoneReport(long index, Instant recordTime, String declarationId, String json) implements Report {}

    /** A change of a gate's service as its operator announces it, as one line of JSON. */
    record StatusReport(long index, Instant recordTime, String gateId, String json) implements Report {}
}
