package io.bordergate.sitefile;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.domain.site.ClosedDays;
import io.bordergate.domain.site.Hours;
import io.bordergate.domain.site.WeekHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads when a gate is open: its hours by day of the week, and the days on which it is closed. Not thread-safe. */
final class OpeningReader {
    private final Faults faults;
    private final Values values;

    OpeningReader(Faults faults, Values values) {
        this.faults = faults;
        this.values = values;
    }

    /** Always open if the file names no hours. */
    WeekHours hours(JsonNode opening, String where) {
        JsonNode hours = opening.path("hours");
        if (hours.isMissingNode() || hours.isNull()) {
            return WeekHours.ALWAYS;
        }
        if (!hours.isArray() || hours.isEmpty()) {
            faults.add(
                    where, "has opening hours " + hours + ", which are no list; leave them out if it is always open");
        }
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        for (JsonNode entry : hours) {
            readHours(entry, days, where);
        }
        return WeekHours.of(days);
    }

    private void readHours(JsonNode entry, Map<DayOfWeek, List<Hours>> days, String where) {
        values.onlyNames(entry, Set.of("days", "from", "to"), where, "opening hours with");
        try {
            Set<DayOfWeek> on = days(entry.path("days").asText());
            Hours hours = Hours.of(entry.path("from").asText(), entry.path("to").asText());
            on.forEach(
                    day -> days.computeIfAbsent(day, any -> new ArrayList<>()).add(hours));
        } catch (DateTimeException e) {
            faults.add(where, "has opening hours " + entry + ": " + e.getMessage());
        }
    }

    /** Days and stretches of days: {@code MON-FRI,SUN}. */
    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.trim().split("-", 2);
            DayOfWeek last = day(ends[ends.length - 1]);
            for (DayOfWeek day = day(ends[0]); day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equals(text)) {
                return day;
            }
        }
        throw new DateTimeException("'" + text + "' is none of MON, TUE, WED, THU, FRI, SAT, SUN");
    }

    List<ClosedDays> closures(JsonNode opening, String where) {
        JsonNode closures = opening.path("closures");
        if (!closures.isMissingNode() && !closures.isNull() && !closures.isArray()) {
            faults.add(where, "has closures " + closures + ", which are no list");
        }
        List<ClosedDays> all = new ArrayList<>();
        for (JsonNode entry : closures) {
            readClosure(entry, all, where);
        }
        return all;
    }

    private void readClosure(JsonNode entry, List<ClosedDays> all, String where) {
        values.onlyNames(entry, Set.of("from", "to", "side", "goods", "reason"), where, "a closure with");
        String side = oneOf(entry, "side", Set.of("EXPORT", "IMPORT"), where);
        String goods = oneOf(entry, "goods", ClosedDays.GOODS, where);
        try {
            LocalDate first = LocalDate.parse(entry.path("from").asText());
            LocalDate last = LocalDate.parse(entry.path("to").asText());
            if (first.isAfter(last)) {
                throw new DateTimeException("it ends before it begins");
            }
            boolean exports = !"IMPORT".equals(side);
            boolean imports = !"EXPORT".equals(side);
            all.add(new ClosedDays(first, last, exports, imports, goods, text(entry, "reason")));
        } catch (DateTimeException e) {
            faults.add(where, "has a closure " + entry + ": " + e.getMessage());
        }
    }

    private String oneOf(JsonNode entry, String name, Set<String> words, String where) {
        String word = text(entry, name);
        if (word != null && !words.contains(word)) {
            faults.add(
                    where, "has a closure with " + name + " '" + word + "', which is none of " + new TreeSet<>(words));
        }
        return word;
    }

    private static String text(JsonNode entry, String name) {
        JsonNode text = entry.path(name);
        return text.isMissingNode() || text.isNull() ? null : text.asText();
    }
}
