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
        return spells.stream().filter(spell -> spell.from.isBefore(spell.until)).toList();
    }

    private static void say(String value, Instant at, List<Spell> spells) {
        if (spells.isEmpty()) {
            spells.add(new Spell(value, Instant.MIN, Instant.MAX));
            return;
        }
        int last = spells.size() - 1;
        Spell before = spells.get(last);
        if (!before.value.equals(value)) {
            spells.set(last, new Spell(before.value, before.from, at));
            spells.add(new Spell(value, at, Instant.MAX));
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
