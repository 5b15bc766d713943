package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Section 1: one declaration with those of its milestones that count, from the oldest to the newest. Immutable. */
record Declaration(String id, List<Milestone> milestones, Site site) {

    static Declaration of(String id, Collection<Milestone> milestones, Site site) {
        return new Declaration(
                id, milestones.stream().sorted(Milestone.OLDEST_FIRST).toList(), site);
    }

    /** Every truck that any of its milestones names; without one, the declaration waits for it. */
    Set<String> namedTrucks() {
        Set<String> named = new TreeSet<>();
        milestones.forEach(milestone -> named.addAll(trucksOf(milestone)));
        return named;
    }

    /** What it says of each truck that it covers. */
    List<Cover> covers() {
        return trucks().stream().map(this::cover).toList();
    }

    private Cover cover(String truck) {
        return new Cover(
                id,
                truck,
                newest(content -> content.gate()),
                Spell.of(milestones, content -> content.gate()),
                Spell.of(milestones, content -> content.yard()),
                newest(content -> known(content.direction())),
                plannedArrival(),
                newest(content -> known(content.tripKind())),
                newest(content -> Optional.of(content.goods()).filter(goods -> !goods.isEmpty()))
                        .orElse(List.of()),
                declaredAt(truck),
                cancelledAt(truck),
                confirmations(truck));
    }

    private <T> Optional<T> newest(Function<Content, Optional<T>> value) {
        return newestOf(milestones.stream().map(milestone -> value.apply(milestone.content())));
    }

    private Optional<Instant> plannedArrival() {
        return newestOf(milestones.stream().map(Declaration::plannedArrival));
    }

    private static <T> Optional<T> newestOf(Stream<Optional<T>> oldestFirst) {
        return oldestFirst.flatMap(Optional::stream).reduce((older, newer) -> newer);
    }

    private static Optional<Instant> plannedArrival(Milestone milestone) {
        boolean isPlan =
                milestone.type().equals("GTIN") && List.of("PLN", "EST").contains(milestone.classifier());
        return isPlan ? Optional.of(milestone.eventTime()) : milestone.content().plannedArrival();
    }

    private static Optional<String> known(Optional<String> word) {
        return word.filter(text -> !text.equals("UNKNOWN"));
    }

    private Set<String> baseTrucks() {
        return milestones.stream()
                .filter(milestone -> milestone.isDeclaring() && milestone.namesTrucks())
                .reduce((older, newer) -> newer)
                .map(this::trucksOf)
                .orElse(Set.of());
    }

    private Set<String> trucks() {
        Set<String> trucks = new TreeSet<>(baseTrucks());
        milestones.stream()
                .filter(milestone -> isOther(milestone) && milestone.isActual())
                .forEach(milestone -> trucks.addAll(trucksOf(milestone)));
        return trucks;
    }

    private Set<String> trucksOf(Milestone milestone) {
        Set<String> trucks = new TreeSet<>();
        milestone
                .content()
                .trucks()
                .forEach(truck ->
                        trucks.add(TruckIdentity.of(truck, site.plateProvince()).truckId()));
        return trucks;
    }

    private boolean names(Milestone milestone, String truck) {
        return trucksOf(milestone).contains(truck);
    }

    private Instant declaredAt(String truck) {
        List<Milestone> naming =
                milestones.stream().filter(milestone -> names(milestone, truck)).toList();
        return naming.stream()
                .filter(Milestone::isDeclaring)
                .findFirst()
                .orElse(naming.get(0))
                .eventTime();
    }

    /** The newest word on whether the truck may come, if it is no. */
    private Optional<Instant> cancelledAt(String truck) {
        return milestones.stream()
                .filter(milestone -> milestone.isDeclaring()
                        || (milestone.isCancelling() && (names(milestone, truck) || !milestone.namesTrucks())))
                .max(Comparator.comparing(Milestone::eventTime).thenComparing(Milestone::isCancelling))
                .filter(Milestone::isCancelling)
                .map(Milestone::eventTime);
    }

    private List<Confirmation> confirmations(String truck) {
        boolean isBase = baseTrucks().contains(truck);
        List<Confirmation> confirmations = new ArrayList<>();
        for (Milestone milestone : milestones) {
            boolean concerns = milestone.namesTrucks()
                    ? names(milestone, truck)
                    : isBase || !Confirmation.isPhysical(milestone.type());
            boolean confirms = isOther(milestone)
                    && milestone.isActual()
                    && !milestone.type().equals("UNKNOWN");
            if (confirms && concerns) {
                confirmations.add(new Confirmation(milestone.type(), milestone.authority(), milestone.eventTime()));
            }
        }
        return confirmations;
    }

    private static boolean isOther(Milestone milestone) {
        return !milestone.isDeclaring() && !milestone.isCancelling();
    }
}
