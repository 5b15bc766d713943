package io.bordergate.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sections 2 to 4: all trips of one truck, each under its id. Not thread-safe; used once. */
final class Trips {

    private final String truck;
    private final Sightings seen;
    private final List<Journey> journeys;
    private final IdentityHashMap<Passage, List<Cover>> coversByPassage = new IdentityHashMap<>();
    /** Of each journey the covers without what they left at former gates. */
    private final IdentityHashMap<Journey, List<Cover>> lasting = new IdentityHashMap<>();

    private final List<Cover> unseen = new ArrayList<>();

    private Trips(String truck, Sightings seen, Site site) {
        this.truck = truck;
        this.seen = seen;
        this.journeys = Passages.journeys(seen.inOrder(), site);
    }

    static List<Trip> of(String truck, Sightings seen, List<Cover> covers, Site site) {
        Trips trips = new Trips(truck, seen, site);
        covers.forEach(cover -> trips.place(cover, covers));
        List<Trip> all = new ArrayList<>();
        trips.journeys.forEach(journey -> all.addAll(trips.ofJourney(journey)));
        Belonging.groups(trips.unseen).forEach(group -> all.add(trips.ofGroup(group)));
        return all;
    }

    /** The trips in the order of their numbers under their ids. */
    static Map<String, Trip> byId(List<Trip> trips) {
        Map<String, Trip> byId = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Trip trip :
                trips.stream().sorted(Comparator.comparing(Trip::place)).toList()) {
            String id = trip.truck() + "|" + trip.gate().orElse("") + "|" + trip.firstFact();
            int number = 1;
            while (!taken.add(number == 1 ? id : id + "|" + number)) {
                number++;
            }
            byId.put(number == 1 ? id : id + "|" + number, trip);
        }
        return byId;
    }

    private void place(Cover cover, List<Cover> all) {
        Optional<Journey> journey = Belonging.journeyOf(cover, all, journeys);
        if (journey.isPresent()) {
            place(cover, journey.get());
        } else {
            unseen.add(cover);
        }
    }

    private void place(Cover cover, Journey journey) {
        List<Passage> passages = journey.passages();
        int itsOwn = passages.indexOf(Belonging.passageOf(cover, journey));
        List<Passage> upToItsOwn = passages.subList(0, itsOwn + 1);
        List<Optional<Cover>> covers = FormerCovers.of(cover, upToItsOwn);
        for (int i = 0; i < upToItsOwn.size(); i++) {
            covers.get(i).ifPresent(coversOf(upToItsOwn.get(i))::add);
        }
        covers.get(itsOwn).ifPresent(lasting.computeIfAbsent(journey, key -> new ArrayList<>())::add);
    }

    private List<Cover> coversOf(Passage passage) {
        return coversByPassage.computeIfAbsent(passage, key -> new ArrayList<>());
    }

    private List<Trip> ofJourney(Journey journey) {
        List<Cover> ofJourney = lasting.getOrDefault(journey, List.of());
        List<Trip> trips = new ArrayList<>();
        Optional<String> movedFrom = Optional.empty();
        for (Passage passage : journey.passages()) {
            trips.add(new Trip(
                    truck,
                    Optional.of(passage.gate()),
                    Optional.of(passage),
                    coversOf(passage),
                    Stream.concat(coversOf(passage).stream(), ofJourney.stream())
                            .toList(),
                    Optional.of(journey.arrival()),
                    movedFrom,
                    seen.inOrder(),
                    seen.approached().contains(passage.gate())));
            movedFrom = Optional.of(passage.gate());
        }
        return trips;
    }

    private Trip ofGroup(List<Cover> group) {
        Optional<String> gate = group.get(0).gate();
        boolean approaching = gate.map(seen.approached()::contains).orElse(false);
        return new Trip(
                truck,
                gate,
                Optional.empty(),
                group,
                group,
                Optional.empty(),
                Optional.empty(),
                seen.inOrder(),
                approaching);
    }
}
