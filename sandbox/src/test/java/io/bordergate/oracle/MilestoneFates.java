package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Section 8: what becomes of a milestone, as far as it and the site alone can tell. Stateless. */
final class MilestoneFates {

    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final List<String> SIDES = List.of("EXPORT", "IMPORT");
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
        if (!knowsGate) {
            return Fate.flagged("UNKNOWN_GATE");
        }
        return isForAClosedGate(milestone, site) ? Fate.flagged("GATE_MISMATCH") : Fate.APPLIED;
    }

    /** By the site file alone, whatever was said of the gate since. */
    private static boolean isForAClosedGate(Milestone milestone, Site site) {
        Content content = milestone.content();
        if (!milestone.isDeclaring() || content.gate().isEmpty()) {
            return false;
        }
        Opening opening = site.rules(content.gate().get()).opening();
        Optional<String> side = content.direction().filter(SIDES::contains);
        LocalDate day = LocalDate.ofInstant(content.plannedArrival().orElse(milestone.eventTime()), site.timeZone());
        return side.map(List::of).orElse(SIDES).stream()
                .noneMatch(one ->
                        Service.of(opening, List.of(), one, site.timeZone()).opensOn(day));
    }

    private static boolean hasTruckWith(String flag, Milestone milestone, Site site) {
        return milestone.content().trucks().stream()
                .anyMatch(truck ->
                        TruckIdentity.of(truck, site.plateProvince()).flags().contains(flag));
    }
}
