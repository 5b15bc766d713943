package io.bordergate.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Section 4, the table of fields: what was seen, else what was confirmed. Immutable. */
record TripTimes(
        Optional<Instant> arrived,
        Optional<Instant> enteredYard,
        Optional<Instant> leftYard,
        Optional<Instant> crossed) {

    static TripTimes of(Trip trip) {
        Confirmations confirmed = trip.confirmed();
        return new TripTimes(
                first(trip.arrivalSeen(), confirmed.arrivalByBoth()),
                first(enteredYardSeen(trip), confirmed.earliest("YARD_IN")),
                leftYard(trip),
                first(crossedSeen(trip), confirmed.earliest("CROS")));
    }

    private static Optional<Instant> enteredYardSeen(Trip trip) {
        return trip.passage()
                .flatMap(passage -> passage.yards().map(Sighting::begin).findFirst());
    }

    private static Optional<Instant> leftYard(Trip trip) {
        List<Sighting> yards =
                trip.passage().map(passage -> passage.yards().toList()).orElse(List.of());
        if (yards.stream().anyMatch(Sighting::isOpen)) {
            return Optional.empty();
        }
        Confirmations confirmed = trip.confirmed();
        return first(leftYardSeen(yards), first(confirmed.earliest("YARD_OUT"), confirmed.earliest("GTOT")));
    }

    /** Where several visits ended last, one by silence is enough not to know. */
    private static Optional<Instant> leftYardSeen(List<Sighting> ended) {
        Optional<Instant> last = ended.stream().map(Sighting::endOrNever).max(Comparator.naturalOrder());
        boolean bySilence =
                ended.stream().anyMatch(visit -> visit.silent() && visit.end().equals(last));
        return bySilence ? Optional.empty() : last;
    }

    private static Optional<Instant> crossedSeen(Trip trip) {
        return trip.direction().equals("EXPORT")
                ? trip.lastCutOut()
                : trip.passage().flatMap(Passage::lastCut).map(Sighting::begin);
    }

    private static Optional<Instant> first(Optional<Instant> seen, Optional<Instant> confirmed) {
        return seen.isPresent() ? seen : confirmed;
    }
}
