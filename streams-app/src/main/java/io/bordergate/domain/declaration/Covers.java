package io.bordergate.domain.declaration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the milestones of a declaration say of its trucks: a function of the set of those that count. Immutable. */
final class Covers {
    /** The last three only decide between milestones that say the same. */
    private static final Comparator<Milestone> AGE = Comparator.comparing(Milestone::at)
            .thenComparing(Milestone::recordedAt)
            .thenComparing(Milestone::content)
            .thenComparing(Milestone::type)
            .thenComparing(Milestone::authority)
            .thenComparing(Milestone::classifier);

    private static final Comparator<Confirmation> BY_TIME = Comparator.comparing(Confirmation::at)
            .thenComparing(Confirmation::type)
            .thenComparing(Confirmation::authority);

    private final List<Milestone> newestFirst;
    private final Map<Milestone, List<NamedTruck>> named = new HashMap<>();
    private final Set<String> baseTrucks;
    private final Set<String> trucks;

    Covers(List<Milestone> counting, MilestoneCheck check) {
        newestFirst = counting.stream().sorted(AGE.reversed()).toList();
        for (Milestone milestone : counting) {
            named.put(milestone, check.trucks(milestone));
        }
        baseTrucks = newestFirst.stream()
                .filter(Covers::saysWhichTrucks)
                .map(this::trucksOf)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(Set.of());
        var all = new TreeSet<>(baseTrucks);
        newestFirst.stream().filter(Covers::isConfirmed).forEach(milestone -> all.addAll(trucksOf(milestone)));
        trucks = Collections.unmodifiableSet(all);
    }

    Set<String> trucks() {
        return trucks;
    }

    /** Null if the truck is not covered. */
    Cover of(String truckId) {
        if (!trucks.contains(truckId)) {
            return null;
        }
        Spells gates = spells(Milestone::gateId);
        return new Cover(
                newestFirst.get(0).declarationId(),
                gates.last(),
                newest(Milestone::direction),
                newest(Milestone::kind),
                newest(Covers::plannedArrival),
                gates,
                spells(Milestone::yardId),
                newest(Milestone::channel),
                Optional.ofNullable(newest(each -> each.goods().isEmpty() ? null : each.goods()))
                        .orElse(List.of()),
                newest(each -> trailerOf(truckId, each)),
                declaredAt(truckId),
                cancelledAt(truckId),
                confirmations(truckId));
    }

    /** What the newest says that says it at all; null if none does. */
    private <T> T newest(Function<Milestone, T> value) {
        return newestFirst.stream()
                .map(value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Spells spells(Function<Milestone, String> value) {
        List<Milestone> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return Spells.of(oldestFirst, value);
    }

    private Instant declaredAt(String truckId) {
        return earliest(newestFirst.stream().filter(Covers::saysWhichTrucks), truckId)
                .or(() -> earliest(newestFirst.stream(), truckId))
                .orElseThrow();
    }

    private Optional<Instant> earliest(Stream<Milestone> milestones, String truckId) {
        return milestones
                .filter(each -> trucksOf(each).contains(truckId))
                .map(Milestone::at)
                .min(Comparator.naturalOrder());
    }

    private Instant cancelledAt(String truckId) {
        return newestFirst.stream()
                .filter(each ->
                        saysWhichTrucks(each) || (each.type() == MilestoneType.CANCELLED && concerns(truckId, each)))
                .max(Comparator.comparing(Milestone::at).thenComparing(each -> each.type() == MilestoneType.CANCELLED))
                .filter(newest -> newest.type() == MilestoneType.CANCELLED)
                .map(Milestone::at)
                .orElse(null);
    }

    private List<Confirmation> confirmations(String truckId) {
        return newestFirst.stream()
                .filter(Covers::isConfirmed)
                .filter(each -> each.type() != MilestoneType.UNKNOWN && confirms(truckId, each))
                .map(each -> new Confirmation(
                        each.declarationId(), each.type(), each.authority(), each.at(), each.recordedAt()))
                .sorted(BY_TIME)
                .toList();
    }

    /** What happens at the gate to trucks without name happens to those declared, not to those that take their goods. */
    private boolean confirms(String truckId, Milestone milestone) {
        boolean ofAll = trucksOf(milestone).isEmpty();
        return concerns(truckId, milestone)
                && (!ofAll || !milestone.type().isPhysical() || baseTrucks.contains(truckId));
    }

    private boolean concerns(String truckId, Milestone milestone) {
        Set<String> names = trucksOf(milestone);
        return names.isEmpty() || names.contains(truckId);
    }

    private Set<String> trucksOf(Milestone milestone) {
        return named.get(milestone).stream()
                .flatMap(truck -> truck.truckId().stream())
                .collect(Collectors.toSet());
    }

    private String trailerOf(String truckId, Milestone milestone) {
        return named.get(milestone).stream()
                .filter(truck -> truck.trailer() != null
                        && truck.truckId().filter(truckId::equals).isPresent())
                .map(NamedTruck::trailer)
                .findFirst()
                .orElse(null);
    }

    private static Instant plannedArrival(Milestone milestone) {
        Classifier classifier = milestone.classifier();
        boolean foretold = classifier == Classifier.PLN || classifier == Classifier.EST;
        return milestone.type() == MilestoneType.GTIN && foretold ? milestone.at() : milestone.plannedArrival();
    }

    private static boolean saysWhichTrucks(Milestone milestone) {
        return milestone.type() == MilestoneType.DECLARED || milestone.type() == MilestoneType.AMENDED;
    }

    /** Whether it says that something happened to a truck or its papers. */
    private static boolean isConfirmed(Milestone milestone) {
        return !milestone.type().isOfDeclaring() && milestone.classifier() == Classifier.ACT;
    }
}
