package io.bordergate.domain.trip;

import static io.bordergate.domain.declaration.MilestoneType.CROS;
import static io.bordergate.domain.declaration.MilestoneType.GTOT;
import static io.bordergate.domain.declaration.MilestoneType.YARD_IN;
import static io.bordergate.domain.declaration.MilestoneType.YARD_OUT;

import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.declaration.TradeDirection;
import io.bordergate.domain.declaration.TripKind;
import java.time.Instant;
import java.util.List;

/** The facts of one trip, before anything is concluded: what was seen, what was declared, or both. */
final class Draft {
    /** Null if the truck was not seen at the gate. */
    final Passage passage;
    /** Null without a passage. */
    final Journey journey;

    final Papers papers;
    /** Declarations that hold; what follows is concluded from these. */
    final Papers active;

    Draft(Passage passage, Journey journey, Papers papers) {
        this.passage = passage;
        this.journey = journey;
        this.papers = papers;
        this.active = papers.active();
    }

    boolean isSeen() {
        return passage != null;
    }

    String gateId() {
        return isSeen() ? passage.gateId() : papers.first(Cover::gateId);
    }

    Instant firstFact() {
        Instant first = arrivalSeen();
        for (Cover cover : papers.covers()) {
            first = Times.earliest(first, cover.declaredAt());
        }
        return first;
    }

    /** When it came or was to come, to tell trips of one first fact from each other. */
    Instant due() {
        return isSeen()
                ? arrivalSeen()
                : papers.covers().stream().map(Papers::due).reduce(null, Times::earliest);
    }

    /** The passage at the gate that the truck moved on to; null if it did not. */
    Passage movedTo() {
        return isSeen() ? journey.after(passage) : null;
    }

    /** The gate that the truck moved from; null if it did not. */
    String movedFrom() {
        Passage before = isSeen() ? journey.before(passage) : null;
        return before == null ? null : before.gateId();
    }

    Instant arrivalSeen() {
        return isSeen() ? passage.arrival() : null;
    }

    /** When the truck was first seen at a gate, this one or one that it moved on from. */
    Instant journeyBegan() {
        return isSeen() ? journey.first().arrival() : null;
    }

    TripKind kind() {
        TripKind kind = active.first(Cover::kind);
        return kind == null ? TripKind.GOODS : kind;
    }

    TradeDirection direction() {
        TradeDirection declared = active.first(Cover::direction);
        Sighting cut = isSeen() ? passage.lastCut(any -> true) : null;
        if (declared != null || cut == null) {
            return declared == null ? TradeDirection.UNKNOWN : declared;
        }
        return cut.isOut() ? TradeDirection.EXPORT : TradeDirection.IMPORT;
    }

    Instant enteredYard() {
        List<Sighting> visits = yardVisits();
        return visits.isEmpty() ? active.earliest(YARD_IN) : visits.get(0).beginning();
    }

    Instant leftYard() {
        List<Sighting> visits = yardVisits();
        if (visits.stream().anyMatch(Sighting::isOpen)) {
            return null;
        }
        Instant end = visits.stream().map(Sighting::leftAt).reduce(null, Times::latest);
        boolean silent =
                visits.stream().anyMatch(s -> s.endedBySilence() && s.leftAt().equals(end));
        if (end != null && !silent) {
            return end;
        }
        return Times.firstKnown(active.earliest(YARD_OUT), active.earliest(GTOT));
    }

    Instant crossed() {
        boolean export = direction() == TradeDirection.EXPORT;
        Sighting cut = isSeen() ? passage.lastCut(c -> c.isOut() || !export) : null;
        return cut != null ? cut.beginning() : active.earliest(CROS);
    }

    Instant cutOut() {
        Sighting cut = isSeen() ? passage.lastCut(Sighting::isOut) : null;
        return cut == null ? null : cut.beginning();
    }

    private List<Sighting> yardVisits() {
        return isSeen() ? passage.all(Sighting::isYard) : List.of();
    }
}
