package io.bordergate.domain.gate;

import io.bordergate.domain.site.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The daily tables of one gate as they were told, and which of them have to be told again. Mutable, not thread-safe. */
final class DailyTables {
    /** What changes a daily table after so long is not told any more. */
    private static final int DAYS_CORRECTED = 7;

    private final Days days;
    private final TreeMap<LocalDate, DailyTable> told = new TreeMap<>();
    private boolean touched;

    DailyTables(Days days) {
        this.days = days;
    }

    /** Something is known that may change one. */
    void touch() {
        touched = true;
    }

    /** As it was when it was last told. */
    void resume(DailyTable table) {
        told.put(table.date(), table);
        touched = true;
    }

    /** Of the days that have ended and were not told, or have changed since. */
    List<DailyTable> changed(GateTrucks trucks, Instant now) {
        LocalDate last = days.dateOf(now.plusMillis(1)).minusDays(1);
        boolean ended = told.isEmpty() ? trucks.size() > 0 : told.lastKey().isBefore(last);
        if (!touched && !ended) {
            return List.of();
        }
        touched = false;
        List<DailyTable> changed = new ArrayList<>();
        for (LocalDate date = first(trucks, last); !date.isAfter(last); date = date.plusDays(1)) {
            DailyTable table = DailyTable.of(trucks, days, date);
            if (!table.equals(told.put(date, table))) {
                changed.add(table);
            }
        }
        told.headMap(last.minusDays(DAYS_CORRECTED)).clear();
        return changed;
    }

    private LocalDate first(GateTrucks trucks, LocalDate last) {
        LocalDate corrected = last.minusDays(DAYS_CORRECTED - 1L);
        LocalDate first = trucks.firstArrival().map(days::dateOf).orElse(last.plusDays(1));
        if (!told.isEmpty() && told.firstKey().isBefore(first)) {
            first = told.firstKey();
        }
        return first.isBefore(corrected) ? corrected : first;
    }
}
