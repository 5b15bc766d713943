package io.bordergate.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a declaration says of one of its trucks (section 1), with the times of section 3. {@code gates} and {@code yards}
 * are the spells of what it says of them, the oldest first; a former cover has those of the cover it was made from.
 * Immutable.
 */
record Cover(
        String declaration,
        String truck,
        Optional<String> gate,
        List<Spell> gates,
        List<Spell> yards,
        Optional<String> direction,
        Optional<Instant> plannedArrival,
        Optional<String> tripKind,
        List<String> goods,
        Instant declaredAt,
        Optional<Instant> cancelledAt,
        List<Confirmation> confirmations) {

    static final Comparator<Cover> BY_DECLARED =
            Comparator.comparing(Cover::declaredAt).thenComparing(Cover::declaration);
    static final Comparator<Cover> BY_DUE = Comparator.comparing(Cover::due).thenComparing(Cover::declaration);

    Confirmations confirmed() {
        return new Confirmations(confirmations);
    }

    Instant expected() {
        return plannedArrival.orElse(declaredAt);
    }

    Optional<Instant> reference() {
        Optional<Instant> arrival = confirmed().latest("GTIN");
        return arrival.isPresent()
                ? arrival
                : confirmed().earliest("YARD_IN", "TRANSSHIPPED", "YARD_OUT", "GTOT", "CROS");
    }

    Instant due() {
        return reference().orElse(expected());
    }

    /** The later of expected and declared: before that nobody can miss the truck. */
    Instant awaitedFrom() {
        return Lateness.later(expected(), declaredAt);
    }

    /** A cancellation of what has already left is void. */
    boolean isActive() {
        if (cancelledAt.isEmpty()) {
            return true;
        }
        Optional<Instant> left = confirmed().earliest("YARD_OUT", "GTOT", "CROS");
        return left.isPresent() && cancelledAt.get().isAfter(left.get());
    }

    boolean isDeclaredAt(Instant time) {
        return !time.isBefore(declaredAt);
    }

    /** Section 5; without any gate it says every gate. */
    boolean says(String someGate, Instant at) {
        boolean says = gates.isEmpty() || gates.stream().anyMatch(spell -> spell.isOf(someGate) && spell.holdsAt(at));
        return says && isDeclaredAt(at);
    }

    Cover with(List<Confirmation> otherConfirmations) {
        return of(gate, cancelledAt, otherConfirmations);
    }

    /** Section 3: the same of a gate that it was for until it was amended. */
    Cover former(String formerGate, Optional<Instant> stillCancelledAt, List<Confirmation> then) {
        return of(Optional.of(formerGate), stillCancelledAt, then);
    }

    private Cover of(Optional<String> otherGate, Optional<Instant> cancelled, List<Confirmation> confirmed) {
        return new Cover(
                declaration,
                truck,
                otherGate,
                gates,
                yards,
                direction,
                plannedArrival,
                tripKind,
                goods,
                declaredAt,
                cancelled,
                List.copyOf(confirmed));
    }

    boolean isFor(String otherGate) {
        return gate.isEmpty() || gate.get().equals(otherGate);
    }
}
