package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Section 3, a gate that was amended: what earlier passages of its journey have of a cover, and what is left to the
 * passage to which it belongs. Not thread-safe; used once.
 */
final class FormerCovers {

    private final Cover cover;
    private final List<Spell> former;
    private final List<Confirmation> left;

    private FormerCovers(Cover cover) {
        this.cover = cover;
        this.former = cover.gates().subList(0, Math.max(0, cover.gates().size() - 1));
        this.left = new ArrayList<>(cover.confirmations());
    }

    /** One for each of the passages up to its own, which comes last; empty where a passage has none. */
    static List<Optional<Cover>> of(Cover cover, List<Passage> upToItsOwn) {
        FormerCovers covers = new FormerCovers(cover);
        List<Optional<Cover>> each = new ArrayList<>();
        for (Passage earlier : upToItsOwn.subList(0, upToItsOwn.size() - 1)) {
            each.add(covers.at(earlier, earlier.next().orElseThrow()));
        }
        each.add(Optional.of(cover.with(covers.left)));
        return each;
    }

    private Optional<Cover> at(Passage passage, Instant next) {
        List<Spell> ofGate =
                former.stream().filter(spell -> spell.isOf(passage.gate())).toList();
        Optional<Instant> end = ofGate.stream()
                .filter(spell -> spell.overlaps(passage.arrival(), next))
                .map(Spell::until)
                .max(Comparator.naturalOrder());
        if (end.isEmpty() || !cover.declaredAt().isBefore(next)) {
            return Optional.empty();
        }
        List<Confirmation> taken = left.stream()
                .filter(confirmation -> confirmation.isPhysical()
                        && confirmation.at().isBefore(next)
                        && ofGate.stream().anyMatch(spell -> spell.holdsAt(confirmation.at())))
                .toList();
        left.removeAll(taken);
        Optional<Instant> cancelledAt = cover.cancelledAt().filter(end.get()::isAfter);
        return Optional.of(cover.former(passage.gate(), cancelledAt, taken));
    }
}
