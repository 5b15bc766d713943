package io.bordergate.domain.trip;

import io.bordergate.domain.declaration.Confirmation;
import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.declaration.Spells;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A declaration whose gate was amended while the truck was on its way between gates: each passage of the journey keeps what
 * was declared for its gate and confirmed there. Not thread-safe.
 */
final class FormerCovers {
    private final Cover cover;
    private final Journey journey;
    private final List<Confirmation> left;
    private final Map<Passage, Cover> parts = new LinkedHashMap<>();

    private FormerCovers(Cover cover, Journey journey) {
        this.cover = cover;
        this.journey = journey;
        this.left = new ArrayList<>(cover.confirmations());
    }

    /** What of the declaration belongs to which passage, if the whole belongs to this one. */
    static Map<Passage, Cover> split(Cover cover, Journey journey, Passage own) {
        if (cover.gates().former().isEmpty()) {
            return Map.of(own, cover);
        }
        var split = new FormerCovers(cover, journey);
        for (Passage passage : journey.passages()) {
            if (passage.equals(own)) {
                break;
            }
            split.leaveAt(passage);
        }
        split.parts.put(own, cover.confirmedBy(split.left));
        return split.parts;
    }

    private void leaveAt(Passage passage) {
        Instant moved = journey.after(passage).arrival();
        Instant until = until(passage, moved);
        if (until == null || !cover.declaredAt().isBefore(moved)) {
            return;
        }
        List<Confirmation> there = left.stream()
                .filter(each ->
                        each.type().isPhysical() && each.at().isBefore(moved) && wasSaid(passage.gateId(), each.at()))
                .toList();
        left.removeAll(there);
        boolean cancelledThere =
                cover.cancelledAt() != null && cover.cancelledAt().isBefore(until);
        parts.put(passage, cover.former(passage.gateId(), cancelledThere ? cover.cancelledAt() : null, there));
    }

    /** Until when the declaration was for the gate while the truck was there; null if it never was. */
    private Instant until(Passage passage, Instant moved) {
        Instant until = null;
        Instant began = Instant.MIN;
        for (Spells.Former spell : cover.gates().former()) {
            boolean overlaps = began.isBefore(moved)
                    && spell.until().isAfter(passage.arrival())
                    && passage.arrival().isBefore(moved);
            if (overlaps && spell.value().equals(passage.gateId())) {
                until = spell.until();
            }
            began = spell.until();
        }
        return until;
    }

    /** Whether the declaration was for the gate then, and not for good. */
    private boolean wasSaid(String gateId, Instant time) {
        return cover.gates().former().stream()
                .filter(spell -> time.isBefore(spell.until()))
                .findFirst()
                .filter(spell -> spell.value().equals(gateId))
                .isPresent();
    }
}
