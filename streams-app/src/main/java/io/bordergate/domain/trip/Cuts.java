package io.bordergate.domain.trip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts of crossing lines without those that a truck standing near the line makes by jitter. */
final class Cuts {
    /** Nobody crosses a border and comes back within this. */
    private static final Duration JITTER = Duration.ofMinutes(10);

    private Cuts() {}

    /** A cut soon after one in the other direction takes it back. */
    static List<Sighting> withoutJitter(List<Sighting> cuts) {
        Map<String, List<Sighting>> kept = new HashMap<>();
        cuts.stream()
                .sorted(Comparator.comparing(Sighting::beginning)
                        .thenComparing(cut -> cut.place().id()))
                .forEach(cut -> add(cut, kept.computeIfAbsent(cut.gateId(), gate -> new ArrayList<>())));
        return kept.values().stream().flatMap(List::stream).toList();
    }

    private static void add(Sighting cut, List<Sighting> kept) {
        Sighting last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
        if (last != null
                && last.direction() != cut.direction()
                && cut.beginning().isBefore(last.beginning().plus(JITTER))) {
            kept.remove(kept.size() - 1);
        } else {
            kept.add(cut);
        }
    }
}
