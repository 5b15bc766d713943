package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Section 5 of docs/positions.md: a line that was received before it was known whose it is. {@code known} is the line as it
 * is taken then. Immutable.
 */
record Waiting(Fix fix, Optional<Instant> boundAt, Line known) {

    private static final Duration LONGEST = Duration.ofHours(24);

    /** The lines as they are taken: those that waited stand where they were taken up, or have the fate of those that never were. */
    static List<Line> settle(List<Line> lines, Instant clock) {
        List<Line> settled = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        for (Line line : lines) {
            if (line.waiting().isPresent()) {
                waiting.add(line.waiting().get());
            } else {
                line.fix()
                        .filter(fix -> !fix.capped())
                        .ifPresent(fix -> settled.addAll(takeUp(waiting, fix.recordTime())));
                settled.add(line);
            }
        }
        settled.addAll(takeUp(waiting, clock));
        waiting.forEach(left -> settled.add(Line.refused(left.fix(), left.fate(clock))));
        return settled;
    }

    private static List<Line> takeUp(List<Waiting> waiting, Instant time) {
        List<Waiting> bound = waiting.stream()
                .filter(one -> one.isBoundInTime() && !one.boundAt().get().isAfter(time))
                .sorted(Comparator.comparing(one -> one.boundAt().get()))
                .toList();
        waiting.removeAll(bound);
        return bound.stream().map(Waiting::known).toList();
    }

    private boolean isBoundInTime() {
        return boundAt.isPresent() && !boundAt.get().isAfter(lastMoment());
    }

    private Fate fate(Instant clock) {
        boolean isOver = !isBoundInTime() && clock.isAfter(lastMoment());
        return isOver ? Fate.quarantined("UNKNOWN_DEVICE") : Fate.AWAITS_BINDING;
    }

    private Instant lastMoment() {
        return fix.recordTime().plus(LONGEST);
    }
}
