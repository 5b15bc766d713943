package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One truck in one zone from its first fix inside; {@code leftAt} is empty while it is open. Immutable. */
record Stay(String truck, String zone, Instant enteredAt, Optional<Instant> leftAt, String closedBy) {

    static final Comparator<Stay> IN_FILE_ORDER =
            Comparator.comparing(Stay::enteredAt).thenComparing(Stay::truck).thenComparing(Stay::zone);

    /** An open stay is a visit, however short it is so far. */
    boolean isVisit(Duration minDwell) {
        return leftAt.isEmpty() || Duration.between(enteredAt, leftAt.get()).compareTo(minDwell) >= 0;
    }

    String toCsv() {
        String left = leftAt.map(Instant::toString).orElse("");
        return CsvLine.join(List.of(truck, zone, enteredAt.toString(), left, closedBy));
    }
}
