package io.bordergate.oracle;

import java.time.Instant;

/**
 * One readable position of one truck, in WGS-84 once it has passed the checks. Times are whole milliseconds; {@code
 * capped} says that the line claimed to be received after now. Immutable.
 */
record Fix(String truck, Instant eventTime, Instant recordTime, boolean capped, Point at) {

    Fix movedTo(Point place) {
        return new Fix(truck, eventTime, recordTime, capped, place);
    }
}
