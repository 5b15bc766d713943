package io.bordergate.domain.trip;

import io.bordergate.domain.declaration.Authority;
import io.bordergate.domain.declaration.Confirmation;
import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.declaration.MilestoneType;
import io.bordergate.domain.declaration.Spells;
import io.bordergate.domain.declaration.TradeDirection;
import io.bordergate.domain.presence.Closure;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.ZoneKind;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Tells what is known of one truck on one day (03 May 2026), and asks for its trips. Not thread-safe. */
final class TripStory {
    private static final Site SITE = Sites.site()
            .square("huu-nghi", ZoneKind.GATE, 0, 0, 1_000, Sites.limits())
            .build();
    private static final Place.Limits SILENCE =
            new Place.Limits(Place.Limits.OFF, Duration.ofHours(2).toMillis(), 0, 0);

    private final String truckId;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Cover> covers = new ArrayList<>();
    private final List<Confirmation> confirmations = new ArrayList<>();
    private Seen seen;

    TripStory(String truckId) {
        this.truckId = truckId;
    }

    /** A time of day, or with the day of May before it: {@code "04 09:40:14"}. */
    static Instant at(String time) {
        String day = time.contains(" ") ? time.substring(0, 2) : "03";
        String clock = time.substring(time.indexOf(' ') + 1);
        return Instant.parse("2026-05-" + day + "T" + (clock.length() == 5 ? clock + ":00" : clock) + "Z");
    }

    TripStory visits(ZoneKind kind, String gate, String from, String to) {
        return sees(kind, gate, 0, from, to, to == null ? Closure.OPEN : Closure.EXIT);
    }

    TripStory fallsSilent(ZoneKind kind, String gate, String from, String lastSeen) {
        return sees(kind, gate, 0, from, lastSeen, Closure.SILENCE);
    }

    TripStory cuts(String gate, int direction, String before, String after) {
        return sees(ZoneKind.CROSSING, gate, direction, before, after, Closure.EXIT);
    }

    private TripStory sees(ZoneKind kind, String gate, int direction, String from, String to, Closure closedBy) {
        var place = new Place(gate + "-" + kind, kind, gate, null, SILENCE);
        Instant left = to == null ? null : at(to);
        sightings.add(new Sighting("stay-" + sightings.size(), place, direction, at(from), left, closedBy, false));
        return this;
    }

    TripStory confirmed(MilestoneType type, Authority by, String time) {
        confirmations.add(new Confirmation("1", type, by, at(time), at(time)));
        return this;
    }

    /** Declared for a gate; what was confirmed so far was confirmed of it. */
    TripStory declared(String gate, TradeDirection direction, String time, String planned) {
        return declared(Spells.always(gate), direction, time, planned);
    }

    /** Declared for one gate, and amended to another. */
    TripStory declaredAndAmended(String first, String amendedAt, String second, String time, String planned) {
        var gates = new Spells(List.of(new Spells.Former(first, at(amendedAt))), second);
        return declared(gates, TradeDirection.EXPORT, time, planned);
    }

    private TripStory declared(Spells gates, TradeDirection direction, String time, String planned) {
        covers.add(new Cover(
                Integer.toString(covers.size() + 1),
                gates.last(),
                direction,
                null,
                at(planned),
                gates,
                Spells.always(null),
                null,
                List.of(),
                null,
                at(time),
                null,
                confirmations));
        confirmations.clear();
        return this;
    }

    /** On its way, so many kilometres south of Hữu Nghị. */
    TripStory onTheRoad(String time, double kilometres) {
        var spot = Spot.at(500, -1_000 * kilometres);
        seen = new Seen(at(time), spot.latitude(), spot.longitude());
        return this;
    }

    List<Trip> tripsAt(String now) {
        return tripsAt(new Moment(at(now)));
    }

    /** When, if nothing comes, the trips will be others. */
    Instant nextLookAfter(String now) {
        var moment = new Moment(at(now));
        tripsAt(moment);
        return moment.next();
    }

    private List<Trip> tripsAt(Moment moment) {
        return Trips.of(new TruckFacts(truckId, sightings, covers, seen), SITE, moment);
    }

    List<Trip> tripsInOtherOrder(String now, long seed) {
        var random = new Random(seed);
        Collections.shuffle(sightings, random);
        Collections.shuffle(covers, random);
        return tripsAt(now);
    }

    static String stages(Trip trip) {
        return trip.gateId() + " " + trip.dataStage() + " " + trip.physicalStage() + " "
                + trip.end().closedBy();
    }

    /** Discrepancies in one line each: kind, opened, closed. */
    static List<String> discrepancies(Trip trip) {
        return trip.discrepancies().stream()
                .map(each -> each.kind() + " " + each.openedAt() + " " + each.closedAt())
                .collect(Collectors.toList());
    }
}
