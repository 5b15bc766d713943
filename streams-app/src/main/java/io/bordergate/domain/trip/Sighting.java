package io.bordergate.domain.trip;

import io.bordergate.domain.presence.Closure;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.ZoneKind;
import java.time.Instant;
import java.util.Comparator;

/**
 * What the tracker showed of a truck at one place: a visit to a zone, or a cut of a crossing line. Immutable.
 *
 * @param stayId as published
 * @param place zone or line; belongs to a gate
 * @param direction of a cut: 1 out of Vietnam (left to right), -1 into it; 0 for a visit
 * @param enteredAt beginning of a visit; for a cut the fix before it
 * @param leftAt end of a visit, null while it is open; for a cut the fix after it
 * @param closedBy how a visit ended
 * @param uncertain open, and the truck has been silent for long
 */
public record Sighting(
        String stayId,
        Place place,
        int direction,
        Instant enteredAt,
        Instant leftAt,
        Closure closedBy,
        boolean uncertain) {

    private static final Comparator<Instant> OPEN_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    /** By beginning; visits before cuts, then by end, then by zone. */
    static final Comparator<Sighting> IN_ORDER = Comparator.comparing(Sighting::beginning)
            .thenComparing(Sighting::isCut)
            .thenComparing(Sighting::leftAt, OPEN_LAST)
            .thenComparing(s -> s.place().id());

    String gateId() {
        return place.gateId();
    }

    boolean isCut() {
        return direction != 0;
    }

    boolean isOut() {
        return direction > 0;
    }

    boolean isIn() {
        return direction < 0;
    }

    boolean isYard() {
        return !isCut() && place.kind() == ZoneKind.YARD;
    }

    /** On its way, and not yet at the gate. */
    boolean isOnTheWay() {
        return place.kind().isOnTheWay();
    }

    boolean isOpen() {
        return leftAt == null;
    }

    boolean endedBySilence() {
        return closedBy == Closure.SILENCE;
    }

    Instant beginning() {
        return isCut() ? leftAt : enteredAt;
    }
}
