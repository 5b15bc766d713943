package io.bordergate.domain.trip;

import io.bordergate.domain.declaration.Cover;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The times through which a truck is at one gate while its declarations say others. Immutable. */
final class WrongGate {
    private final String gateId;
    private final List<Cover> covers;
    private final List<Instant> changes;

    /**
     * One such time. Immutable.
     *
     * @param from its beginning
     * @param to its end; null while it lasts
     * @param amended whether it began because the gate was right and was amended
     */
    record Time(Instant from, Instant to, boolean amended) {
        /** A truck whose gate is amended must be given time to go there. */
        Instant opened(Duration moveWithin) {
            return amended ? from.plus(moveWithin) : from;
        }
    }

    /** Of a truck that is at the gate from its arrival on until the end of its trip, null if it has none. */
    WrongGate(String gateId, Instant arrival, Instant end, List<Cover> covers) {
        this.gateId = gateId;
        this.covers = covers;
        var times = new TreeSet<Instant>();
        for (Cover cover : covers) {
            times.add(cover.declaredAt());
            cover.gates().former().forEach(spell -> times.add(spell.until()));
        }
        times.removeIf(time -> !time.isAfter(arrival) || (end != null && !time.isBefore(end)));
        times.add(arrival);
        changes = List.copyOf(times);
    }

    /** In order. */
    List<Time> times() {
        List<Time> times = new ArrayList<>();
        Instant from = null;
        boolean amended = false;
        boolean right = false;
        for (Instant change : changes) {
            boolean wrong = isWrong(change);
            if (from != null && !wrong) {
                times.add(new Time(from, change, amended));
                from = null;
            } else if (from == null && wrong) {
                from = change;
                amended = right;
            }
            right = isSaid(change);
        }
        if (from != null) {
            times.add(new Time(from, null, amended));
        }
        return times;
    }

    /** What a declaration says at a moment when none says this gate. */
    String saidInstead(Instant time) {
        return covers.stream()
                .filter(cover -> isDeclared(cover, time))
                .findFirst()
                .map(cover -> cover.gates().at(time))
                .orElseThrow();
    }

    private boolean isWrong(Instant time) {
        return covers.stream().anyMatch(cover -> isDeclared(cover, time)) && !isSaid(time);
    }

    private boolean isSaid(Instant time) {
        return covers.stream().filter(cover -> isDeclared(cover, time)).anyMatch(cover -> {
            String said = cover.gates().at(time);
            return said == null || said.equals(gateId);
        });
    }

    private static boolean isDeclared(Cover cover, Instant time) {
        return !cover.declaredAt().isAfter(time);
    }
}
