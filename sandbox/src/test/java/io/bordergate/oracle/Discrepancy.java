package io.bordergate.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Section 5: from when until when the two flows of a trip contradict each other; without an end, they still do. Immutable. */
record Discrepancy(String kind, Instant opened, Optional<Instant> closed) {

    /** Nothing if it never opens, opens later than the clock, or closes no later than it opens. */
    static Optional<Discrepancy> of(String kind, Optional<Instant> opened, Optional<Instant> closed, Instant clock) {
        return opened.filter(time -> !time.isAfter(clock))
                .filter(time -> closed.isEmpty() || time.isBefore(closed.get()))
                .map(time -> new Discrepancy(kind, time, closed));
    }

    String toCsv(String tripId, Trip trip) {
        return CsvLine.join(List.of(
                tripId,
                trip.truck(),
                trip.gate().orElse(""),
                kind,
                opened.toString(),
                closed.map(Instant::toString).orElse("")));
    }
}
