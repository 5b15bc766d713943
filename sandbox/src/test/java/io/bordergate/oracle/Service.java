package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Section 3 of docs/gates.md: when one side of a gate is open, by hours, closures and the changes known. Immutable. */
record Service(Opening opening, List<StatusChange> changes, String side, ZoneId timeZone) {

    /** How far back an instant is looked for at which it was open. */
    private static final int LONGEST_CLOSURE_DAYS = 120;

    /** The changes may be of any side and in any order. */
    static Service of(Opening opening, List<StatusChange> known, String side, ZoneId timeZone) {
        List<StatusChange> changes = known.stream()
                .filter(change -> change.concerns(side))
                .sorted(StatusChange.IN_ORDER)
                .toList();
        return new Service(opening, changes, side, timeZone);
    }

    boolean isOpen(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, timeZone);
        Optional<StatusChange> last = changes.stream()
                .filter(change -> !change.eventTime().isAfter(at))
                .reduce((earlier, later) -> later);
        if (last.isPresent() && last.get().status().equals("CLOSED")) {
            return false;
        }
        return last.flatMap(StatusChange::hours)
                .map(hours -> hours.hold(local))
                .orElseGet(() -> opening.isOpen(local, side));
    }

    /** The time itself if it is open then, else the end of the last time it was; empty if that was long ago or never. */
    Optional<Instant> lastOpen(Instant at) {
        if (isOpen(at)) {
            return Optional.of(at);
        }
        TreeSet<Instant> turns = turns(at.minus(Duration.ofDays(LONGEST_CLOSURE_DAYS)), at);
        for (Instant turn = turns.lower(at); turn != null; turn = turns.lower(turn)) {
            if (isOpen(turn)) {
                return Optional.of(turns.higher(turn));
            }
        }
        return Optional.empty();
    }

    Duration openTime(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        TreeSet<Instant> turns = turns(from, to);
        for (Instant begin = from; begin.isBefore(to); begin = turns.higher(begin)) {
            if (isOpen(begin)) {
                open = open.plus(Duration.between(begin, turns.higher(begin)));
            }
        }
        return open;
    }

    /** Whether it is open at some time of a date. */
    boolean opensOn(LocalDate date) {
        return !openTime(instant(date, 0), instant(date.plusDays(1), 0)).isZero();
    }

    /** Until so much open time has passed; empty if that takes longer. */
    Optional<Duration> timeUntil(Instant from, Duration openTime, Duration longest) {
        TreeSet<Instant> turns = turns(from, from.plus(longest));
        Duration missing = openTime;
        for (Instant begin = from; begin.isBefore(turns.last()); begin = turns.higher(begin)) {
            Duration part = isOpen(begin) ? Duration.between(begin, turns.higher(begin)) : Duration.ZERO;
            if (part.compareTo(missing) >= 0) {
                return Optional.of(Duration.between(from, begin.plus(missing)));
            }
            missing = missing.minus(part);
        }
        return Optional.empty();
    }

    /** The latest instant between which and the end there is so much open time; there must be that much in 7 days. */
    Instant stretchBefore(Instant end, Duration openTime) {
        TreeSet<Instant> turns = turns(end.minus(Duration.ofDays(7)), end);
        Duration missing = openTime;
        Instant until = end;
        while (!missing.isZero()) {
            Instant begin = turns.lower(until);
            if (isOpen(begin)) {
                Duration part = Duration.between(begin, until);
                if (part.compareTo(missing) >= 0) {
                    return until.minus(missing);
                }
                missing = missing.minus(part);
            }
            until = begin;
        }
        return until;
    }

    /** From when on it was closed until then, but no earlier than a limit; then itself if it was open just before. */
    Instant closedSince(Instant then, Instant limit) {
        TreeSet<Instant> turns = turns(limit, then);
        Instant since = then;
        while (since.isAfter(limit) && !isOpen(turns.lower(since))) {
            since = turns.lower(since);
        }
        return since;
    }

    /** Both ends, and in between every instant at which it may open or close: between two of them nothing changes. */
    private TreeSet<Instant> turns(Instant from, Instant to) {
        TreeSet<Instant> turns = new TreeSet<>(List.of(from, to));
        LocalDate last = LocalDate.ofInstant(to, timeZone);
        for (LocalDate day = LocalDate.ofInstant(from, timeZone); !day.isAfter(last); day = day.plusDays(1)) {
            turns.add(instant(day, 0));
            for (Opening.Hours hours : opening.hours().orElse(List.of())) {
                turns.add(instant(day, hours.from()));
                turns.add(instant(day, hours.to()));
            }
            for (StatusChange change : changes) {
                if (change.hours().isPresent()) {
                    turns.add(instant(day, change.hours().get().from()));
                    turns.add(instant(day, change.hours().get().to()));
                }
            }
        }
        changes.forEach(change -> turns.add(change.eventTime()));
        return new TreeSet<>(turns.subSet(from, true, to, true));
    }

    private Instant instant(LocalDate day, int minute) {
        LocalDateTime time = minute == 24 * 60
                ? day.plusDays(1).atStartOfDay()
                : LocalDateTime.of(day, LocalTime.of(minute / 60, minute % 60));
        return time.atZone(timeZone).toInstant();
    }
}
