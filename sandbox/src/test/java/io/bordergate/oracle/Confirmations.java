package io.bordergate.oracle;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions about the confirmations of one cover, or of all covers of a trip that are active. Immutable. */
record Confirmations(List<Confirmation> all) {

    static Confirmations of(Collection<Cover> covers) {
        return new Confirmations(
                covers.stream().flatMap(cover -> cover.confirmations().stream()).toList());
    }

    Optional<Instant> earliest(String... types) {
        return of(types).map(Confirmation::at).min(Comparator.naturalOrder());
    }

    Optional<Instant> latest(String type) {
        return of(type).map(Confirmation::at).max(Comparator.naturalOrder());
    }

    /** The earliest of what happens to the truck itself, and not to its papers. */
    Optional<Instant> earliestPhysical() {
        return all.stream()
                .filter(Confirmation::isPhysical)
                .map(Confirmation::at)
                .min(Comparator.naturalOrder());
    }

    /** The earliest of those after the time. */
    Optional<Instant> earliestAfter(Instant time, String... types) {
        return of(types).map(Confirmation::at).filter(at -> at.isAfter(time)).min(Comparator.naturalOrder());
    }

    Optional<Instant> earliestArrivalBy(String authority) {
        return of("GTIN")
                .filter(confirmation -> confirmation.authority().equals(authority))
                .map(Confirmation::at)
                .min(Comparator.naturalOrder());
    }

    /** Both authorities must have confirmed; the later of their first times counts. */
    Optional<Instant> arrivalByBoth() {
        Optional<Instant> customs = earliestArrivalBy("CUSTOMS");
        return earliestArrivalBy("BORDER_GUARD").flatMap(guard -> customs.map(time -> Lateness.later(time, guard)));
    }

    boolean has(String... types) {
        return of(types).findAny().isPresent();
    }

    private Stream<Confirmation> of(String... types) {
        return all.stream().filter(confirmation -> Arrays.asList(types).contains(confirmation.type()));
    }
}
