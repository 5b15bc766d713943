package io.bordergate.oracle;

/** Section 4: where the truck is, as far as it was seen. */
enum PhysicalStage {
    EXPECTED,
    APPROACHING,
    MOVED,
    CROSSED,
    IN_YARD,
    AT_GATE,
    SILENT,
    LEFT;

    static PhysicalStage of(Trip trip) {
        if (trip.passage().isEmpty()) {
            return trip.approaching() ? APPROACHING : EXPECTED;
        }
        return of(trip.passage().get());
    }

    private static PhysicalStage of(Passage passage) {
        if (passage.moved()) {
            return MOVED;
        }
        if (passage.cutsOut().findAny().isPresent()) {
            return CROSSED;
        }
        if (passage.hasOpen(Sighting::isYard)) {
            return IN_YARD;
        }
        if (passage.hasOpen(sighting -> !sighting.isYard()) || passage.endedByCut()) {
            return AT_GATE;
        }
        return passage.endedInSilence() ? SILENT : LEFT;
    }
}
