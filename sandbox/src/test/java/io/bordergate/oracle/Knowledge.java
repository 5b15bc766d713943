package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was known of all trucks and gates at a time that only moves on: from the lines received until then, by the clock
 * at that time. Not thread-safe.
 */
final class Knowledge {

    private final Site site;
    private final Deque<Received> toCome;
    private final Map<String, Arrivals> fixes = new HashMap<>();
    private final Map<String, List<Milestone>> milestones = new HashMap<>();
    private final Map<String, List<Cover>> coversByDeclaration = new TreeMap<>();
    private final Map<String, Approach> approaches = new HashMap<>();
    private final Map<String, KnownTruck> trucks = new TreeMap<>();
    private final Map<String, List<StatusChange>> statuses = new HashMap<>();
    private final TreeMap<String, Instant> firstFacts = new TreeMap<>();
    private Set<String> changed = new HashSet<>();

    Knowledge(List<Received> inOrder, Site site) {
        this.toCome = new ArrayDeque<>(inOrder);
        this.site = site;
    }

    /** Gates of the site of which anything is known, and since when; a gate that it does not name has no figures. */
    Map<String, Instant> firstFacts() {
        return firstFacts;
    }

    Collection<KnownTruck> trucks() {
        return trucks.values();
    }

    List<StatusChange> statuses(String gate) {
        return statuses.getOrDefault(gate, List.of());
    }

    /** Whether any truck may be another than before. */
    boolean moveTo(Instant time) {
        boolean isNews = false;
        while (!toCome.isEmpty() && !toCome.peekFirst().at().isAfter(time)) {
            Instant at = toCome.peekFirst().at();
            while (!toCome.isEmpty() && toCome.peekFirst().at().equals(at)) {
                take(toCome.removeFirst());
            }
            isNews |= !changed.isEmpty();
            changed.forEach(truck -> conclude(truck, at));
            changed = new HashSet<>();
        }
        for (String truck : List.copyOf(trucks.keySet())) {
            if (!trucks.get(truck).holdsAt(time)) {
                conclude(truck, time);
                isNews = true;
            }
        }
        return isNews;
    }

    private void take(Received received) {
        received.fix().ifPresent(fix -> {
            fixes.computeIfAbsent(fix.truck(), truck -> new Arrivals(site)).take(fix);
            changed.add(fix.truck());
        });
        received.milestone().ifPresent(this::take);
        received.status().ifPresent(status -> {
            statuses.computeIfAbsent(status.gate(), gate -> new ArrayList<>()).add(status);
            firstFacts.putIfAbsent(status.gate(), received.at());
        });
    }

    private void take(Milestone milestone) {
        String declaration = milestone.declaration();
        List<Milestone> known = milestones.computeIfAbsent(declaration, id -> new ArrayList<>());
        known.add(milestone);
        List<Cover> covers = Milestones.declarations(known, site).stream()
                .flatMap(one -> one.covers().stream())
                .toList();
        List<Cover> before = coversByDeclaration.put(declaration, covers);
        covers.forEach(cover -> changed.add(cover.truck()));
        if (before != null) {
            before.forEach(cover -> changed.add(cover.truck()));
        }
    }

    private void conclude(String truck, Instant clock) {
        List<Step> steps = fixes.containsKey(truck) ? fixes.get(truck).steps() : List.of();
        List<Cover> covers = coversByDeclaration.values().stream()
                .flatMap(List::stream)
                .filter(cover -> cover.truck().equals(truck))
                .toList();
        Approach approach = approaches.computeIfAbsent(truck, id -> new Approach(id, site));
        KnownTruck known = KnownTruck.of(truck, steps, covers, approach.lastOnItsWay(steps, clock), site, clock);
        trucks.put(truck, known);
        known.gates().stream().filter(site.gates()::contains).forEach(gate -> firstFacts.putIfAbsent(gate, clock));
    }
}
