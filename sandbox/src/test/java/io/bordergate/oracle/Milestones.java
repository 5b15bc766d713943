package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A whole milestones file, read and sorted out by sections 1 and 8: the declarations, the last moment known, and every
 * line's fate. Immutable.
 */
record Milestones(List<Milestone> usable, List<Declaration> declarations, Optional<Instant> clock, FateTable fates) {

    static Milestones of(List<String> texts, Site site, Instant now) {
        MilestoneReader reader = new MilestoneReader(now);
        List<Optional<Milestone>> lines = texts.stream().map(reader::read).toList();
        FateTable fates = new FateTable("milestones");
        List<Milestone> usable = usable(lines, fates);
        List<Declaration> declarations = declarations(usable, site);
        countUsed(usable, site, fates);
        return new Milestones(usable, declarations, lastRecordTime(lines), fates);
    }

    private static List<Milestone> usable(List<Optional<Milestone>> lines, FateTable fates) {
        List<Milestone> usable = new ArrayList<>();
        for (Optional<Milestone> line : lines) {
            Optional<Fate> refusal = line.isEmpty() ? Optional.of(Fate.UNREADABLE) : MilestoneFates.refusal(line.get());
            if (refusal.isPresent()) {
                fates.count(refusal.get());
            } else {
                usable.add(line.get());
            }
        }
        return usable;
    }

    static List<Declaration> declarations(List<Milestone> usable, Site site) {
        TreeMap<String, List<Milestone>> byDeclaration = new TreeMap<>();
        for (Milestone milestone : thoseThatCount(usable)) {
            byDeclaration
                    .computeIfAbsent(milestone.declaration(), id -> new ArrayList<>())
                    .add(milestone);
        }
        List<Declaration> declarations = new ArrayList<>();
        byDeclaration.forEach((id, milestones) -> declarations.add(Declaration.of(id, milestones, site)));
        return declarations;
    }

    /** Of each identity the one with the earliest recordTime, then the smallest content; repeats are no rivals. */
    private static List<Milestone> thoseThatCount(List<Milestone> usable) {
        Map<Milestone.Identity, Milestone> winners = new HashMap<>();
        for (Milestone milestone : usable) {
            winners.merge(milestone.identity(), milestone, (a, b) -> Milestone.OLDEST_FIRST.compare(a, b) <= 0 ? a : b);
        }
        return List.copyOf(winners.values());
    }

    /** In file order: the first of an identity is used, as far as its fate goes, also if a later one counts. */
    private static void countUsed(List<Milestone> usable, Site site, FateTable fates) {
        Set<String> awaiting = awaiting(usable, site);
        Map<Milestone.Identity, Set<String>> known = new HashMap<>();
        for (Milestone milestone : usable) {
            Set<String> contents = known.computeIfAbsent(milestone.identity(), identity -> new HashSet<>());
            boolean isFirst = contents.isEmpty();
            boolean isNew = contents.add(milestone.content().canonical());
            if (!isNew) {
                fates.count(Fate.DUPLICATE);
            } else if (!isFirst) {
                fates.count(Fate.quarantined("CONFLICT"));
            } else if (awaiting.contains(milestone.declaration())) {
                fates.count(Fate.AWAITS_DECLARATION);
            } else {
                fates.count(MilestoneFates.ofUsed(milestone, site));
            }
        }
    }

    /** Declarations of which no milestone names a truck; one that was set aside names it all the same. */
    private static Set<String> awaiting(List<Milestone> usable, Site site) {
        Set<String> awaiting = new HashSet<>();
        usable.forEach(milestone -> awaiting.add(milestone.declaration()));
        for (Milestone milestone : usable) {
            if (!Declaration.of(milestone.declaration(), List.of(milestone), site)
                    .namedTrucks()
                    .isEmpty()) {
                awaiting.remove(milestone.declaration());
            }
        }
        return awaiting;
    }

    /** Refused lines move the clock too; a claim to be received after now does not. */
    private static Optional<Instant> lastRecordTime(List<Optional<Milestone>> lines) {
        return lines.stream()
                .flatMap(Optional::stream)
                .filter(milestone -> !milestone.capped())
                .map(Milestone::recordTime)
                .reduce(Lateness::later);
    }
}
