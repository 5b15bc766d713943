package io.bordergate.domain.trip;

import static io.bordergate.domain.declaration.MilestoneType.*;

import io.bordergate.domain.declaration.Cover;
import java.time.Instant;
import java.util.Comparator;

/** How far the paperwork is; in order of progress, up to CROSSED. Finished is not an exit. */
public enum DataStage {
    UNDECLARED,
    DECLARED,
    REGISTERED,
    ARRIVED,
    IN_PROCEDURE,
    FINISHED,
    LEFT,
    CROSSED,
    TURNED_BACK,
    CANCELLED;

    /** Of one declaration, by the furthest that was confirmed, in whatever order. */
    static DataStage of(Cover cover) {
        Papers papers = Papers.of(cover);
        if (isTurnedBack(papers)) {
            return TURNED_BACK;
        }
        if (papers.has(CROS)) {
            return CROSSED;
        }
        if (papers.has(YARD_OUT, GTOT)) {
            return LEFT;
        }
        if (papers.has(CUSR)) {
            return FINISHED;
        }
        if (papers.has(YARD_IN, INSP_REQUIRED, INSP, TRANSPORT_LICENSED, FEES_PAID, TRANSSHIPPED, CUSS, CUSI)) {
            return IN_PROCEDURE;
        }
        if (papers.arrivalConfirmed() != null) {
            return ARRIVED;
        }
        return papers.has(io.bordergate.domain.declaration.MilestoneType.REGISTERED) ? REGISTERED : DECLARED;
    }

    private static boolean isTurnedBack(Papers papers) {
        Instant turned = papers.latest(io.bordergate.domain.declaration.MilestoneType.TURNED_BACK);
        Instant arrived = papers.latest(GTIN);
        return turned != null && (arrived == null || turned.isAfter(arrived));
    }

    /** Of all declarations of a trip: the least advanced of those that hold. */
    static DataStage of(Papers all) {
        if (all.isEmpty()) {
            return UNDECLARED;
        }
        var stages = all.active().covers().stream().map(DataStage::of).toList();
        if (stages.contains(TURNED_BACK)) {
            return TURNED_BACK;
        }
        return stages.stream().min(Comparator.naturalOrder()).orElse(CANCELLED);
    }
}
