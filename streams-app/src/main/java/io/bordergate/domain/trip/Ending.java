package io.bordergate.domain.trip;

import static io.bordergate.domain.declaration.MilestoneType.CROS;
import static io.bordergate.domain.declaration.MilestoneType.GTOT;
import static io.bordergate.domain.declaration.MilestoneType.TURNED_BACK;

import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.trip.TripEnd.Closure;
import java.time.Instant;

/** How a trip ended, if it did: the first rule that holds. */
final class Ending {
    private final Draft draft;
    private final Moment moment;
    private final boolean seenAgain;

    /** With whether the truck has a later passage at any gate. */
    Ending(Draft draft, boolean seenAgain, Moment moment) {
        this.draft = draft;
        this.seenAgain = seenAgain;
        this.moment = moment;
    }

    TripEnd find() {
        if (draft.movedTo() != null) {
            return new TripEnd(Closure.MOVED, draft.movedTo().arrival());
        }
        Instant crossed = Times.firstKnown(draft.cutOut(), draft.active.earliest(CROS));
        if (crossed != null) {
            return new TripEnd(Closure.CROSSED, crossed);
        }
        if (DataStage.of(draft.papers) == DataStage.TURNED_BACK) {
            return new TripEnd(Closure.TURNED_BACK, draft.active.latest(TURNED_BACK));
        }
        Instant out = draft.active.latest(GTOT);
        if (out != null && !isSeenSince(out)) {
            return new TripEnd(Closure.LEFT, out);
        }
        return draft.isSeen() ? ofSilence() : ofAbsence();
    }

    private boolean isSeenSince(Instant out) {
        return draft.isSeen()
                && draft.passage.has(
                        s -> !s.isCut() && (s.isOpen() || s.beginning().isAfter(out)));
    }

    /** Of a truck that was seen, and is not any more. */
    private TripEnd ofSilence() {
        Passage passage = draft.passage;
        if (passage.hasOpenVisit()) {
            return TripEnd.NONE;
        }
        boolean silent = PhysicalStage.of(passage, false) == PhysicalStage.SILENT;
        var limit = silent ? passage.limits().silentFor() : passage.limits().returnWithin();
        if (!seenAgain && !moment.hasPassed(passage.lastEnd().plus(limit))) {
            return TripEnd.NONE;
        }
        return new TripEnd(silent ? Closure.SILENCE : Closure.LEFT, passage.lastEnd());
    }

    /** Of a truck that was never seen. */
    private TripEnd ofAbsence() {
        if (draft.active.isEmpty()) {
            Instant cancelled =
                    draft.papers.covers().stream().map(Cover::cancelledAt).reduce(null, Times::latest);
            return new TripEnd(Closure.CANCELLED, cancelled);
        }
        boolean confirmed = draft.active.earliestPhysical() != null;
        Instant last = draft.active.covers().stream()
                .map(cover -> Papers.expectedAtLatest(cover).plus(Matching.GOOD_FOR))
                .reduce(null, Times::latest);
        return confirmed || !moment.hasPassed(last) ? TripEnd.NONE : new TripEnd(Closure.NO_SHOW, last);
    }
}
