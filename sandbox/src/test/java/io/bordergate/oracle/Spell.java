package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Section 1: a time through which a declaration says one value, from {@code from} on and until just before
 * {@code until}; {@link Instant#MIN} and {@link Instant#MAX} where it has no beginning or no end. Immutable.
 */
record Spell(String value, Instant from, Instant until) {

    /** Without gaps, the oldest first; none if no milestone gives a value. */
    static List<Spell> of(List<Milestone> oldestFirst, Function<Content, Optional<String>> value) {
        List<Spell> spells = new ArrayList<>();
        for (Milestone milestone : oldestFirst) {
            value.apply(milestone.content()).ifPresent(given -> say(given, milestone.eventTime(), spells));
        }
        List<Spell> joined = new ArrayList<>();
        spells.stream().filter(spell -> spell.from.isBefore(spell.until)).forEach(spell -> join(spell, joined));
        return joined;
    }

    private static void say(String value, Instant at, List<Spell> spells) {
        if (spells.isEmpty()) {
            spells.add(new Spell(value, at, Instant.MAX));
            return;
        }
        int last = spells.size() - 1;
        Spell before = spells.get(last);
        if (!before.value.equals(value)) {
            spells.set(last, new Spell(before.value, before.from, at));
            spells.add(new Spell(value, at, Instant.MAX));
        }
    }

    /** Neighbours that say the same are one; the first has no beginning. */
    private static void join(Spell spell, List<Spell> joined) {
        int last = joined.size() - 1;
        if (joined.isEmpty()) {
            joined.add(new Spell(spell.value, Instant.MIN, spell.until));
        } else if (joined.get(last).isOf(spell.value)) {
            joined.set(last, new Spell(spell.value, joined.get(last).from, spell.until));
        } else {
            joined.add(spell);
        }
    }

    boolean isOf(String other) {
        return value.equals(other);
    }

    boolean holdsAt(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /** Whether it holds at some moment from {@code begin} on and before {@code end}. */
    boolean overlaps(Instant begin, Instant end) {
        return Lateness.later(from, begin).isBefore(until.isBefore(end) ? until : end);
    }
}
