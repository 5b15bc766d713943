package io.bordergate.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Section 3 of docs/gates.md: when a gate is open by the site file alone, in local time. Without hours it is always
 * open; closures of some goods alone are left out, for the gate then is open. Immutable.
 */
record Opening(Optional<List<Hours>> hours, List<Closure> closures) {

    /** On these days of the week, in minutes of the day from one, inclusive, to another, exclusive. Immutable. */
    record Hours(Set<DayOfWeek> days, int from, int to) {

        static Hours everyDay(String from, String to) {
            return new Hours(EnumSet.allOf(DayOfWeek.class), minutes(from), minutes(to));
        }

        boolean hold(LocalDateTime time) {
            int minute = time.getHour() * 60 + time.getMinute();
            return days.contains(time.getDayOfWeek()) && minute >= from && minute < to;
        }

        private static int minutes(String time) {
            return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3, 5));
        }
    }

    /** From the beginning of one date to the end of another; without a side, of both; without goods, of all. Immutable. */
    record Closure(LocalDate from, LocalDate to, Optional<String> side, Optional<String> goods) {

        boolean holds(LocalDateTime time, String ofSide) {
            LocalDate date = time.toLocalDate();
            return side.map(ofSide::equals).orElse(true) && !date.isBefore(from) && !date.isAfter(to);
        }
    }

    static Opening of(JsonNode opening) {
        List<Closure> closures = new ArrayList<>();
        for (JsonNode closure : opening.path("closures")) {
            closures.add(new Closure(
                    LocalDate.parse(closure.path("from").asText()),
                    LocalDate.parse(closure.path("to").asText()),
                    text(closure, "side"),
                    text(closure, "goods")));
        }
        return new Opening(hours(opening.path("hours")), closures);
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
    }

    boolean isOpen(LocalDateTime time, String side) {
        boolean byHours =
                hours.map(all -> all.stream().anyMatch(some -> some.hold(time))).orElse(true);
        return byHours
                && closures.stream().noneMatch(closure -> closure.goods().isEmpty() && closure.holds(time, side));
    }

    private static Optional<List<Hours>> hours(JsonNode list) {
        if (!list.isArray()) {
            return Optional.empty();
        }
        List<Hours> hours = new ArrayList<>();
        for (JsonNode item : list) {
            Hours times =
                    Hours.everyDay(item.path("from").asText(), item.path("to").asText());
            hours.add(new Hours(days(item.path("days").asText()), times.from(), times.to()));
        }
        return Optional.of(hours);
    }

    /** Such as {@code MON-WED,SAT}. */
    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            DayOfWeek day = day(ends[0]);
            days.add(day);
            while (day != day(ends[ends.length - 1])) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(name.strip().toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException("no day of the week: " + name);
    }
}
