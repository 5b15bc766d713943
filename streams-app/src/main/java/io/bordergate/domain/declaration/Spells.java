package io.bordergate.domain.declaration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a declaration said over time of one thing that may be amended, its gate or its yard: each value holds until the
 * next; the first from the beginning, the last without end. Immutable.
 *
 * @param former values that held before the last, in order of time
 * @param last value that holds since; null if there never was one
 */
public record Spells(List<Former> former, String last) {

    /**
     * A value that was amended. Immutable.
     *
     * @param value what was said
     * @param until when something else was said
     */
    public record Former(String value, Instant until) {}

    public Spells {
        former = List.copyOf(former);
    }

    /** Of one value that was never amended. */
    public static Spells always(String value) {
        return new Spells(List.of(), value);
    }

    /** What the milestones say, the oldest first. One that says nothing leaves what was said. */
    static Spells of(List<Milestone> oldestFirst, Function<Milestone, String> says) {
        List<Former> former = new ArrayList<>();
        String last = null;
        Instant since = null;
        for (Milestone milestone : oldestFirst) {
            String value = says.apply(milestone);
            if (value == null || value.equals(last)) {
                continue;
            }
            if (last != null && since.isBefore(milestone.at())) {
                former.add(new Former(last, milestone.at()));
            }
            last = value;
            since = milestone.at();
            dropIfSaidAgain(former, last);
        }
        return new Spells(former, last);
    }

    /** What came between two that say the same held for no time. */
    private static void dropIfSaidAgain(List<Former> former, String value) {
        int newest = former.size() - 1;
        if (newest >= 0 && former.get(newest).value().equals(value)) {
            former.remove(newest);
        }
    }

    /** What was said at a moment; null if nothing ever was. */
    public String at(Instant time) {
        return former.stream()
                .filter(spell -> time.isBefore(spell.until()))
                .map(Former::value)
                .findFirst()
                .orElse(last);
    }

    /** All that was said at one moment, or later before another, null for without end. */
    public List<String> during(Instant from, Instant to) {
        List<String> values = new ArrayList<>();
        Instant began = Instant.MIN;
        for (Former spell : former) {
            if (spell.until().isAfter(from) && beginsIn(began, from, to)) {
                values.add(spell.value());
            }
            began = spell.until();
        }
        if (last != null && beginsIn(began, from, to)) {
            values.add(last);
        }
        return values;
    }

    private static boolean beginsIn(Instant began, Instant from, Instant to) {
        return !began.isAfter(from) || to == null || began.isBefore(to);
    }
}
