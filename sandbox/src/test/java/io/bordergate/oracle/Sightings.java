package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Section 2: all sightings of one truck in their order, without jitter, and the gates that it is approaching,
 * and the buffers in which it stands. Immutable.
 */
record Sightings(List<Sighting> inOrder, Set<String> approached, Set<String> buffers) {

    private static final Duration JITTER = Duration.ofMinutes(10);
    private static final List<String> APPROACHES = List.of("approach", "buffer");

    static Sightings none() {
        return new Sightings(List.of(), Set.of(), Set.of());
    }

    static Sightings of(Track track, Site site, Optional<Instant> clock) {
        List<Sighting> sightings = new ArrayList<>(withoutJitter(cuts(track, site)));
        Set<String> approached = new TreeSet<>();
        Set<String> buffers = new TreeSet<>();
        for (Zone zone : site.zones()) {
            if (zone.gate().isPresent()) {
                String gate = zone.gate().get();
                List<Stay> visits = Presence.of(track, zone, clock).visits();
                kind(zone).ifPresent(kind -> visits.forEach(visit -> sightings.add(Sighting.of(visit, kind, gate))));
                boolean isThere =
                        visits.stream().anyMatch(visit -> visit.leftAt().isEmpty());
                if (isThere && APPROACHES.contains(zone.kind())) {
                    approached.add(gate);
                }
                if (isThere && zone.kind().equals("buffer")) {
                    buffers.add(zone.id());
                }
            }
        }
        sightings.sort(Sighting.IN_ORDER);
        return new Sightings(sightings, approached, buffers);
    }

    private static Optional<Sighting.Kind> kind(Zone zone) {
        return switch (zone.kind()) {
            case "gate" -> Optional.of(Sighting.Kind.GATE);
            case "yard" -> Optional.of(Sighting.Kind.YARD);
            case "crossing" -> Optional.of(Sighting.Kind.CROSSING);
            default -> Optional.empty();
        };
    }

    private static List<Sighting> cuts(Track track, Site site) {
        List<Sighting> cuts = new ArrayList<>();
        for (CrossingLine line : site.lines()) {
            line.gate().ifPresent(gate -> Crossings.cuts(track, line).forEach(cut -> cuts.add(Sighting.of(cut, gate))));
        }
        return cuts;
    }

    /** A cut soon after the last one kept of the same gate, but back, undoes both. */
    static List<Sighting> withoutJitter(List<Sighting> cuts) {
        TreeMap<String, List<Sighting>> keptByGate = new TreeMap<>();
        List<Sighting> inOrder = new ArrayList<>(cuts);
        inOrder.sort(Comparator.comparing(Sighting::begin).thenComparing(Sighting::place));
        for (Sighting cut : inOrder) {
            List<Sighting> kept = keptByGate.computeIfAbsent(cut.gate(), gate -> new ArrayList<>());
            int last = kept.size() - 1;
            if (last >= 0 && isBack(kept.get(last), cut)) {
                kept.remove(last);
            } else {
                kept.add(cut);
            }
        }
        return keptByGate.values().stream().flatMap(List::stream).toList();
    }

    private static boolean isBack(Sighting before, Sighting cut) {
        Duration apart = Duration.between(before.begin(), cut.begin());
        return before.kind() != cut.kind() && apart.compareTo(JITTER) < 0;
    }
}
