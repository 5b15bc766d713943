package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line that was used, and since when it is known: from its recordTime, or that of a line before it of the same truck
 * or declaration, if that is later. Immutable.
 */
record Received(Instant at, Optional<Fix> fix, Optional<Milestone> milestone, Optional<StatusChange> status) {

    /** All lines in the order in which they become known. */
    static List<Received> inOrder(List<Fix> fixes, List<Milestone> milestones, List<StatusChange> statuses) {
        List<Received> all = new ArrayList<>();
        Map<String, Instant> newest = new HashMap<>();
        for (Fix fix : fixes) {
            Instant at = newest.merge("truck " + fix.truck(), fix.recordTime(), Lateness::later);
            all.add(new Received(at, Optional.of(fix), Optional.empty(), Optional.empty()));
        }
        for (Milestone milestone : milestones) {
            Instant at =
                    newest.merge("declaration " + milestone.declaration(), milestone.recordTime(), Lateness::later);
            all.add(new Received(at, Optional.empty(), Optional.of(milestone), Optional.empty()));
        }
        for (StatusChange status : statuses) {
            all.add(new Received(status.recordTime(), Optional.empty(), Optional.empty(), Optional.of(status)));
        }
        all.sort(Comparator.comparing(Received::at));
        return all;
    }
}
