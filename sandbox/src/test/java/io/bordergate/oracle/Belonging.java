package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Section 3: which cover belongs to which passage, and what is to become of the others. Stateless. */
final class Belonging {

    private static final Duration NEAR = Duration.ofHours(2);
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration AGAIN = Duration.ofHours(6);
    private static final Duration MONTH = Duration.ofDays(30);

    private Belonging() {}

    /** The journey the cover fits; one at its gate is preferred. Given all covers of the truck. */
    static Optional<Journey> journeyOf(Cover cover, List<Cover> all, List<Journey> journeys) {
        List<Journey> atItsGate =
                journeys.stream().filter(journey -> journey.touches(cover)).toList();
        List<Journey> elsewhere =
                journeys.stream().filter(journey -> !journey.touches(cover)).toList();
        return fitting(cover, atItsGate)
                .or(() -> fitting(cover, elsewhere))
                .or(() -> heardOnlyThen(cover, all, atItsGate))
                .or(() -> heardOnlyThen(cover, all, elsewhere));
    }

    /** The tracker was silent when the truck came, and wakes while it is still there. */
    private static Optional<Journey> heardOnlyThen(Cover cover, List<Cover> all, List<Journey> journeys) {
        if (cover.reference().isEmpty()) {
            return Optional.empty();
        }
        Instant there = cover.reference().get();
        Instant until = there.plus(MONTH);
        for (Cover other : all) {
            Instant again = other.reference().orElse(there);
            until = again.isAfter(there.plus(AGAIN)) && again.isBefore(until) ? again : until;
        }
        for (Confirmation confirmation : cover.confirmations()) {
            boolean exit = confirmation.type().equals("YARD_OUT")
                    || confirmation.type().equals("GTOT")
                    || confirmation.type().equals("TURNED_BACK")
                    || (confirmation.type().equals("CROS") && !cover.direction().equals(Optional.of("IMPORT")));
            if (exit && !confirmation.at().isBefore(there) && confirmation.at().isBefore(until)) {
                until = confirmation.at();
            }
        }
        for (Journey journey : journeys) {
            if (journey.arrival().isAfter(there) && journey.arrival().isBefore(until)) {
                return Optional.of(journey);
            }
        }
        return Optional.empty();
    }

    private static Optional<Journey> fitting(Cover cover, List<Journey> journeys) {
        if (cover.reference().isEmpty()) {
            return journeys.stream().filter(journey -> fitsPlan(cover, journey)).findFirst();
        }
        Instant reference = cover.reference().get();
        Optional<Journey> nearest = Optional.empty();
        for (Journey journey : journeys) {
            Duration distance = journey.distanceTo(reference);
            boolean isNearer =
                    nearest.isEmpty() || distance.compareTo(nearest.get().distanceTo(reference)) < 0;
            if (distance.compareTo(NEAR) <= 0 && isNearer) {
                nearest = Optional.of(journey);
            }
        }
        return nearest;
    }

    private static boolean fitsPlan(Cover cover, Journey journey) {
        Instant end = journey.reachEnd();
        return !end.isBefore(cover.declaredAt())
                && !end.isBefore(cover.expected().minus(NEAR))
                && !journey.arrival().isAfter(cover.awaitedFrom().plus(PATIENCE))
                && !cover.cancelledAt().map(journey.arrival()::isAfter).orElse(false);
    }

    /** The passage of its journey. */
    static Passage passageOf(Cover cover, Journey journey) {
        List<Passage> atItsGate = journey.passages().stream()
                .filter(passage -> cover.isFor(passage.gate()))
                .toList();
        List<Passage> candidates = atItsGate.isEmpty() ? journey.passages() : atItsGate;
        if (cover.reference().isEmpty()) {
            return candidates.get(candidates.size() - 1);
        }
        Instant reference = cover.reference().get();
        Passage nearest = candidates.get(0);
        for (Passage passage : candidates) {
            if (passage.distanceTo(reference).compareTo(nearest.distanceTo(reference)) < 0) {
                nearest = passage;
            }
        }
        return nearest;
    }

    /** The covers of one truck that fit no journey, each group for one gate and in order of due time. */
    static List<List<Cover>> groups(List<Cover> covers) {
        TreeMap<String, List<Cover>> byGate = new TreeMap<>();
        for (Cover cover : covers.stream().sorted(Cover.BY_DUE).toList()) {
            byGate.computeIfAbsent(cover.gate().orElse(""), gate -> new ArrayList<>())
                    .add(cover);
        }
        List<List<Cover>> groups = new ArrayList<>();
        byGate.values().forEach(ofGate -> groups.addAll(parted(ofGate)));
        return groups;
    }

    private static List<List<Cover>> parted(List<Cover> byDue) {
        List<List<Cover>> groups = new ArrayList<>();
        Instant before = Instant.MIN;
        for (Cover cover : byDue) {
            if (groups.isEmpty() || cover.due().isAfter(before.plus(NEAR))) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(cover);
            before = cover.due();
        }
        return groups;
    }
}
