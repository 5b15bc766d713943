package io.bordergate.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Section 4: a passage with its covers, or a group of covers without one. {@code all} are its covers and those of the other
 * trips of its journey but for former ones, {@code journeyBegan} is the first arrival there, {@code movedFrom} the gate before, {@code following} are all sightings of the truck, {@code approaching} says whether it is in front of
 * the gate. Immutable.
 */
record Trip(
        String truck,
        Optional<String> gate,
        Optional<Passage> passage,
        List<Cover> covers,
        List<Cover> all,
        Optional<Instant> journeyBegan,
        Optional<String> movedFrom,
        List<Sighting> following,
        boolean approaching) {

    List<Cover> active() {
        return covers.stream().filter(Cover::isActive).sorted(Cover.BY_DECLARED).toList();
    }

    /** Section 5: its own, and those of its journey. */
    List<Cover> allActive() {
        return all.stream().filter(Cover::isActive).toList();
    }

    /** By active covers only. */
    Confirmations confirmed() {
        return Confirmations.of(active());
    }

    Optional<Instant> arrivalSeen() {
        return passage.map(Passage::arrival);
    }

    Optional<Instant> firstDeclared() {
        return active().stream().map(Cover::declaredAt).min(Comparator.naturalOrder());
    }

    boolean hasMoved() {
        return passage.map(Passage::moved).orElse(false);
    }

    boolean hasNext() {
        return passage.flatMap(Passage::next).isPresent();
    }

    Optional<Instant> lastCutOut() {
        return passage.flatMap(Passage::lastCutOut).map(Sighting::begin);
    }

    String direction() {
        return active().stream()
                .flatMap(cover -> cover.direction().stream())
                .findFirst()
                .orElseGet(this::directionSeen);
    }

    private String directionSeen() {
        return passage.flatMap(Passage::lastCut)
                .map(cut -> cut.kind() == Sighting.Kind.CUT_OUT ? "EXPORT" : "IMPORT")
                .orElse("UNKNOWN");
    }

    /** What most trips are for, unless an active cover says otherwise; the first that does counts, as for direction. */
    String kind() {
        return active().stream()
                .flatMap(cover -> cover.tripKind().stream())
                .findFirst()
                .orElse("GOODS");
    }

    Optional<Instant> finished() {
        List<Optional<Instant>> each = active().stream()
                .map(cover -> cover.confirmed().earliest("CUSR"))
                .toList();
        return each.stream().allMatch(Optional::isPresent)
                ? each.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    Instant firstFact() {
        return Stream.concat(arrivalSeen().stream(), covers.stream().map(Cover::declaredAt))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Arrival if it was seen, else due time: the order of trips that would have one id. */
    Instant place() {
        return arrivalSeen().orElseGet(() -> covers.get(0).due());
    }
}
