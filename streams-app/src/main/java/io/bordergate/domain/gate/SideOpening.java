package io.bordergate.domain.gate;

import io.bordergate.domain.site.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** When one side of a gate is open. Looks at whole days, never at single minutes. Immutable. */
final class SideOpening {
    /** No gate is closed for longer and then says what it cleared before. */
    private static final int LOOK_BACK_DAYS = 366;

    private final Calendar calendar;
    /** All that are for this side, in order. */
    private final List<StatusChange> changes;
    /** Those that are for all goods, by when they begin to hold. */
    private final NavigableMap<Instant, Rule> rules = new TreeMap<>();

    /** What holds from a change on; hours of its own, or null for those of the calendar. */
    private record Rule(Status status, List<Hours> hours) {}

    SideOpening(Calendar calendar, List<StatusChange> ofSide) {
        this.calendar = calendar;
        this.changes = ofSide.stream()
                .sorted(Comparator.comparing(StatusChange::at).thenComparing(StatusChange::receivedAt))
                .toList();
        for (StatusChange change : changes) {
            if (change.goods() == null) {
                Hours hours = change.hours();
                rules.put(change.at(), new Rule(change.status(), hours == null ? null : List.of(hours)));
            }
        }
    }

    boolean isOpen(Instant t) {
        return openOn(calendar.dateOf(t)).stream().anyMatch(span -> span.contains(t));
    }

    LocalDate dateOf(Instant t) {
        return calendar.dateOf(t);
    }

    boolean opensOn(LocalDate date) {
        return !openOn(date).isEmpty();
    }

    boolean isReduced(Instant t) {
        Map.Entry<Instant, Rule> rule = rules.floorEntry(t);
        return rule != null && rule.getValue().status() == Status.REDUCED;
    }

    Set<String> suspended(Instant t) {
        Set<String> suspended = new TreeSet<>();
        for (var days : calendar.suspensionsOn(calendar.dateOf(t))) {
            Instant begin = calendar.beginningOf(days.first());
            boolean freed = changes.stream()
                    .anyMatch(change -> change.frees(days.goods())
                            && !change.at().isBefore(begin)
                            && !change.at().isAfter(t));
            if (!freed) {
                suspended.add(days.goods());
            }
        }
        suspended.addAll(suspendedByChange(t));
        return Collections.unmodifiableSet(suspended);
    }

    private Set<String> suspendedByChange(Instant t) {
        Set<String> suspended = new TreeSet<>();
        for (StatusChange change : changes) {
            if (change.at().isAfter(t)) {
                break;
            }
            suspended.removeIf(change::frees);
            if (change.goods() != null && change.status() != Status.OPEN) {
                suspended.add(change.goods());
            }
        }
        return suspended;
    }

    Duration openTime(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = calendar.dateOf(to);
        for (LocalDate date = calendar.dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (Span open : openOn(date)) {
                sum = sum.plus(open.within(from, to).length());
            }
        }
        return sum;
    }

    /** The earliest moment by which it was open for so long; null if that is beyond a limit. */
    Instant afterOpenTime(Instant from, Duration wanted, Duration limit) {
        Instant end = from.plus(limit);
        LocalDate last = calendar.dateOf(end);
        Duration missing = wanted;
        for (LocalDate date = calendar.dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (Span day : openOn(date)) {
                Span open = day.within(from, end);
                if (open.length().compareTo(missing) >= 0) {
                    return open.from().plus(missing);
                }
                missing = missing.minus(open.length());
            }
        }
        return null;
    }

    /** The latest stretch up to an end that holds so much open time; at most so long, and then with less; null without any. */
    OpenStretch latestStretch(Instant end, Duration wanted, Duration longest) {
        Instant earliest = end.minus(longest);
        LocalDate first = calendar.dateOf(earliest);
        Duration held = Duration.ZERO;
        for (LocalDate date = calendar.dateOf(end); !date.isBefore(first); date = date.minusDays(1)) {
            List<Span> spans = openOn(date);
            for (int i = spans.size() - 1; i >= 0; i--) {
                Span open = spans.get(i).within(earliest, end);
                Duration missing = wanted.minus(held);
                if (open.length().compareTo(missing) >= 0) {
                    return new OpenStretch(new Window(open.to().minus(missing), end), wanted);
                }
                held = held.plus(open.length());
            }
        }
        return held.isZero() ? null : new OpenStretch(new Window(earliest, end), held);
    }

    /** The same stretch with the closed time before it, as far as it lies in the last so long. */
    OpenStretch withClosedTimeBefore(OpenStretch stretch, Duration lastSoLong) {
        Window window = stretch.window();
        Instant earliest = window.end().minus(lastSoLong);
        if (!window.begin().isAfter(earliest)) {
            return stretch;
        }
        Instant open = lastOpen(window.begin());
        Instant begin = open == null || open.isBefore(earliest) ? earliest : open;
        return new OpenStretch(new Window(begin, window.end()), stretch.openTime());
    }

    /** The end of the time that it was open last; null if it was not for very long. */
    Instant lastOpen(Instant before) {
        LocalDate date = calendar.dateOf(before);
        for (int day = 0; day < LOOK_BACK_DAYS; day++) {
            List<Span> spans = openOn(date.minusDays(day));
            for (int i = spans.size() - 1; i >= 0; i--) {
                Span open = spans.get(i).within(Instant.MIN, before);
                if (!open.isEmpty()) {
                    return open.to();
                }
            }
        }
        return null;
    }

    /** In order; each within one stretch of time through which one rule holds. */
    private List<Span> openOn(LocalDate date) {
        Instant end = calendar.beginningOf(date.plusDays(1));
        Instant from = calendar.beginningOf(date);
        Map.Entry<Instant, Rule> before = rules.floorEntry(from);
        Rule rule = before == null ? null : before.getValue();
        List<Span> open = new ArrayList<>();
        for (var change : rules.subMap(from, false, end, false).entrySet()) {
            add(open, date, rule, from, change.getKey());
            from = change.getKey();
            rule = change.getValue();
        }
        add(open, date, rule, from, end);
        return open;
    }

    private void add(List<Span> open, LocalDate date, Rule rule, Instant from, Instant to) {
        for (Hours part : hours(rule, date)) {
            Span span = calendar.span(date, part).within(from, to);
            if (!span.isEmpty()) {
                open.add(span);
            }
        }
    }

    private List<Hours> hours(Rule rule, LocalDate date) {
        if (rule != null && rule.status() == Status.CLOSED) {
            return List.of();
        }
        return rule == null || rule.hours() == null ? calendar.hoursOn(date) : rule.hours();
    }
}
