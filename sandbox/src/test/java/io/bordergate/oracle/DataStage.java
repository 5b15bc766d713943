package io.bordergate.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Section 4: how far the paperwork is; the first seven in the order in which they come. */
enum DataStage {
    DECLARED,
    REGISTERED,
    ARRIVED,
    IN_PROCEDURE,
    FINISHED,
    LEFT,
    CROSSED,
    TURNED_BACK,
    CANCELLED,
    UNDECLARED;

    static DataStage of(Trip trip) {
        List<DataStage> stages = trip.active().stream().map(DataStage::of).toList();
        if (stages.contains(TURNED_BACK)) {
            return TURNED_BACK;
        }
        DataStage without = trip.covers().isEmpty() ? UNDECLARED : CANCELLED;
        return stages.stream().min(Comparator.naturalOrder()).orElse(without);
    }

    private static DataStage of(Cover cover) {
        Confirmations confirmed = cover.confirmed();
        if (hasTurnedBack(confirmed)) {
            return TURNED_BACK;
        }
        if (confirmed.has("CROS")) {
            return CROSSED;
        }
        if (confirmed.has("YARD_OUT", "GTOT")) {
            return LEFT;
        }
        if (confirmed.has("CUSR")) {
            return FINISHED;
        }
        if (confirmed.has(
                "YARD_IN",
                "INSP_REQUIRED",
                "INSP",
                "TRANSPORT_LICENSED",
                "FEES_PAID",
                "TRANSSHIPPED",
                "CUSS",
                "CUSI")) {
            return IN_PROCEDURE;
        }
        if (confirmed.arrivalByBoth().isPresent()) {
            return ARRIVED;
        }
        return confirmed.has("REGISTERED") ? REGISTERED : DECLARED;
    }

    private static boolean hasTurnedBack(Confirmations confirmed) {
        Optional<Instant> turned = confirmed.latest("TURNED_BACK");
        Optional<Instant> arrived = confirmed.latest("GTIN");
        return turned.isPresent() && (arrived.isEmpty() || turned.get().isAfter(arrived.get()));
    }
}
