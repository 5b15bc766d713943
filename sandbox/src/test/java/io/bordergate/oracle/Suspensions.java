package io.bordergate.oracle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Section 3 of docs/gates.md: which goods one side of a gate does not take, by closures and changes that name goods.
 * Immutable.
 */
record Suspensions(Opening opening, List<StatusChange> changes, String side, ZoneId timeZone) {

    /** The changes may be of any side and in any order. */
    static Suspensions of(Opening opening, List<StatusChange> known, String side, ZoneId timeZone) {
        List<StatusChange> changes = known.stream()
                .filter(change -> change.side().map(side::equals).orElse(true)
                        && !change.status().equals("UNKNOWN"))
                .sorted(StatusChange.IN_ORDER)
                .toList();
        return new Suspensions(opening, changes, side, timeZone);
    }

    Set<String> at(Instant time) {
        Set<String> suspended = new TreeSet<>();
        Stream.concat(
                        opening.closures().stream().flatMap(closure -> closure.goods().stream()),
                        changes.stream().flatMap(change -> change.goods().stream()))
                .filter(goods -> isByChange(goods, time) || isByClosure(goods, time))
                .forEach(suspended::add);
        return suspended;
    }

    private boolean isByChange(String goods, Instant time) {
        return saying(goods, Instant.MIN, time)
                .reduce((earlier, later) -> later)
                .filter(last -> !last.status().equals("OPEN"))
                .isPresent();
    }

    private boolean isByClosure(String goods, Instant time) {
        LocalDateTime local = LocalDateTime.ofInstant(time, timeZone);
        return opening.closures().stream()
                .filter(closure -> closure.goods().filter(goods::equals).isPresent() && closure.holds(local, side))
                .map(closure -> closure.from().atStartOfDay(timeZone).toInstant())
                .anyMatch(begin -> saying(goods, begin, time)
                        .noneMatch(change -> change.status().equals("OPEN")));
    }

    /** The changes that say something of these goods: that they are suspended, or no more, be it with all others. */
    private Stream<StatusChange> saying(String goods, Instant from, Instant until) {
        return changes.stream()
                .filter(change -> !change.eventTime().isBefore(from)
                        && !change.eventTime().isAfter(until))
                .filter(change ->
                        change.goods().map(goods::equals).orElse(change.status().equals("OPEN")));
    }
}
