package io.bordergate.domain.gate;

import io.bordergate.domain.site.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the province publishes of a gate each day. All of it is counted from one table of trucks, so that the stock is always
 * that of the day before, with who came, without who went. Immutable; docs/gates.md, section 6, defines each column.
 *
 * @param date of its end
 */
public record DailyTable(
        LocalDate date,
        int exportedFruit,
        int exportedOther,
        int importedCargo,
        int importedVehicles,
        int turnedBack,
        int movedIn,
        int movedOut,
        int arrived,
        int stock,
        int stockFruit,
        int stockOther,
        int stockUndeclared,
        int change) {

    /** Of one day, over or not. */
    public static DailyTable of(GateTrucks trucks, Days days, LocalDate date) {
        return new DayCount(days, date).count(trucks).table();
    }

    /** Of each day from the first to the last. */
    public static List<DailyTable> of(GateTrucks trucks, Days days, LocalDate first, LocalDate last) {
        List<DailyTable> tables = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            tables.add(of(trucks, days, date));
        }
        return tables;
    }
}
