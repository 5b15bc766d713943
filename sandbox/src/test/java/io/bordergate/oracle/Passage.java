package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Section 2: what was seen of one truck at one gate in one go. {@code next} is when the truck's next passage arrives,
 * {@code moved} that it is of the same journey. Immutable.
 */
record Passage(
        String gate, List<Sighting> sightings, Optional<Duration> silentFor, Optional<Instant> next, boolean moved) {

    static Passage of(List<Sighting> sightings, Site site) {
        String gate = sightings.get(0).gate();
        Optional<Duration> silentFor = site.limits(Optional.of(gate)).silentFor();
        return new Passage(gate, List.copyOf(sightings), silentFor, Optional.empty(), false);
    }

    Passage followedBy(Passage other, boolean byMove) {
        return new Passage(gate, sightings, silentFor, Optional.of(other.arrival()), byMove);
    }

    Instant arrival() {
        return sightings.get(0).begin();
    }

    /** {@link Instant#MAX} while a visit is open. */
    Instant lastEnd() {
        return sightings.stream()
                .map(Sighting::endOrNever)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    boolean hasOpen(Predicate<Sighting> which) {
        return sightings.stream().filter(which).anyMatch(Sighting::isOpen);
    }

    Stream<Sighting> visits() {
        return sightings.stream().filter(sighting -> !sighting.isCut());
    }

    Stream<Sighting> yards() {
        return sightings.stream().filter(Sighting::isYard);
    }

    Stream<Sighting> cuts() {
        return sightings.stream().filter(Sighting::isCut);
    }

    Stream<Sighting> cutsOut() {
        return sightings.stream().filter(sighting -> sighting.kind() == Sighting.Kind.CUT_OUT);
    }

    Optional<Sighting> lastCut() {
        return last(cuts());
    }

    Optional<Sighting> lastCutOut() {
        return last(cutsOut());
    }

    /** Whether the last that was seen is a cut. */
    boolean endedByCut() {
        return cuts().anyMatch(cut -> cut.endOrNever().equals(lastEnd()));
    }

    /** Whether a visit ended by silence at its last end. */
    boolean endedInSilence() {
        return visits().anyMatch(visit -> visit.silent() && visit.endOrNever().equals(lastEnd()));
    }

    /** Section 3; {@link Instant#MAX} if it has no end. */
    Instant reachEnd() {
        Instant end = lastEnd();
        Instant reach = endedInSilence() ? silentFor.map(end::plus).orElse(Instant.MAX) : end;
        return next.isPresent() && next.get().isBefore(reach) ? next.get() : reach;
    }

    /** Section 3: how far a time is from the reach; nothing if it is inside. */
    Duration distanceTo(Instant time) {
        return distance(arrival(), reachEnd(), time);
    }

    static Duration distance(Instant from, Instant to, Instant time) {
        if (time.isBefore(from)) {
            return Duration.between(time, from);
        }
        return time.isAfter(to) ? Duration.between(to, time) : Duration.ZERO;
    }

    private static Optional<Sighting> last(Stream<Sighting> inOrder) {
        return inOrder.reduce((earlier, later) -> later);
    }
}
