package io.bordergate.domain.trip;

import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The heart of the product: joins what was seen of one truck with what was declared of it. The same facts at the same time
 * give the same trips, whatever order they came in.
 */
public final class Trips {
    private final TruckFacts facts;
    private final Site site;
    private final Moment moment;
    private final Passages passages;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Journey, List<Cover>> ofJourney = new HashMap<>();
    /** A trip was found that the truck is on its way to: it goes there first. */
    private boolean awaits;

    private Trips(TruckFacts facts, Site site, Moment moment) {
        this.facts = facts;
        this.site = site;
        this.moment = moment;
        this.passages = Passages.of(facts.sightings(), site);
    }

    /** All trips of a truck, in order of when they came or were to come. The moment learns when to look again. */
    public static List<Trip> of(TruckFacts facts, Site site, Moment moment) {
        return new Trips(facts, site, moment).join();
    }

    private List<Trip> join() {
        var matching = new Matching(passages, facts.covers());
        Map<Passage, List<Cover>> matched = new HashMap<>();
        List<Cover> unmatched = new ArrayList<>();
        for (Cover cover : facts.covers()) {
            Journey journey = matching.journeyOf(cover);
            if (journey == null) {
                unmatched.add(cover);
            } else {
                Passage own = matching.passageOf(cover, journey);
                Map<Passage, Cover> parts = FormerCovers.split(cover, journey, own);
                parts.forEach((passage, part) -> add(matched, passage, part));
                add(ofJourney, journey, parts.get(own));
            }
        }
        for (Journey journey : passages.journeys()) {
            for (Passage passage : journey.passages()) {
                drafts.add(new Draft(passage, journey, new Papers(matched.getOrDefault(passage, List.of()))));
            }
        }
        Matching.groups(unmatched).forEach(papers -> drafts.add(new Draft(null, null, papers)));
        drafts.sort(Comparator.comparing(Draft::due)
                .thenComparing(draft -> !draft.isSeen())
                .thenComparing(draft -> draft.papers.isEmpty()
                        ? ""
                        : draft.papers.covers().get(0).declarationId()));
        return named();
    }

    private static <K> void add(Map<K, List<Cover>> covers, K key, Cover cover) {
        covers.computeIfAbsent(key, any -> new ArrayList<>()).add(cover);
    }

    private List<Trip> named() {
        List<Trip> trips = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (Draft draft : drafts) {
            String gate = draft.gateId() == null ? "" : draft.gateId();
            String name = facts.truckId() + "|" + gate + "|" + draft.firstFact();
            int number = names.merge(name, 1, Integer::sum);
            trips.add(conclude(number == 1 ? name : name + "|" + number, draft));
        }
        return trips;
    }

    private Trip conclude(String tripId, Draft draft) {
        Passage next = draft.isSeen() ? passages.after(draft.passage) : null;
        TripEnd end = new Ending(draft, next != null, moment).find();
        List<Discrepancy> discrepancies = new Contradictions(
                        facts.truckId(), draft, end, allPapers(draft), seenAgain(draft), site, moment)
                .find();
        return new Trip(
                tripId,
                facts.truckId(),
                draft.gateId(),
                draft.movedFrom(),
                draft.direction(),
                draft.kind(),
                DataStage.of(draft.papers),
                physicalStage(draft),
                end,
                draft.arrivalSeen(),
                draft.active.arrivalConfirmed(),
                draft.enteredYard(),
                draft.leftYard(),
                draft.crossed(),
                eta(draft, end),
                draft.papers.covers(),
                draft.isSeen() ? draft.passage.sightings() : List.of(),
                discrepancies);
    }

    private PhysicalStage physicalStage(Draft draft) {
        return draft.isSeen()
                ? PhysicalStage.of(draft.passage, draft.movedTo() != null)
                : PhysicalStage.onTheWay(draft.gateId(), onTheWay());
    }

    private Eta eta(Draft draft, TripEnd end) {
        if (draft.isSeen() || draft.active.arrivalConfirmed() != null || end.at() != null) {
            return Eta.NONE;
        }
        Seen seen = awaits ? null : seenOnTheWay();
        awaits = true;
        return Eta.of(draft.active, draft.gateId(), seen, site, moment);
    }

    /** Where the truck was last, if it has not been at a gate since. */
    private Seen seenOnTheWay() {
        Seen seen = facts.seen();
        return seen == null || passages.nextSightingAfter(seen.at()) != null ? null : seen;
    }

    private List<Sighting> onTheWay() {
        return facts.sightings().stream()
                .filter(s -> !s.isCut() && s.isOnTheWay())
                .toList();
    }

    /** Those of the trip, and those of its whole journey without what they left behind at former gates. */
    private Papers allPapers(Draft draft) {
        List<Cover> covers = new ArrayList<>(draft.papers.covers());
        covers.addAll(ofJourney.getOrDefault(draft.journey, List.of()));
        return new Papers(covers);
    }

    /** When the truck was seen at a gate next, after it fell silent at this one. */
    private Instant seenAgain(Draft draft) {
        if (!draft.isSeen()) {
            return null;
        }
        Instant silent = draft.passage.all(Sighting::endedBySilence).stream()
                .map(Sighting::leftAt)
                .reduce(null, Times::latest);
        return silent == null ? null : passages.nextSightingAfter(silent);
    }
}
