package io.bordergate.domain.trip;

import io.bordergate.domain.site.TripLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What was seen of one passage of one gate: sightings that follow each other. Built up by {@link Passages}, then read. */
final class Passage {
    private final String gateId;
    private final TripLimits limits;
    private final List<Sighting> sightings = new ArrayList<>();
    private Instant lastEnd;
    private boolean open;

    Passage(Sighting first, TripLimits limits) {
        this.gateId = first.gateId();
        this.limits = limits;
        add(first);
    }

    final void add(Sighting sighting) {
        sightings.add(sighting);
        lastEnd = Times.latest(lastEnd, sighting.leftAt());
        open |= sighting.isOpen();
    }

    /** Whether a sighting that comes next, here or at another gate, is of another journey. */
    boolean isOverBefore(Sighting next) {
        return isGap(next.beginning()) || hasBeenOutBefore(next) || comesIn(next);
    }

    private boolean isGap(Instant next) {
        return !hasOpenVisit() && Times.isMoreThan(absence(), lastEnd(), next);
    }

    private boolean hasBeenOutBefore(Sighting next) {
        return hasCutOut() && (next.isCut() || next.isYard() || !next.gateId().equals(gateId));
    }

    private boolean comesIn(Sighting next) {
        return next.isIn() && has(s -> s.isCut() || (s.isYard() && s.enteredAt().isBefore(next.enteredAt())));
    }

    String gateId() {
        return gateId;
    }

    TripLimits limits() {
        return limits;
    }

    List<Sighting> sightings() {
        return sightings;
    }

    Instant arrival() {
        return sightings.get(0).beginning();
    }

    /** The last instant at which a visit ended or a line was cut; of a passage with an open visit, of the others. */
    Instant lastEnd() {
        return lastEnd;
    }

    /** How long the truck may be away and still be on this passage. */
    Duration absence() {
        return endedBySilence() ? limits.silentFor() : limits.returnWithin();
    }

    /** Until when the passage may last, as far as it can be said of itself; null without end. */
    Instant reach() {
        if (hasOpenVisit()) {
            return null;
        }
        return endedBySilence() ? lastEnd().plus(limits.silentFor()) : lastEnd();
    }

    boolean endedBySilence() {
        return has(s -> s.endedBySilence() && s.leftAt().equals(lastEnd));
    }

    /** Whether the truck was last seen as it cut a line. */
    boolean endedByCut() {
        return has(s -> s.isCut() && s.leftAt().equals(lastEnd));
    }

    boolean hasOpenVisit() {
        return open;
    }

    boolean hasCutOut() {
        return has(Sighting::isOut);
    }

    boolean has(Predicate<Sighting> kind) {
        for (Sighting sighting : sightings) {
            if (kind.test(sighting)) {
                return true;
            }
        }
        return false;
    }

    List<Sighting> all(Predicate<Sighting> kind) {
        return sightings.stream().filter(kind).toList();
    }

    /** The last cut of such a kind; null if there is none. */
    Sighting lastCut(Predicate<Sighting> kind) {
        for (int i = sightings.size() - 1; i >= 0; i--) {
            if (sightings.get(i).isCut() && kind.test(sightings.get(i))) {
                return sightings.get(i);
            }
        }
        return null;
    }
}
