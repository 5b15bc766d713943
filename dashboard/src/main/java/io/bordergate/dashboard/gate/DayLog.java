package io.bordergate.dashboard.gate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The daily tables of all gates, of each the highest revision. Not thread-safe; its lists are immutable. */
public final class DayLog {
    private static final Comparator<GateDay> NEWEST_FIRST =
            Comparator.comparing(GateDay::date).reversed().thenComparing(GateDay::gateId);

    private final Map<String, GateDay> days = new HashMap<>();
    private List<GateDay> sorted;

    /** A table; of two of one day the one with the higher revision holds. */
    public void put(GateDay day) {
        days.merge(key(day), day, (had, came) -> came.revision() >= had.revision() ? came : had);
        sorted = null;
    }

    /** A table that was deleted from the topic. */
    public void remove(String key) {
        days.remove(key);
        sorted = null;
    }

    /** The newest day first, then by gate; the same list until something changes. */
    public List<GateDay> list() {
        if (sorted == null) {
            sorted = days.values().stream().sorted(NEWEST_FIRST).toList();
        }
        return sorted;
    }

    /** Of the record that tells a table. */
    public static String key(GateDay day) {
        return day.gateId() + "|" + day.date();
    }
}
