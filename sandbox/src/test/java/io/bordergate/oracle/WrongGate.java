package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Section 5: the times at which all that is declared of a truck at a gate is another gate. Not thread-safe; used once.
 */
final class WrongGate {

    private final String gate;
    private final Instant arrival;
    private final List<Cover> active;

    private WrongGate(Passage passage, List<Cover> active) {
        this.gate = passage.gate();
        this.arrival = passage.arrival();
        this.active = active;
    }

    /** From its opening, if it ever opens, until it is over, if it ever is. Immutable. */
    record Time(Optional<Instant> opened, Optional<Instant> closed) {}

    /** In their order; a truck that was right to be there has {@code moveWithin} to leave, for ever if there is none. */
    static List<Time> times(Passage passage, List<Cover> allActive, Optional<Duration> moveWithin) {
        return new WrongGate(passage, allActive).times(moveWithin);
    }

    private List<Time> times(Optional<Duration> moveWithin) {
        List<Time> times = new ArrayList<>();
        Optional<Time> current = Optional.empty();
        boolean wasRight = false;
        for (Instant at : changes()) {
            boolean isRight = active.stream().anyMatch(cover -> cover.says(gate, at));
            boolean isWrong = !isRight && active.stream().anyMatch(cover -> cover.isDeclaredAt(at));
            if (isWrong && current.isEmpty()) {
                Optional<Instant> opened = wasRight ? moveWithin.map(at::plus) : Optional.of(at);
                current = Optional.of(new Time(opened, Optional.empty()));
            } else if (!isWrong && current.isPresent()) {
                times.add(new Time(current.get().opened(), Optional.of(at)));
                current = Optional.empty();
            }
            wasRight = isRight;
        }
        current.ifPresent(times::add);
        return times;
    }

    /** The arrival, and all moments after it at which what is said may change. */
    private Set<Instant> changes() {
        TreeSet<Instant> changes = new TreeSet<>();
        for (Cover cover : active) {
            changes.add(cover.declaredAt());
            cover.gates().forEach(spell -> changes.add(spell.from()));
        }
        changes.add(arrival);
        return changes.tailSet(arrival, true);
    }
}
