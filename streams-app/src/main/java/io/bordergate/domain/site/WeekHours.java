package io.bordergate.domain.site;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** When a gate is open by day of the week, in the site's time; a day that is not named is closed. Immutable. */
public final class WeekHours {
    public static final WeekHours ALWAYS = everyDay(Hours.ALL_DAY);

    private final Map<DayOfWeek, List<Hours>> days;

    private WeekHours(Map<DayOfWeek, List<Hours>> days) {
        this.days = days;
    }

    /** Hours may overlap, and come in any order. */
    public static WeekHours of(Map<DayOfWeek, List<Hours>> days) {
        Map<DayOfWeek, List<Hours>> joined = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, hours) -> joined.put(day, joined(hours)));
        return new WeekHours(Collections.unmodifiableMap(joined));
    }

    public static WeekHours everyDay(Hours hours) {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, List.of(hours));
        }
        return of(days);
    }

    private static List<Hours> joined(List<Hours> hours) {
        List<Hours> joined = new ArrayList<>();
        for (Hours next :
                hours.stream().sorted(Comparator.comparing(Hours::from)).toList()) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).meets(next)) {
                joined.set(last, joined.get(last).and(next));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }

    /** In order, apart from each other; none if the day is closed. */
    public List<Hours> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeekHours hours && days.equals(hours.days);
    }

    @Override
    public int hashCode() {
        return days.hashCode();
    }

    @Override
    public String toString() {
        return days.toString();
    }
}
