package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Section 8: what becomes of a milestone, as far as it and the site alone can tell. Stateless. */
final class MilestoneFates {

    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final Instant FIRST_TIME = Instant.parse("2001-01-01T00:00:00Z");

    private MilestoneFates() {}

    /** Why it may not be used; empty if it may. */
    static Optional<Fate> refusal(Milestone milestone) {
        Instant eventTime = milestone.eventTime();
        if (eventTime.isBefore(FIRST_TIME)) {
            return Optional.of(Fate.quarantined("BAD_TIME"));
        }
        if (milestone.isActual() && eventTime.isAfter(milestone.recordTime().plus(CLOCK_AHEAD))) {
            return Optional.of(Fate.quarantined("FUTURE_TIME"));
        }
        if (eventTime.isBefore(milestone.recordTime().minus(OLDEST))) {
            return Optional.of(Fate.OUTSIDE_WINDOW);
        }
        return Optional.empty();
    }

    /** Of one that is used: the first flag that it earns, or none. */
    static Fate ofUsed(Milestone milestone, Site site) {
        for (String flag : List.of("WRONG_FIELD", "SUSPECT_PLATE", "INCOMPLETE_PLATE")) {
            if (hasTruckWith(flag, milestone, site)) {
                return Fate.flagged(flag);
            }
        }
        if (List.of(milestone.type(), milestone.authority(), milestone.classifier())
                .contains("UNKNOWN")) {
            return Fate.flagged("UNKNOWN_WORD");
        }
        boolean knowsGate =
                milestone.content().gate().map(site.gates()::contains).orElse(true);
        return knowsGate ? Fate.APPLIED : Fate.flagged("UNKNOWN_GATE");
    }

    private static boolean hasTruckWith(String flag, Milestone milestone, Site site) {
        return milestone.content().trucks().stream()
                .anyMatch(truck ->
                        TruckIdentity.of(truck, site.plateProvince()).flags().contains(flag));
    }
}
