package io.bordergate.domain.gate;

import io.bordergate.domain.declaration.Authority;
import io.bordergate.domain.declaration.Channel;
import io.bordergate.domain.declaration.Confirmation;
import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.declaration.Goods;
import io.bordergate.domain.declaration.MilestoneType;
import io.bordergate.domain.declaration.Spells;
import io.bordergate.domain.declaration.TradeDirection;
import io.bordergate.domain.declaration.TripKind;
import io.bordergate.domain.presence.Closure;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.ZoneKind;
import io.bordergate.domain.trip.Moment;
import io.bordergate.domain.trip.Sighting;
import io.bordergate.domain.trip.Trips;
import io.bordergate.domain.trip.TruckFacts;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what is known of one truck on 2026-05-03, and asks what its gates make of it. Not thread-safe. */
final class GateStory {
    private static final Site SITE = Sites.yard();

    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Cover> covers = new ArrayList<>();
    private final List<Confirmation> confirmations = new ArrayList<>();
    private TradeDirection direction = TradeDirection.EXPORT;
    private TripKind kind;
    private Channel channel;
    private List<Goods> goods = List.of();
    private Instant cancelled;

    static Instant at(String time) {
        return Instant.ofEpochMilli(Times.at(time));
    }

    GateStory visits(String gate, String from, String to) {
        return sees(ZoneKind.YARD, gate, 0, from, to, to == null ? Closure.OPEN : Closure.EXIT, false);
    }

    GateStory isUncertainAt(String gate, String from) {
        return sees(ZoneKind.YARD, gate, 0, from, null, Closure.OPEN, true);
    }

    GateStory goesOut(String gate, String time) {
        return sees(ZoneKind.CROSSING, gate, 1, time, time, Closure.EXIT, false);
    }

    GateStory comesIn(String gate, String time) {
        return sees(ZoneKind.CROSSING, gate, -1, time, time, Closure.EXIT, false);
    }

    private GateStory sees(ZoneKind zone, String gate, int cut, String from, String to, Closure by, boolean uncertain) {
        var place = new Place(gate + "-" + zone, zone, gate, null, Place.Limits.NONE);
        String id = "stay-" + sightings.size();
        sightings.add(new Sighting(id, place, cut, at(from), to == null ? null : at(to), by, uncertain));
        return this;
    }

    GateStory confirmed(MilestoneType type, Authority by, String time) {
        confirmations.add(new Confirmation("1", type, by, at(time), at(time)));
        return this;
    }

    GateStory with(TradeDirection which) {
        direction = which;
        return this;
    }

    GateStory with(TripKind which) {
        kind = which;
        return this;
    }

    GateStory with(Channel which) {
        channel = which;
        return this;
    }

    GateStory with(Goods... which) {
        goods = List.of(which);
        return this;
    }

    GateStory cancelled(String time) {
        cancelled = at(time);
        return this;
    }

    /** One more declaration, of what was said so far. */
    GateStory declared(String gate, String time) {
        covers.add(new Cover(
                Integer.toString(covers.size() + 1),
                gate,
                direction,
                kind,
                at(time),
                Spells.always(gate),
                Spells.always(null),
                channel,
                goods,
                null,
                at(time),
                cancelled,
                confirmations));
        confirmations.clear();
        cancelled = null;
        return this;
    }

    /** One for each trip, in order. */
    List<Optional<GateTruck>> trucksAt(String now) {
        var facts = new TruckFacts("VN:12C12345", sightings, covers, null);
        return Trips.of(facts, SITE, new Moment(at(now))).stream()
                .map(GateTruck::of)
                .toList();
    }

    /** Of a truck that has one trip, which counts. */
    GateTruck truckAt(String now) {
        List<Optional<GateTruck>> trucks = trucksAt(now);
        if (trucks.size() != 1) {
            throw new AssertionError("one trip expected, found " + trucks);
        }
        return trucks.get(0).orElseThrow();
    }
}
