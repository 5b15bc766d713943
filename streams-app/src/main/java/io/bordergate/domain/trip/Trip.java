package io.bordergate.domain.trip;

import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.declaration.TradeDirection;
import io.bordergate.domain.declaration.TripKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One truck's passage of one gate, as it follows from the facts. Immutable; what is not known is null. docs/trips.md,
 * section 4, defines each field.
 *
 * @param tripId truck, gate and time of the first fact
 * @param movedFrom gate of the passage before it in its journey, from which the truck moved on to this one
 * @param arrivalSeenAt first sighting at the gate
 * @param arrivalConfirmedAt when both authorities had confirmed
 * @param covers its declarations, cancelled ones too, in order of declaredAt
 * @param sightings what was seen, in order
 * @param discrepancies in order of kind
 */
public record Trip(
        String tripId,
        String truckId,
        String gateId,
        String movedFrom,
        TradeDirection direction,
        TripKind kind,
        DataStage dataStage,
        PhysicalStage physicalStage,
        TripEnd end,
        Instant arrivalSeenAt,
        Instant arrivalConfirmedAt,
        Instant enteredYardAt,
        Instant leftYardAt,
        Instant crossedAt,
        Eta eta,
        List<Cover> covers,
        List<Sighting> sightings,
        List<Discrepancy> discrepancies) {

    /** So far ahead that it is never reached, and not so far that nothing can be added. */
    private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

    public Trip {
        covers = List.copyOf(covers);
        sightings = List.copyOf(sightings);
        discrepancies = List.copyOf(discrepancies);
    }

    /** Seen, else confirmed. */
    public Instant arrivedAt() {
        return Times.firstKnown(arrivalSeenAt, arrivalConfirmedAt);
    }

    /** From arrival to crossing or to the end of the trip, else until now; null before arrival. */
    public Duration waited(Instant now) {
        Instant until = Times.firstKnown(crossedAt, Times.firstKnown(end.at(), now));
        return arrivedAt() == null || until.isBefore(arrivedAt()) ? null : Duration.between(arrivedAt(), until);
    }

    /** Its declarations that hold: not cancelled, or only after the truck had left. In order of declaredAt. */
    public List<Cover> activeCovers() {
        return new Papers(covers).active().covers();
    }

    /** The newest time that anything is known of it; the far future while it is at the gate. */
    public Instant lastFact() {
        Instant last = end.at();
        for (Sighting sighting : sightings) {
            last = Times.latest(last, sighting.isOpen() ? FAR : sighting.leftAt());
        }
        for (Cover cover : covers) {
            last = Times.latest(last, Papers.expectedAtLatest(cover), cover.cancelledAt());
            for (var confirmation : cover.confirmations()) {
                last = Times.latest(last, confirmation.at());
            }
        }
        return last;
    }

    /** How far the papers of one of its declarations are. */
    public static DataStage stageOf(Cover cover) {
        return DataStage.of(cover);
    }
}
